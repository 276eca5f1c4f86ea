"""Requests between the question whether to do it and the click: where and how long a click counts."""

import time
from collections.abc import Callable

from .asker import Asker
from .operation import Offer
from .pending import Pending, PendingRequests, Step


class WaitingRequests:
    def __init__(self, requests: PendingRequests, patience: int, clock: Callable[[], float] = time.time) -> None:
        """A request waits so many seconds for a click."""
        self._requests = requests
        self._patience = patience
        self._clock = clock

    def add(self, step: Step, command: str, offer: Offer, asker: Asker) -> str:
        """Tells the id for the buttons."""
        until = self._clock() + self._patience
        return self._requests.add(Pending(step, command, offer.pin, asker.user, asker.team, asker.channel, until))

    def find(self, request_id: str, asker: Asker) -> Pending | None:
        """A click counts in the time and in the place of its request."""
        found = self._requests.find(request_id)
        if found is None or self._clock() >= found.until:
            return None
        return found if (found.team, found.channel) == (asker.team, asker.channel) else None

    def take(self, request_id: str) -> bool:
        """Whether it was still there; of several who take it, one gets it."""
        return self._requests.take(request_id) is not None

    def time(self) -> str:
        """For people."""
        minutes = self._patience // 60
        return f"{minutes} minutes" if minutes > 1 else f"{self._patience} seconds"
