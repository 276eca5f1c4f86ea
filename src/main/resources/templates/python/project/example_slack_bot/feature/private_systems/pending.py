"""The requests that wait for a click.

A button carries nothing but an id that cannot be guessed: what is done, for whom and until when stands here, where no
message can change it.
"""

import uuid
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from .forgetful import Expiring


class Step(Enum):
    """A click, by the name under which it is stored."""

    CONFIRMATION = "CONFIRMATION"
    APPROVAL = "APPROVAL"


@dataclass(frozen=True)
class Pending:
    step: Step
    """The click that it waits for."""

    command: str
    """The words, as they were accepted."""

    pin: str
    """That of what was offered."""

    requester: str
    team: str
    channel: str
    until: float
    """Seconds since 1970."""


class PendingRequests(Protocol):
    def add(self, request: Pending) -> str:
        """Keeps a request, and tells the id for its buttons."""

    def find(self, request_id: str) -> Pending | None:
        """Looks at a request, which stays."""

    def take(self, request_id: str) -> Pending | None:
        """Takes a request away. Of two that take the same one, whoever they are, one gets it."""


class InMemoryPendingRequests:
    """For one process. After a restart nothing waits: people ask again."""

    def __init__(self) -> None:
        self._requests: Expiring[Pending] = Expiring(3_600, 10_000)

    def add(self, request: Pending) -> str:
        request_id = new_id()
        self._requests.put(request_id, request)
        return request_id

    def find(self, request_id: str) -> Pending | None:
        return self._requests.get(request_id)

    def take(self, request_id: str) -> Pending | None:
        return self._requests.take(request_id)


def new_id() -> str:
    return str(uuid.uuid4())  # 122 bits from the system's own source
