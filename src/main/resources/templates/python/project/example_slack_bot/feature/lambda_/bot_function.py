"""The bot as a function: awake while it answers, and asleep in the middle of whatever else it does.

So a request ends with its answer, and another invocation does the rest.
"""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from ...runtime.service import Parts
from ...runtime.startup_error import Unavailable
from ..inbox.store import StoreTrouble
from .http_event import Event, answered, is_request
from .on_demand import OnDemand
from .self_invoker import Invoker

_LOG = logging.getLogger(__name__)

# PostgreSQL lets go of a silent machine after a minute, and one that sleeps is silent.
TRUSTED_SECONDS = 20.0


class Context(Protocol):
    """As Lambda gives it."""

    invoked_function_arn: str

    def get_remaining_time_in_millis(self) -> int: ...


class BotFunction:
    def __init__(self, parts: Parts, invoker: Invoker) -> None:
        self._parts = parts
        self._invoker = invoker
        self._rest = OnDemand(parts.readiness)
        parts.inbox.leave_to(self._rest)
        self._loop = asyncio.Runner()
        self._is_authenticated = False
        self._used_at = 0.0

    def wake(self) -> None:
        """Begins, or begins again where it could not, or has slept for long.

        While Slack or the database are in trouble it is not ready, and answers so. Raises StartupError when Slack
        refuses the token.
        """
        slept = time.time() - self._used_at  # by a clock that goes on meanwhile
        if not self._parts.readiness.is_ready() or slept > TRUSTED_SECONDS:
            self._begin()
        self._used_at = time.time()

    def _begin(self) -> None:
        """Side by side: it counts within the three seconds that Slack waits."""
        with ThreadPoolExecutor(2) as threads:
            attempts = [threads.submit(self._parts.inbox.reopen), threads.submit(self._authenticate)]
        for attempt in attempts:
            try:
                attempt.result()
            except Unavailable as trouble:
                _LOG.warning("The bot is not ready: %s", trouble)

    def _authenticate(self) -> None:
        if not self._is_authenticated:
            self._parts.slack.authenticate()
            self._parts.readiness.authenticated()
            self._is_authenticated = True

    def invoked(self, event: Event, context: Context) -> dict[str, Any]:
        """Answers a request, or works at what waits. Raises StartupError when Slack refuses the token."""
        self.wake()
        if not is_request(event):
            self._work(context.get_remaining_time_in_millis() / 1_000)
            return {}
        answer = self._loop.run(answered(event, self._parts.http.serve))
        if self._rest.is_wanted():
            self._invoker.go_on(context.invoked_function_arn)
        return answer

    def _work(self, limit: float) -> None:
        """Without Slack or the database nothing would come of it but a lost attempt."""
        if not self._parts.readiness.is_ready():
            raise Unavailable("What waits has to wait on: the bot is not ready")
        try:
            self._rest.work(limit)
        except StoreTrouble:
            self._parts.readiness.stores(False)
            raise

    def close(self) -> None:
        """Nobody tells a function that it is to end; a test does."""
        self._parts.inbox.drain(0)
        self._loop.close()
