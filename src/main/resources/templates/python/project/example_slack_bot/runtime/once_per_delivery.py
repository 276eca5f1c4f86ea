"""Lets each delivery reach its listener once."""

import time
from threading import Lock

from slack_bolt import BoltRequest, BoltResponse

from .transport import Handler

SIGNATURE = "x-slack-signature"  # names of headers are in small letters here


class SeenDeliveries:
    """What Slack has delivered to this process.

    For an hour, and at most 100,000, as Slack delivers up to 30,000 an hour to a workspace.
    """

    MEMORY_SECONDS = 3_600
    CAPACITY = 100_000

    def __init__(self) -> None:
        self._lock = Lock()
        self._seen: dict[str, float] = {}  # in the order in which they came

    def mark(self, delivery: str) -> bool:
        """Marks a delivery in one atomic step and tells whether it is new."""
        now = time.monotonic()
        with self._lock:
            while self._seen and self._is_over(next(iter(self._seen)), now):
                del self._seen[next(iter(self._seen))]
            if delivery in self._seen:
                return False
            self._seen[delivery] = now
            return True

    def forget(self, delivery: str) -> None:
        """Forgets a delivery that could not be handled, so that the next try counts as new."""
        with self._lock:
            self._seen.pop(delivery, None)

    def _is_over(self, oldest: str, now: float) -> bool:
        return now - self._seen[oldest] > self.MEMORY_SECONDS or len(self._seen) >= self.CAPACITY


class OncePerDelivery:
    """A repeated delivery is acknowledged and goes no further.

    One that failed is forgotten and not acknowledged, so that Slack's next try is handled. It stands around Bolt,
    since a middleware of Bolt's does not learn what became of a request that it let pass.
    """

    def __init__(self, handle: Handler) -> None:
        self._handle = handle
        self._seen = SeenDeliveries()

    def __call__(self, request: BoltRequest) -> BoltResponse:
        delivery = delivery_id(request)
        if delivery is None:
            return self._handle(request)
        if not self._seen.mark(delivery):
            return acknowledgement()
        handled = False
        try:
            answer = self._handle(request)
            handled = answer.status == 200
            return answer
        finally:
            if not handled:
                self._seen.forget(delivery)


def acknowledgement() -> BoltResponse:
    """The answer that says no more than that the payload is here."""
    return BoltResponse(status=200, body="")


def is_url_check(request: BoltRequest) -> bool:
    """Whether this is Slack's check of the address, which has no effect, so that it may come twice."""
    return request.body.get("type") == "url_verification"


def is_payload(request: BoltRequest) -> bool:
    """Whether this can be Slack's: an object, and where it says that it brings an event, there is one."""
    if not isinstance(request.body, dict):
        return False
    return not is_event(request) or isinstance(request.body.get("event"), dict)


def is_event(request: BoltRequest) -> bool:
    return request.body.get("type") == "event_callback"


def delivery_id(request: BoltRequest) -> str | None:
    """An event is told by its id, which stays the same in Slack's retries.

    Any other request over HTTP is told by its signature: the same signature again is a replay.
    """
    if is_url_check(request):
        return None
    if is_event(request):
        event_id = request.body.get("event_id")
        return event_id if isinstance(event_id, str) else None
    return next(iter(request.headers.get(SIGNATURE, [])), None)
