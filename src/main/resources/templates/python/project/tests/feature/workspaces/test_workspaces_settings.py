"""What the environment may say of installations."""

import pytest

from example_slack_bot.feature.workspaces import read_workspaces
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.startup_error import StartupError

from tests.feature.workspaces.keys import NEW, OLD


@pytest.fixture
def variables() -> dict[str, str]:
    return {
        "SLACK_CLIENT_ID": "123.456",
        "SLACK_CLIENT_SECRET": "client-secret-for-loopback",
        "TOKEN_KEY": f"{NEW},{OLD}",
    }


def test_takes_no_bot_token_beside_a_client_id(variables: dict[str, str]) -> None:
    environment = Environment(variables)

    assert read_workspaces(environment) is not None
    assert environment.bot_token() == ""
    environment.raise_if_wrong()


def test_is_at_home_in_one_workspace_without_a_client_id() -> None:
    assert read_workspaces(Environment({})) is None


def test_shows_no_secret(variables: dict[str, str]) -> None:
    text = repr(read_workspaces(Environment(variables)))

    assert "123.456" in text
    assert variables["SLACK_CLIENT_SECRET"] not in text
    assert OLD not in text


@pytest.mark.parametrize("variable", ["SLACK_CLIENT_SECRET", "TOKEN_KEY"])
def test_names_a_missing_variable(variables: dict[str, str], variable: str) -> None:
    del variables[variable]

    assert problem(variables).startswith(f"{variable} is missing: expected ")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SLACK_CLIENT_ID", "an-app"),
        ("SLACK_CLIENT_SECRET", "tooshort"),
        ("TOKEN_KEY", "c2hvcnQ="),
        ("TOKEN_KEY", "no base64 at all!"),
        ("SLACK_REDIRECT_URI", "https://bot.example.com/elsewhere"),
    ],
)
def test_never_prints_a_wrong_value(variables: dict[str, str], variable: str, value: str) -> None:
    variables[variable] = value

    assert problem(variables).startswith(f"{variable} is wrong: expected ")
    assert value not in problem(variables)


def problem(variables: dict[str, str]) -> str:
    environment = Environment(variables)
    read_workspaces(environment)
    with pytest.raises(StartupError) as error:
        environment.raise_if_wrong()
    (only,) = error.value.problems
    return only
