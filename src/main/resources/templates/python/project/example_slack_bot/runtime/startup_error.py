"""Why the bot cannot start: for good, or for now."""

from collections.abc import Sequence

# Slack's error codes that say nothing about a token or the app. Every Web API method has them, see the errors of
# https://docs.slack.dev/reference/methods/auth.test
PASSING_TROUBLE = {
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "ratelimited",
    "team_added_to_org",
}


class StartupError(Exception):
    """The bot cannot start. Each problem is one line for the person who starts it, without any secret."""

    def __init__(self, status: int, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.status = status
        self.problems = list(problems)


class Unavailable(Exception):
    """Something that the bot needs is not there. A later try may succeed."""


def wrong_settings(problems: Sequence[str]) -> StartupError:
    """Settings or tokens are wrong: exit status 2."""
    return StartupError(2, problems)


def failed(problem: str) -> StartupError:
    """The settings are fine, the surroundings are not: exit status 1."""
    return StartupError(1, [problem])


def refused(method: str, code: str, problem: str) -> StartupError | Unavailable:
    """Slack answered with an error: a setting is wrong, unless the code tells of trouble that passes."""
    if code in PASSING_TROUBLE:
        return Unavailable(f"{method} answered {code}")
    return wrong_settings([problem])
