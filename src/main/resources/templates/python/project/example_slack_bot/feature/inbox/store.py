"""The table of deliveries, and a small one beside it.

Each delivery is waiting, done or dead. That somebody works at one is never written down: it is a lock that ends with
its holder, so that no clock has to tell who has died.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

# Twelve minutes in all: longer than most troubles of other systems, shorter than anybody waits for an answer.
PAUSES = [
    timedelta(seconds=1),
    timedelta(seconds=5),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
]
MOST_ATTEMPTS = len(PAUSES) + 1
LONGEST_ERROR = 1_000


class StoreTrouble(Exception):
    """The database cannot be used now."""


@dataclass(frozen=True)
class StoredDelivery:
    """A delivery of Slack's, as the database keeps it."""

    id: str
    """What tells it from every other one; the same in each of Slack's repeats."""
    body: str
    """The request's, as Slack sent it: a JSON object or a form."""
    received: datetime
    """When it came first."""
    attempts: int = 0
    """How often work on it was begun before, whether it failed or its process died."""


@dataclass(frozen=True)
class Done:
    """Work on a delivery succeeded."""


@dataclass(frozen=True)
class Again:
    """It failed, and is due again later."""

    pause: timedelta
    error: str


@dataclass(frozen=True)
class Dead:
    """It failed for the last time: a person has to look at it."""

    error: str


Outcome = Done | Again | Dead
Work = Callable[[StoredDelivery], Outcome]


def failure(attempts: int, error: str) -> Outcome:
    """What comes of work that failed, after it was begun so many times before."""
    # PostgreSQL refuses a text with the character zero, and what cannot be written down would be worked at for ever.
    kept = error.replace("\0", " ").encode(errors="replace").decode()[:LONGEST_ERROR]
    return Again(PAUSES[attempts], kept) if attempts < len(PAUSES) else Dead(kept)


def now() -> datetime:
    return datetime.now(UTC)


class InboxStore(Protocol):
    """Every method raises StoreTrouble."""

    def prepare(self) -> None:
        """Makes the tables where they are missing."""

    def add(self, delivery: StoredDelivery, waiting: bool) -> bool:
        """Keeps a delivery. When this returns, it outlives a crash.

        Waiting means that work is left; otherwise it is only remembered. False when it is there already.
        """

    def work_at_one(self, work: Work) -> bool:
        """Works at the oldest delivery that is due and that nobody else works at, and writes down what came of it.

        That the work was begun is written down before: a delivery that its process dies over does not come for ever.
        False when there is none.
        """

    def begin(self, key: str) -> int:
        """Notes at once that something is about to be done, whatever becomes of it.

        How often that was noted, this time included.
        """

    # region metrics
    def waiting(self) -> int:
        """How many wait, those that are worked at included."""

    # endregion
    def forget_older_than(self, age: timedelta) -> None:
        """Forgets what is done and older than this."""

    def dead(self) -> list[str]:
        """What failed for the last time, oldest first: its id, when it came, and why."""

    def revive(self, delivery_id: str) -> bool:
        """Lets a dead delivery be worked at once more; False when there is none of this id."""

    def close(self) -> None: ...
