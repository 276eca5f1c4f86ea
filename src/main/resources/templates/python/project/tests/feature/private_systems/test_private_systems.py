"""What the environment may say of all systems."""

import pytest

from example_slack_bot.feature.private_systems import (
    InMemoryPendingRequests,
    PrivateSystem,
    read_private_systems,
)
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.startup_error import StartupError

from tests.pretend_operations import Weather

SKY = PrivateSystem(frozenset({"weather"}), [Weather("dry")])
NOT_SET_UP = PrivateSystem(frozenset({"launch"}))


@pytest.mark.parametrize(
    ("systems", "says"),
    [
        ([NOT_SET_UP, SKY], "I know these words:\n`/bot weather`"),
        ([NOT_SET_UP], "No system is set up for this bot yet."),
        ([], "No system is set up for this bot yet."),
    ],
)
def test_knows_the_words_of_what_is_set_up(systems: list[PrivateSystem], says: str) -> None:
    environment = Environment({"CONFIRMATION_SECONDS": "3600", "AUDIT_CHANNEL": "C1"})
    found = read_private_systems(environment, systems)
    environment.raise_if_wrong()

    assert found.procedure(InMemoryPendingRequests()).help("/bot") == says


def test_a_system_knows_its_words() -> None:
    with pytest.raises(ValueError, match="weather"):
        PrivateSystem(frozenset({"launch"}), [Weather("dry")])


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("AUDIT_CHANNEL", "#audit"),
        ("CONFIRMATION_SECONDS", "0"),
        ("CONFIRMATION_SECONDS", "3601"),
        ("CONFIRMATION_SECONDS", "ten"),
    ],
)
def test_says_in_one_line_what_is_wrong(variable: str, value: str) -> None:
    environment = Environment({variable: value})
    read_private_systems(environment, [SKY])

    (problem,) = problems(environment)
    assert problem.startswith(f"{variable} is wrong")


def problems(environment: Environment) -> list[str]:
    with pytest.raises(StartupError) as raised:
        environment.raise_if_wrong()
    return raised.value.problems
