"""The same in both databases. PostgreSQL takes part where TEST_DATABASE_URL names one."""

import os
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from example_slack_bot.feature.inbox.postgres_store import PostgresStore
from example_slack_bot.feature.inbox.sqlite_store import SqliteStore
from example_slack_bot.feature.inbox.store import (
    PAUSES,
    Again,
    Dead,
    Done,
    InboxStore,
    Outcome,
    StoredDelivery,
    StoreTrouble,
    failure,
    now,
)
from example_slack_bot.runtime.startup_error import StartupError

from tests.eventually import eventually

DONE = Done()


class Deliveries:
    """Ids that no other test has in the same database."""

    def __init__(self) -> None:
        self._mark = uuid.uuid4()

    def id(self, name: str) -> str:
        return f"{name}-{self._mark}"

    def __call__(self, name: str) -> StoredDelivery:
        return StoredDelivery(self.id(name), "{}", now())


@pytest.fixture
def delivery() -> Deliveries:
    return Deliveries()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[InboxStore]:
    opened = _open(request.param, tmp_path)
    eventually(lambda: _is_prepared(opened))
    work_at_all(opened)  # what an earlier run has left
    yield opened
    opened.close()


def _open(kind: str, folder: Path) -> InboxStore:
    if kind == "sqlite":
        return SqliteStore(folder)
    url = os.environ.get("TEST_DATABASE_URL")
    if url is None:
        pytest.skip("TEST_DATABASE_URL names no PostgreSQL")
    return PostgresStore(url)


def _is_prepared(store: InboxStore) -> bool:
    """A busy machine may need longer for a connection than the bot waits."""
    try:
        store.prepare()
        return True
    except StoreTrouble:
        return False


def test_keeps_a_delivery_once_and_works_at_it_once(store: InboxStore, delivery: Deliveries) -> None:
    assert store.add(delivery("a"), waiting=True)
    assert not store.add(delivery("a"), waiting=True)

    assert work_at_all(store) == [delivery.id("a")]
    assert not store.add(delivery("a"), waiting=True)
    assert work_at_all(store) == []


def test_only_remembers_what_needs_no_work(store: InboxStore, delivery: Deliveries) -> None:
    assert store.add(delivery("click"), waiting=False)

    assert not store.add(delivery("click"), waiting=False)
    assert work_at_all(store) == []


def test_works_again_at_what_failed_once_it_is_due(store: InboxStore, delivery: Deliveries) -> None:
    store.add(delivery("later"), waiting=True)
    store.work_at_one(lambda _: Again(timedelta(minutes=14), "no luck"))
    assert work_at_all(store) == []

    store.add(delivery("at once"), waiting=True)
    store.work_at_one(lambda _: Again(timedelta(0), "no luck"))
    attempts: list[int] = []
    store.work_at_one(_noting(lambda one: attempts.append(one.attempts)))
    assert attempts == [1]


def test_a_clock_that_is_set_back_holds_nothing_up(store: InboxStore, delivery: Deliveries) -> None:
    """What is due in an hour was due at once before the clock was set back by one."""
    store.add(delivery("before"), waiting=True)
    store.work_at_one(lambda _: Again(timedelta(hours=1), "no luck"))
    store.add(delivery("after"), waiting=True)

    assert work_at_all(store) == [delivery.id("after"), delivery.id("before")]


def test_counts_an_attempt_that_nobody_ended(store: InboxStore, delivery: Deliveries) -> None:
    store.add(delivery("fatal"), waiting=True)
    with pytest.raises(MemoryError):
        store.work_at_one(_die)
    attempts: list[int] = []

    store.work_at_one(_noting(lambda one: attempts.append(one.attempts), Dead("no luck")))
    store.revive(delivery.id("fatal"))
    store.work_at_one(_noting(lambda one: attempts.append(one.attempts)))

    assert attempts == [1, 0]


def test_lists_the_dead_and_revives_them(store: InboxStore, delivery: Deliveries) -> None:
    store.add(delivery("c"), waiting=True)
    store.work_at_one(lambda _: Dead("channel_not_found"))

    assert work_at_all(store) == []
    assert any(delivery.id("c") in line and "channel_not_found" in line for line in store.dead())
    assert store.revive(delivery.id("c"))
    assert not store.revive(delivery.id("c"))
    assert work_at_all(store) == [delivery.id("c")]


def test_writes_down_an_error_of_any_letters(store: InboxStore, delivery: Deliveries) -> None:
    store.add(delivery("zero"), waiting=True)
    store.work_at_one(lambda _: failure(len(PAUSES), "a \0 and \ud800 " + "x" * 10_000))

    assert any(delivery.id("zero") in line and "a   and ? x" in line for line in store.dead())


def test_answers_nobody_for_ever_once_it_is_closed(store: InboxStore, delivery: Deliveries) -> None:
    store.close()

    with pytest.raises(StoreTrouble):
        store.add(delivery("late"), waiting=True)


def test_gives_each_delivery_to_one_worker(store: InboxStore, delivery: Deliveries) -> None:
    for i in range(100):
        store.add(delivery(f"many-{i}"), waiting=True)

    with ThreadPoolExecutor(8) as workers:
        worked = [one for found in workers.map(lambda _: work_at_all(store), range(8)) for one in found]

    assert len(worked) == 100
    assert len(set(worked)) == 100


def test_lets_others_work_while_one_takes_long(store: InboxStore, delivery: Deliveries) -> None:
    store.add(delivery("slow"), waiting=True)
    store.add(delivery("quick"), waiting=True)
    begun, go_on = Event(), Event()

    def slowly(_: StoredDelivery) -> Outcome:
        begun.set()
        go_on.wait()
        return DONE

    slow = Thread(target=store.work_at_one, args=(slowly,))
    slow.start()
    begun.wait()

    assert len(work_at_all(store)) == 1

    go_on.set()
    slow.join()
    assert work_at_all(store) == []


def test_tells_a_first_post_from_a_later_one(store: InboxStore, delivery: Deliveries) -> None:
    assert store.begin(delivery.id("post")) == 1
    assert store.begin(delivery.id("post")) == 2


def test_forgets_what_is_done_and_old_alone(store: InboxStore, delivery: Deliveries) -> None:
    store.add(delivery("done"), waiting=False)
    store.add(delivery("waiting"), waiting=True)

    store.forget_older_than(timedelta(hours=1))
    assert not store.add(delivery("done"), waiting=False)

    store.forget_older_than(timedelta(seconds=-1))
    assert store.add(delivery("done"), waiting=False)
    assert work_at_all(store) == [delivery.id("waiting")]


def test_a_second_process_has_to_take_postgresql(tmp_path: Path) -> None:
    first = SqliteStore(tmp_path)

    with pytest.raises(StartupError, match="DATABASE_URL"):
        SqliteStore(tmp_path)

    first.close()


def test_makes_a_folder_for_the_bots_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    SqliteStore(folder).close()

    assert folder.stat().st_mode & 0o777 == 0o700


def work_at_all(store: InboxStore) -> list[str]:
    ids: list[str] = []
    while store.work_at_one(_noting(lambda one: ids.append(one.id))):
        pass
    return ids


def _die(_: StoredDelivery) -> Outcome:
    """For the database, it is as if the process ended here."""
    raise MemoryError


def _noting(note: Callable[[StoredDelivery], None], outcome: Outcome = DONE) -> Callable[[StoredDelivery], Outcome]:
    def work(delivery: StoredDelivery) -> Outcome:
        note(delivery)
        return outcome

    return work
