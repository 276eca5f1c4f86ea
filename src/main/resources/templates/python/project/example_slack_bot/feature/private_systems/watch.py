"""Looks again and again at something that was begun."""

import time
from collections.abc import Callable

from .operation import SystemTrouble

# For less than the bot has to finish its work in when it stops.
LIMIT_SECONDS = 16.0


class Watch:
    def __init__(self, pause: float = 2.0, limit: float = LIMIT_SECONDS) -> None:
        """Pauses before each look, and ends after the limit of all looks."""
        self._pause = pause
        self._limit = limit

    def until(self, look: Callable[[], str | None]) -> str | None:
        """The outcome, or None when it is not known.

        That it was begun stands: trouble with looking only means that its end is not known.
        """
        end = time.monotonic() + self._limit
        try:
            while time.monotonic() < end:
                time.sleep(self._pause)
                outcome = look()
                if outcome is not None:
                    return outcome
        except SystemTrouble:
            pass
        return None
