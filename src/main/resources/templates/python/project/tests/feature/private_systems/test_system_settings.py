"""What the environment may say of one system."""

import pytest

from example_slack_bot.feature.private_systems import SystemSettings
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.startup_error import StartupError

VARIABLES = {"MILL_URL": "https://mill.example.com/api/", "MILL_TOKEN": "mill-secret"}


def test_reads_an_address_and_credentials() -> None:
    environment = Environment(VARIABLES)
    settings = SystemSettings(environment, "MILL_")

    assert settings.is_there()
    assert settings.address() == "https://mill.example.com/api"
    assert settings.bearer().header == "Bearer mill-secret"
    assert "secret" not in repr(settings.bearer())
    environment.raise_if_wrong()


@pytest.mark.parametrize(
    "address", ["http://mill:9093", "https://10.0.0.1/", "http://[::1]:8080/a/b", "https://a-b.example.com/x"]
)
def test_takes_an_address(address: str) -> None:
    assert problems(MILL_URL=address) == []


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("MILL_URL", "mill.example.com"),
        ("MILL_URL", "file:///etc/passwd"),
        ("MILL_URL", "http://the_mill:9093"),
        ("MILL_URL", "http://mill:65536"),
        ("MILL_URL", "http://[::::]/"),
        ("MILL_URL", "https://mill.example.com/a|b"),
        ("MILL_URL", "https://mill.example.com/\n"),
        ("MILL_URL", "https://bot:a-secret@mill.example.com"),
        ("MILL_URL", "https://mill.example.com/?token=a-secret"),
        ("MILL_URL", "https://mill.example.com/#a-secret"),
        ("MILL_TOKEN", "a secret with spaces"),
        ("MILL_TOKEN", ""),
    ],
)
def test_says_in_one_line_what_is_wrong_and_never_the_value(variable: str, value: str) -> None:
    (problem,) = problems(**{variable: value})

    assert problem.startswith(variable)
    assert "secret" not in problem


def problems(**changed: str) -> list[str]:
    environment = Environment({**VARIABLES, **changed})
    settings = SystemSettings(environment, "MILL_")
    settings.address()
    settings.bearer()
    try:
        environment.raise_if_wrong()
        return []
    except StartupError as error:
        return error.problems
