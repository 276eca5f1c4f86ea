"""Waits, within bounds, for what happens on other threads."""

import time
from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

PATIENCE_SECONDS = 30.0
_T = TypeVar("_T")


def eventually(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"It did not happen within {seconds:.0f} s"
        time.sleep(0.01)


class Promise(Generic[_T]):
    """A value that may come."""

    def __init__(self) -> None:
        self._kept = Event()
        self._value: _T | None = None

    def keep(self, value: _T) -> None:
        self._value = value
        self._kept.set()

    def wait(self, seconds: float) -> _T | None:
        self._kept.wait(seconds)
        return self._value
