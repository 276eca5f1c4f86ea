"""Where deliveries are kept, as the environment says."""

from pathlib import Path

import pytest

from example_slack_bot.feature.inbox.database import Embedded, Postgres, read
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.startup_error import StartupError


@pytest.mark.parametrize("url", ["postgresql://bot:p%40ss+word@db.internal:5433/bot?sslmode=require", "postgres://d/b"])
def test_reads_the_address_of_a_postgresql(url: str) -> None:
    assert read(Environment({"DATABASE_URL": url})) == Postgres(url)


def test_is_embedded_without_an_address() -> None:
    assert read(Environment({})) == Embedded(Path("data"))
    assert read(Environment({"DATA_DIR": "/var/lib/bot"})) == Embedded(Path("/var/lib/bot"))


# region kubernetes
def test_wants_what_outlives_its_pod() -> None:
    environment = Environment({})
    read(environment)

    with pytest.raises(StartupError, match=r"^DATABASE_URL is missing"):
        environment.raise_if_wrong()


# endregion
@pytest.mark.parametrize(
    "url",
    [
        "mysql://db/bot",
        "host=db dbname=bot",
        "postgresql:///bot",
        "postgresql://db",
        "postgresql://a b/c",
        "postgresql://db:0/bot",
        "postgresql://bot:pass/word@db/bot",
        "postgresql://bot:100%sure@db/bot",
        "postgresql://db/bot?sslmood=require",
        "secret",
    ],
)
def test_says_what_an_address_looks_like_and_shows_none(url: str) -> None:
    environment = Environment({"DATABASE_URL": url})
    read(environment)

    with pytest.raises(StartupError, match=r"^DATABASE_URL is wrong") as wrong:
        environment.raise_if_wrong()
    assert url not in str(wrong.value)


def test_shows_no_password() -> None:
    database = read(Environment({"DATABASE_URL": "postgresql://bot:hunter2@db/bot"}))

    assert "hunter2" not in str(database) + repr(database)
