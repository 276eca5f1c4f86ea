"""The command that lists what failed for the last time."""

from pathlib import Path

import pytest

from example_slack_bot.feature.inbox import dead_letters


def test_says_which_one_is_not_dead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))

    assert dead_letters.main([]) == 0
    assert dead_letters.main(["Ev404"]) == 1
    assert capsys.readouterr().out == "Ev404 is not among the dead\n"


def test_says_that_the_database_is_away(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot@127.0.0.1:1/bot")

    assert dead_letters.main([]) == 1
    assert capsys.readouterr().err.startswith("The database cannot be used: ")
