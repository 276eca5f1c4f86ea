"""A delivery while its listener runs: what becomes of the work that the listener leaves."""

from ...runtime.work_queue import Task
from .store import StoredDelivery


class LeavingWork:
    """For the answer alone: work is only noted."""

    def __init__(self) -> None:
        self.has_work = False

    def submit(self, name: str, task: Task) -> None:
        self.has_work = True


class Working:
    """Work is done on the spot."""

    def __init__(self, delivery: StoredDelivery) -> None:
        self.delivery = delivery
        self.failure: Exception | None = None
        self._posts = 0

    def submit(self, name: str, task: Task) -> None:
        """After a failure nothing more is done: all of it is repeated."""
        if self.failure is not None:
            return
        try:
            task()
        except Exception as error:
            error.add_note(name)
            self.failure = error

    def next_post(self) -> str:
        """A listener that is played again makes its posts in the same order."""
        self._posts += 1
        return f"{self.delivery.id}#{self._posts - 1}"


Play = LeavingWork | Working
