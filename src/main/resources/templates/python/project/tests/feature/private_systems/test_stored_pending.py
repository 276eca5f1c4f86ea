# region inbox
"""What waits for a click, for several processes."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from example_slack_bot.feature.inbox.database import Embedded, Postgres
from example_slack_bot.feature.private_systems import InMemoryPendingRequests, PendingRequests
from example_slack_bot.feature.private_systems.pending import Pending, Step
from example_slack_bot.feature.private_systems.stored_pending import requests_in

REQUEST = Pending(Step.APPROVAL, "sync shop", "4f1d", "U1", "T1", "C1", 4_000_000_000.0)


def test_one_process_keeps_its_requests_itself(tmp_path: Path) -> None:
    own = InMemoryPendingRequests()

    assert requests_in(Embedded(tmp_path), own) is own


def test_processes_share_what_waits() -> None:
    one, other = shared(), shared()

    request_id = one.add(REQUEST)
    assert other.find(request_id) == REQUEST
    assert other.take(request_id) == REQUEST
    assert one.take(request_id) is None


def test_one_of_many_processes_gets_a_request() -> None:
    processes = [shared(), shared(), shared()]
    request_id = processes[0].add(REQUEST)
    with ThreadPoolExecutor(8) as threads:
        tries = list(threads.map(lambda i: processes[i % 3].take(request_id), range(16)))

    assert [found for found in tries if found is not None] == [REQUEST]


def shared() -> PendingRequests:
    url = os.environ.get("TEST_DATABASE_URL")
    if url is None:
        pytest.skip("TEST_DATABASE_URL names no PostgreSQL")
    return requests_in(Postgres(url), InMemoryPendingRequests())
# endregion
