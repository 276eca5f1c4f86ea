"""Tries again what did not succeed, for as long as the bot lives."""

import logging
from collections.abc import Callable
from threading import Event

from .startup_error import Unavailable

_LOG = logging.getLogger(__name__)
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0


class Patience:
    def __init__(self) -> None:
        self._ended = Event()

    def until(self, what: str, attempt: Callable[[], None]) -> bool:
        """Tries until it works; False when the bot was closed first.

        `what` is not there while the attempt raises Unavailable, for the log. Any other exception ends the tries.
        """
        pause = FIRST_PAUSE
        while not self._ended.is_set():
            try:
                attempt()
                return True
            except Unavailable as trouble:
                _LOG.warning("%s is not available, next try in %d s: %s", what, pause, trouble)
            self._ended.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
        return False

    def pause(self, seconds: float) -> bool:
        """Waits; True when the bot was closed meanwhile."""
        return self._ended.wait(seconds)

    def end(self) -> None:
        self._ended.set()
