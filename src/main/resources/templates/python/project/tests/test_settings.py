"""What the environment may say."""

import pytest

from example_slack_bot import settings
from example_slack_bot.runtime.environment import Address
from example_slack_bot.runtime.startup_error import StartupError
from example_slack_bot.runtime.transport import Kind
from example_slack_bot.settings import DEFAULT_TRANSPORT


@pytest.fixture
def environment() -> dict[str, str]:
    return {
        "SLACK_BOT_TOKEN": "xoxb-test-token-for-loopback",
        "SLACK_APP_TOKEN": "xapp-test-token-for-loopback",
        "SLACK_SIGNING_SECRET": "signing-secret-for-loopback",
        # region inbox
        "DATA_DIR": "data",
        # endregion
    }


def test_the_environment_overrides_the_default_transport(environment: dict[str, str]) -> None:
    assert settings.read(environment, "socket-mode").transport is Kind.SOCKET_MODE

    environment["SLACK_TRANSPORT"] = "events-api"
    assert settings.read(environment, "socket-mode").transport is Kind.EVENTS_API


def test_the_default_names_a_transport(environment: dict[str, str]) -> None:
    assert settings.read(environment).transport.value == DEFAULT_TRANSPORT


def test_asks_only_for_the_secrets_of_the_transport(environment: dict[str, str]) -> None:
    del environment["SLACK_SIGNING_SECRET"]
    assert settings.read(environment, "socket-mode").signing_secret == ""

    del environment["SLACK_APP_TOKEN"]
    environment["SLACK_SIGNING_SECRET"] = "signing-secret-for-loopback"
    assert settings.read(environment, "events-api").app_token == ""


@pytest.mark.parametrize(
    ("transport", "variable"),
    [
        ("socket-mode", "SLACK_BOT_TOKEN"),
        ("socket-mode", "SLACK_APP_TOKEN"),
        ("events-api", "SLACK_BOT_TOKEN"),
        ("events-api", "SLACK_SIGNING_SECRET"),
    ],
)
def test_names_a_missing_variable(environment: dict[str, str], transport: str, variable: str) -> None:
    environment[variable] = " "

    (problem,) = problems(environment, transport)
    assert problem.startswith(variable + " is missing: expected ")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SLACK_BOT_TOKEN", "xapp-a-token-of-the-wrong-kind"),
        ("SLACK_BOT_TOKEN", "xoxb-tooshort"),
        ("SLACK_BOT_TOKEN", "xoxb-pasted-with-a-line-break\n"),
        ("SLACK_APP_TOKEN", "xoxb-a-token-of-the-wrong-kind"),
        ("SLACK_APP_TOKEN", "xapp-with a space in it"),
        ("SLACK_SIGNING_SECRET", "tooshort"),
        ("SLACK_SIGNING_SECRET", "a secret with spaces"),
        ("SLACK_TRANSPORT", "carrier-pigeon"),
        ("SLACK_API_URL", "chat.example.com"),
        ("SLACK_API_URL", "http://[a/"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "http"),
        ("HOST", "no host"),
    ],
)
def test_never_prints_a_wrong_value(environment: dict[str, str], variable: str, value: str) -> None:
    environment["SLACK_TRANSPORT"] = "events-api" if variable == "SLACK_SIGNING_SECRET" else "socket-mode"
    environment[variable] = value

    (problem,) = problems(environment, "socket-mode")
    assert problem.startswith(variable)
    assert " is wrong: expected " in problem
    assert value.strip() not in problem
    assert len(problem.splitlines()) == 1


def test_reports_all_problems_at_once() -> None:
    environment = {"PORT": "none"}
    # region inbox
    environment["DATA_DIR"] = "data"
    # endregion
    found = problems(environment, "socket-mode")

    assert [problem.split(" ")[0] for problem in found] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "PORT"]


@pytest.mark.parametrize("url", ["https://slack.com/api", "https://slack.com/api/"])
def test_completes_the_api_url(environment: dict[str, str], url: str) -> None:
    environment["SLACK_API_URL"] = url
    assert settings.read(environment, "socket-mode").api_url == "https://slack.com/api/"


def test_listens_where_it_is_told(environment: dict[str, str]) -> None:
    assert settings.read(environment, "socket-mode").address == Address(None, 3000)

    environment.update(HOST="127.0.0.1", PORT="0")
    assert settings.read(environment, "socket-mode").address == Address("127.0.0.1", 0)


def test_text_holds_no_secret(environment: dict[str, str]) -> None:
    text = repr(settings.read(environment, "socket-mode"))

    assert not any(secret in text for secret in ("xoxb", "xapp", "loopback"))


# region workspaces jenkins
def test_only_people_of_the_own_workspace_reach_a_private_system(environment: dict[str, str]) -> None:
    del environment["SLACK_BOT_TOKEN"]
    environment.update(
        SLACK_CLIENT_ID="123.456",
        SLACK_CLIENT_SECRET="client-secret-for-loopback",
        TOKEN_KEY=f"{'A' * 43}=",
        JENKINS_URL="https://ci.example.com",
        JENKINS_USER="bot",
        JENKINS_TOKEN="11a2",
    )

    (problem,) = problems(environment, "socket-mode")
    assert problem.startswith("SLACK_CLIENT_ID is wrong: expected none beside the address of a private system")


# endregion
def problems(environment: dict[str, str], transport: str) -> list[str]:
    with pytest.raises(StartupError) as raised:
        settings.read(environment, transport)
    return raised.value.problems
