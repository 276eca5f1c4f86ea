"""A memory that forgets after a while, and that nobody can fill."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Expiring(Generic[_T]):
    def __init__(self, seconds: float, capacity: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._capacity = capacity
        self._clock = clock
        self._lock = Lock()
        self._values: dict[str, tuple[float, _T]] = {}  # in the order in which they came

    def get(self, key: str) -> _T | None:
        with self._lock:
            return self._found(key)

    def put(self, key: str, value: _T) -> None:
        with self._lock:
            self._put(key, value)

    def take(self, key: str) -> _T | None:
        """Of several who take the same value, one gets it."""
        with self._lock:
            found = self._found(key)
            self._values.pop(key, None)
            return found

    def change(self, key: str, step: Callable[[_T], _T], first: _T) -> _T:
        """Changes a value, which keeps its age, or the first one that takes its place; tells what came of it."""
        with self._lock:
            found = self._found(key)
            if found is None:
                self._put(key, step(first))
            else:
                self._values[key] = (self._values[key][0], step(found))
            return self._values[key][1]

    def _found(self, key: str) -> _T | None:
        self._forget()
        found = self._values.get(key)
        return None if found is None else found[1]

    def _put(self, key: str, value: _T) -> None:
        self._values.pop(key, None)
        self._values[key] = (self._clock(), value)
        self._forget()

    def _forget(self) -> None:
        oldest = self._clock() - self._seconds
        while self._values and (len(self._values) > self._capacity or next(iter(self._values.values()))[0] <= oldest):
            del self._values[next(iter(self._values))]
