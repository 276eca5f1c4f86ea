"""Work that goes on after the acknowledgement."""

from threading import Event

import pytest

from example_slack_bot.runtime.work_queue import InMemoryWorkQueue, Refused


def test_refuses_what_it_has_no_place_for() -> None:
    queue = InMemoryWorkQueue()
    go_on = Event()
    for _ in range(queue.THREADS + queue.CAPACITY):
        queue.submit("Wait", go_on.wait)

    with pytest.raises(Refused):
        queue.submit("One too many", go_on.wait)

    go_on.set()
    assert queue.drain(10)


def test_takes_nothing_more_once_it_drains() -> None:
    queue = InMemoryWorkQueue()
    assert queue.drain(0)

    with pytest.raises(Refused):
        queue.submit("Too late", lambda: None)


def test_tells_when_work_did_not_end_in_time() -> None:
    queue = InMemoryWorkQueue()
    go_on = Event()
    queue.submit("Wait", go_on.wait)

    assert not queue.drain(0.01)

    go_on.set()
    assert queue.drain(10)


def test_outlives_a_task_that_fails() -> None:
    queue = InMemoryWorkQueue()
    done = Event()

    queue.submit("Fail", lambda: 1 / 0)
    queue.submit("Work", done.set)

    assert done.wait(10)
