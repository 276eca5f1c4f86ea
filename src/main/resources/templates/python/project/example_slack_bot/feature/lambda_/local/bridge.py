"""Lambda on one machine.

Requests and the bot's invocations of itself become invocations of its handler, in processes that are frozen as soon as
they have answered.
"""

import json
import logging
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Condition, Event, Thread
from typing import Any

from ..self_invoker import WHAT_WAITS
from .sandbox import InvocationFailed, Owner, Sandbox, State

_LOG = logging.getLogger(__name__)

# Processes side by side. Lambda would start as many as there are requests at once.
MOST = 3

# As deploy/lambda/template.yaml says.
SCHEDULE_SECONDS = 60.0

END_SECONDS = 25.0


class Bridge:
    def __init__(self, variables: Mapping[str, str], fail: Callable[[int], object]) -> None:
        """With the variables of the function, and what to do when a process of it cannot start."""
        self._variables = variables
        self._fail = fail
        self._owner = Owner(self._invoke, self._slept, self._ended)
        self._changed = Condition()
        self._sandboxes: list[Sandbox] = []
        self._answering = 0
        self._requests: deque[Future[Sandbox]] = deque()  # they wait for a process, and go first
        self._jobs: deque[str] = deque()  # invoked without waiting for an answer
        self._jobs_at_work = 0
        self._ending = Event()

    def begin(self) -> None:
        """What a process before left waiting is worked at, now and every minute."""
        Thread(target=self._schedule, name="schedule", daemon=True).start()

    @contextmanager
    def request(self, event: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """What the function answers; the end waits until that is passed on. Raises InvocationFailed."""
        turn: Future[Sandbox] = Future()
        with self._changed:
            self._answering += 1
            self._requests.append(turn)
            self._assign()
        try:
            yield json.loads(turn.result().invoke(json.dumps(event)))
        finally:
            with self._changed:
                self._answering -= 1
                self._changed.notify_all()

    def end(self) -> bool:
        """Waits for what was accepted. Tells whether all of it was done in time."""
        self._ending.set()
        with self._changed:
            self._assign()
            is_done = self._changed.wait_for(lambda: not self._is_busy(), END_SECONDS)
            self._kill_all()
            return is_done

    def _schedule(self) -> None:
        self._invoke(WHAT_WAITS)
        while not self._ending.wait(SCHEDULE_SECONDS):
            self._invoke(WHAT_WAITS)

    def _invoke(self, event: str) -> None:
        with self._changed:
            self._jobs.append(event)
            self._assign()

    def _kill_all(self) -> None:
        for sandbox in self._sandboxes:
            sandbox.kill()

    def _is_busy(self) -> bool:
        at_work = any(sandbox.state is State.BUSY for sandbox in self._sandboxes)
        return at_work or self._answering > 0 or bool(self._jobs)

    def _assign(self) -> None:
        """Gives those that sleep what waits; one of them is kept for requests."""
        for sandbox in self._sandboxes:
            if sandbox.state is not State.ASLEEP:
                continue
            if self._requests:
                sandbox.state = State.BUSY
                self._requests.popleft().set_result(sandbox)
            elif self._jobs and (self._jobs_at_work < MOST - 1 or self._ending.is_set()):
                sandbox.state = State.BUSY
                self._jobs_at_work += 1
                Thread(target=self._work, args=(sandbox, self._jobs.popleft()), name="job", daemon=True).start()
        if self._requests or len(self._jobs) > self._jobs_at_work:
            self._grow()

    def _work(self, sandbox: Sandbox, job: str) -> None:
        try:
            sandbox.invoke(job)
        except InvocationFailed as failure:
            _LOG.warning("An invocation failed: %s", failure)
        with self._changed:
            self._jobs_at_work -= 1
            self._assign()

    def _grow(self) -> None:
        """One after the other, since a start takes a whole core."""
        is_starting = any(sandbox.state is State.STARTING for sandbox in self._sandboxes)
        if not is_starting and len(self._sandboxes) < MOST:
            self._sandboxes.append(Sandbox(self._variables, self._owner))

    def _slept(self, sandbox: Sandbox) -> None:
        with self._changed:
            sandbox.state = State.ASLEEP
            self._assign()
            self._changed.notify_all()

    def _ended(self, sandbox: Sandbox, status: int) -> None:
        with self._changed:
            self._sandboxes.remove(sandbox)
            if sandbox.state is State.STARTING and not self._ending.is_set():
                self._kill_all()
                self._fail(status if status > 0 else 1)  # a signal's number is below zero
            self._assign()
            self._changed.notify_all()
