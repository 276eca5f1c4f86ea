"""Who works at what waits in the database, and lets go of what is old."""

import logging
import time
from threading import Semaphore, Thread

from ...runtime.readiness import Readiness
from .retention import Retention
from .store import InboxStore, Work

_LOG = logging.getLogger(__name__)

# Deliveries at work side by side, each of which holds a connection to PostgreSQL.
COUNT = 8

# How soon is found what another process left, or what is due again.
POLL_SECONDS = 1.0

# For what is at work when time is up. What still waits is for the next process.
LAST_SECONDS = 5.0


class Workers:
    def __init__(self, readiness: Readiness) -> None:
        self._readiness = readiness
        self._threads: list[Thread] = []
        self._arrivals = Semaphore(0)
        self._retention = Retention()
        self._draining = False
        self._halted = False

    def start(self, store: InboxStore, play: Work) -> None:
        self._threads = [Thread(target=self._work, args=(store, play), name="inbox", daemon=True) for _ in range(COUNT)]
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """There is something new to work at."""
        self._arrivals.release()

    def are_ending(self) -> bool:
        """Whether no more is to be taken."""
        return self._draining

    def drain(self, limit: float) -> bool:
        """Works at what waits one last time, and leaves what cannot be done to the next process.

        Tells whether all work at hand ended within so many seconds.
        """
        self._draining = True
        self._arrivals.release(2 * COUNT)  # each may look twice before it ends
        self._join(limit - LAST_SECONDS)
        self._halted = True
        self._join(LAST_SECONDS)
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self, store: InboxStore, play: Work) -> None:
        """Once draining has begun, what waits is worked at one last time."""
        last = False
        while not last:
            last = self._draining
            try:
                self._arrivals.acquire(timeout=POLL_SECONDS)
                self._work_at_all(store, play)
            except Exception as trouble:  # a worker has to outlive it
                _LOG.error("The database cannot be used: %s", trouble)
                self._readiness.stores(False)

    def _work_at_all(self, store: InboxStore, play: Work) -> None:
        while not self._halted and store.work_at_one(play):
            self._readiness.stores(True)
        self._readiness.stores(True)
        self._retention.clean(store)

    def _join(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, end - time.monotonic()))
