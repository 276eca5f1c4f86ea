"""What is remembered for a minute."""

import time
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")

SECONDS = 60.0
CAPACITY = 10_000


class ForAMinute(Generic[_K, _V]):
    """Safe for use by many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[_K, tuple[float, _V]] = {}  # in the order in which they came

    def get(self, key: _K) -> _V | None:
        with self._lock:
            self._drop_old()
            found = self._kept.get(key)
            return None if found is None else found[1]

    def keep(self, key: _K, value: _V) -> None:
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = (time.monotonic(), value)
            self._drop_old()

    def forget(self, key: _K) -> None:
        with self._lock:
            self._kept.pop(key, None)

    def _drop_old(self) -> None:
        over = time.monotonic() - SECONDS
        while self._kept:
            oldest = next(iter(self._kept))
            if self._kept[oldest][0] > over and len(self._kept) <= CAPACITY:
                return
            del self._kept[oldest]
