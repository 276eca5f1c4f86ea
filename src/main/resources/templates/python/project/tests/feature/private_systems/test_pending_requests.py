"""What waits for a click."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from example_slack_bot.feature.private_systems import InMemoryPendingRequests, PendingRequests
from example_slack_bot.feature.private_systems.forgetful import Expiring
from example_slack_bot.feature.private_systems.pending import Pending, Step

REQUEST = Pending(Step.APPROVAL, "sync shop", "4f1d", "U1", "T1", "C1", 4_000_000_000.0)


def test_keeps_a_request_until_it_is_taken() -> None:
    requests = InMemoryPendingRequests()
    request_id = requests.add(REQUEST)
    assert request_id != requests.add(REQUEST)

    assert requests.find(request_id) == REQUEST
    assert requests.find(request_id) == REQUEST
    assert InMemoryPendingRequests().find(request_id) is None
    assert requests.take(request_id) == REQUEST
    assert requests.find(request_id) is None
    assert requests.take(request_id) is None


def test_one_of_many_gets_a_request() -> None:
    assert taken([InMemoryPendingRequests()]) == 1


def test_forgets_what_is_old_and_what_is_too_much() -> None:
    now = 0.0
    memory: Expiring[str] = Expiring(10, 2, lambda: now)
    memory.put("a", "1")
    now = 9.9
    assert memory.get("a") == "1"
    now = 10.0
    assert memory.get("a") is None

    for key in "bcd":
        memory.put(key, key)
    assert [memory.get(key) for key in "bcd"] == [None, "c", "d"]


def taken(processes: Sequence[PendingRequests]) -> int:
    """How many of sixteen who take the same request get it."""
    request_id = processes[0].add(REQUEST)
    with ThreadPoolExecutor(8) as threads:
        tries = threads.map(lambda i: processes[i % len(processes)].take(request_id), range(16))
        return sum(found is not None for found in tries)
