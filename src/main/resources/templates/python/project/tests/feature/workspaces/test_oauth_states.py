"""The same in both databases. PostgreSQL takes part where TEST_DATABASE_URL names one."""

from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from example_slack_bot.feature.inbox.database import Database
from example_slack_bot.feature.workspaces.oauth_states import OAuthStates

from tests.feature.workspaces.both_databases import KINDS, at_once, database_of

MINUTE = timedelta(minutes=1)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    return database_of(request.param, tmp_path)


def test_no_two_states_are_the_same(database: Database) -> None:
    states = OAuthStates(database)

    assert states.begin(MINUTE) != states.begin(MINUTE)


def test_a_state_is_good_once(database: Database) -> None:
    states = OAuthStates(database)
    state = states.begin(MINUTE)

    assert not states.take("another")
    assert states.take(state)
    assert not states.take(state)


def test_of_two_who_bring_a_state_at_once_one_has_it(database: Database) -> None:
    states = OAuthStates(database)
    state = states.begin(MINUTE)
    together = Barrier(2)

    def take() -> bool:
        together.wait()
        return states.take(state)

    assert sorted(at_once(take)) == [False, True]


def test_a_state_expires(database: Database) -> None:
    states = OAuthStates(database)

    assert not states.take(states.begin(-MINUTE))


def test_of_too_many_states_the_oldest_go(database: Database) -> None:
    states = OAuthStates(database, most=2)
    first, second, third = [states.begin(minutes * MINUTE) for minutes in (2, 3, 4)]

    assert not states.take(first)
    assert states.take(second)
    assert states.take(third)
