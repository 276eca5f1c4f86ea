"""In the place of workers that run all the time: works at what waits in the database when it is told to."""

import time
from concurrent.futures import Future, ThreadPoolExecutor

from ...runtime.readiness import Readiness
from ..inbox.store import InboxStore, Outcome, StoredDelivery, StoreTrouble, Work
from ..inbox.workers import Workers

# Deliveries at work side by side: their listeners mostly wait for Slack, and time is what Lambda costs.
COUNT = 4

# Of the time of an invocation, what is left for those that are at work.
LAST_SECONDS = 60.0


class OnDemand(Workers):
    def __init__(self, readiness: Readiness) -> None:
        super().__init__(readiness)
        self._job: tuple[InboxStore, Work] | None = None
        self._has_arrived = False

    def start(self, store: InboxStore, play: Work) -> None:
        self._job = (store, play)

    def wake(self) -> None:
        self._has_arrived = True

    def is_wanted(self) -> bool:
        """Whether there was something new since it was asked last."""
        has_arrived, self._has_arrived = self._has_arrived, False
        return has_arrived

    def work(self, limit: float) -> None:
        """Works at all that is due, for so many seconds. What it does not get to is for the next invocation.

        Raises StoreTrouble.
        """
        if self._job is None:
            raise StoreTrouble("it is not open yet")
        store, play = self._job
        end = time.monotonic() + limit - min(LAST_SECONDS, limit / 2)
        workers: list[Future[None]] = []
        with ThreadPoolExecutor(COUNT, "inbox") as threads:

            def work() -> None:
                while time.monotonic() < end and store.work_at_one(found):
                    pass

            def found(delivery: StoredDelivery) -> Outcome:
                """Whoever finds something calls the next one."""
                call()
                return play(delivery)

            def call() -> None:
                if len(workers) < COUNT:
                    workers.append(threads.submit(work))

            call()
            # Of those that have joined meanwhile, too.
            failures = [failure for worker in workers if (failure := worker.exception()) is not None]
        if failures:
            raise failures[0]
        self._retention.clean(store)
