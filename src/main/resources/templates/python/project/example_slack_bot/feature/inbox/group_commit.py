"""A SQLite file with one thread that reads and writes it.

All that is asked meanwhile goes into the next transaction: the wait for the disk, a millisecond or two, is shared.
"""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar, cast

from .store import StoreTrouble

_T = TypeVar("_T")

# Something to do inside a transaction.
Step = Callable[[sqlite3.Connection], _T]


@dataclass(frozen=True)
class _Asked:
    step: Step[Any]
    writes: bool
    answer: Future[Any] = field(default_factory=Future)


class GroupCommit:
    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = full")  # a commit outlives the machine's power, too
        self._connection.execute("pragma busy_timeout = 2000")
        self._asked: SimpleQueue[_Asked | None] = SimpleQueue()
        self._closed = False
        self._thread = Thread(target=self._serve, name="inbox database", daemon=True)
        self._thread.start()

    def read(self, step: Step[_T]) -> _T:
        """Reads, after what was asked to be written before. Raises StoreTrouble."""
        return cast(_T, self._answer(_Asked(step, writes=False)))

    def write(self, step: Step[_T]) -> _T:
        """Writes, and returns when it is on the disk. Raises StoreTrouble."""
        return cast(_T, self._answer(_Asked(step, writes=True)))

    def close(self) -> None:
        self._closed = True
        self._asked.put(None)
        self._thread.join()
        for left in self._waiting():
            left.answer.set_exception(sqlite3.ProgrammingError("closed"))
        self._connection.close()

    def _answer(self, mine: _Asked) -> Any:
        self._asked.put(mine)
        if self._closed:
            raise StoreTrouble("closed")
        try:
            return mine.answer.result()
        except sqlite3.Error as error:
            raise StoreTrouble(str(error)) from error

    def _serve(self) -> None:
        while True:
            first = self._asked.get()
            if first is None:
                return
            together = [first, *self._waiting()]
            self._commit([one for one in together if one.writes])
            for one in together:
                if not one.writes:
                    self._commit([one])

    def _waiting(self) -> list[_Asked]:
        waiting = []
        try:
            while True:
                one = self._asked.get_nowait()
                if one is None:
                    self._asked.put(None)  # after what came before it
                    break
                waiting.append(one)
        except Empty:
            pass
        return waiting

    def _commit(self, together: list[_Asked]) -> None:
        """All or none. When one step fails, each has a transaction of its own, so that no other fails with it."""
        if not together:
            return
        try:
            self._connection.execute("begin immediate")
            values = [one.step(self._connection) for one in together]
            self._connection.execute("commit")
            for one, value in zip(together, values, strict=True):
                one.answer.set_result(value)
        except Exception as error:  # or nobody would serve any more
            if self._connection.in_transaction:
                self._connection.execute("rollback")
            if len(together) == 1:
                together[0].answer.set_exception(error)
            else:
                for one in together:
                    self._commit([one])
