"""Work that goes on after Slack has its acknowledgement.

Slack waits 3 seconds for that, and gets it when the listener returns: whatever takes time belongs here.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Condition
from typing import Protocol

_LOG = logging.getLogger(__name__)

# A piece of work, free to raise; what it returns is not looked at.
Task = Callable[[], object]


class Refused(Exception):
    """The queue is full or draining. Let it pass, and nothing is acknowledged.

    Slack then sends an event again; a click fails in front of its user.
    """


class WorkQueue(Protocol):
    def submit(self, name: str, task: Task) -> None:
        """Runs a task soon. A failure is logged under the name, since nobody waits for the result.

        Raises Refused when there is no place for it.
        """

    def start(self) -> None:
        """Begins with what waits.

        Raises StartupError when no later try will succeed, Unavailable when one may.
        """

    # region metrics
    def waiting(self) -> int:
        """Tasks that wait."""

    # endregion
    def drain(self, limit: float) -> bool:
        """Takes no more tasks and waits for those it has, so many seconds. Tells whether all of them ended."""


class InMemoryWorkQueue:
    """Keeps tasks in memory: a crash loses them."""

    # Tasks at work side by side. They mostly wait for Slack's Web API.
    THREADS = 16

    # Tasks that may wait.
    CAPACITY = 1_000

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(self.THREADS, "work")
        self._changed = Condition()
        self._tasks = 0
        self._draining = False

    def submit(self, name: str, task: Task) -> None:
        with self._changed:
            if self._draining or self._tasks >= self.THREADS + self.CAPACITY:
                raise Refused(name)
            self._tasks += 1
        self._threads.submit(self._run, name, task)

    def start(self) -> None:
        """There is nothing yet."""

    # region metrics
    def waiting(self) -> int:
        return max(0, self._tasks - self.THREADS)

    # endregion
    def drain(self, limit: float) -> bool:
        with self._changed:
            self._draining = True
            if self._changed.wait_for(lambda: self._tasks == 0, limit):
                return True
            _LOG.warning("%d tasks did not end within %d s", self._tasks, limit)
            return False

    def _run(self, name: str, task: Task) -> None:
        try:
            task()
        except Exception:
            _LOG.exception("%s failed", name)
        finally:
            with self._changed:
                self._tasks -= 1
                self._changed.notify_all()
