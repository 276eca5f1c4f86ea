"""The inbox in a SQLite file, which one process has to itself.

What it works at stands in its memory alone: when it dies, all that is not done is waiting.
"""

import fcntl
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import IO

from ...runtime.startup_error import failed
from .group_commit import GroupCommit
from .store import Again, Dead, Outcome, StoredDelivery, Work, now

_TABLES = [
    """create table if not exists inbox (
      id text primary key,
      body text not null,
      state text not null,
      received integer not null,
      due integer not null,
      error text)""",
    "create index if not exists inbox_due on inbox (due) where state = 'waiting'",
    "create index if not exists inbox_received on inbox (received) where state = 'done'",
    """create table if not exists inbox_begun (
      key text primary key,
      times integer not null default 1,
      since integer not null)""",
]
_CLAIM = """
select id, body, received, coalesce((select times from inbox_begun where key = id), 0) from inbox
where state = 'waiting' and (due <= ? or due > ?)
order by due limit ?"""
_BEGIN = """
insert into inbox_begun (key, since) values (?, ?)
on conflict (key) do update set times = times + 1 returning times"""
_QUARTER_OF_AN_HOUR = timedelta(minutes=15)


class SqliteStore:
    def __init__(self, directory: Path) -> None:
        """Opens the file for this process alone.

        Raises StartupError when another process has it, or the folder cannot be written to.
        """
        self._lock_file = _locked(directory)
        self._lock = Lock()
        self._claimed: set[str] = set()
        try:
            self._database = GroupCommit(directory / "inbox.db")
        except sqlite3.Error as error:
            raise failed(f"The database in DATA_DIR cannot be used: {error}") from error

    def prepare(self) -> None:
        self._database.write(lambda connection: [connection.execute(table) for table in _TABLES])

    def add(self, delivery: StoredDelivery, waiting: bool) -> bool:
        at = _millis(delivery.received)
        return self._update(
            "insert into inbox (id, body, state, received, due) values (?, ?, ?, ?, ?) on conflict do nothing",
            delivery.id,
            delivery.body if waiting else "",
            "waiting" if waiting else "done",
            at,
            at,
        )

    def work_at_one(self, work: Work) -> bool:
        delivery = self._database.read(self._claim)
        if delivery is None:
            return False
        try:
            self.begin(delivery.id)
            self._write(delivery, work(delivery))
        finally:
            with self._lock:
                self._claimed.discard(delivery.id)
        return True

    def begin(self, key: str) -> int:
        return self._database.write(lambda connection: int(connection.execute(_BEGIN, (key, _millis())).fetchone()[0]))

    # region metrics
    def waiting(self) -> int:
        sql = "select count(*) from inbox where state = 'waiting'"
        return int(self._database.read(lambda connection: connection.execute(sql).fetchone()[0]))

    # endregion
    def forget_older_than(self, age: timedelta) -> None:
        before = _millis(now() - age)
        self._update("delete from inbox where state = 'done' and received < ?", before)
        self._update("delete from inbox_begun where since < ?", before)

    def dead(self) -> list[str]:
        sql = "select id, received, error from inbox where state = 'dead' order by received"
        rows = self._database.read(lambda connection: connection.execute(sql).fetchall())
        return [f"{found}  {_time(received).isoformat()}  {error}" for found, received, error in rows]

    def revive(self, delivery_id: str) -> bool:
        self._update("delete from inbox_begun where key = ?", delivery_id)
        return self._update(
            "update inbox set state = 'waiting', due = ? where state = 'dead' and id = ?", _millis(), delivery_id
        )

    def close(self) -> None:
        self._database.close()
        self._lock_file.close()

    def _claim(self, connection: sqlite3.Connection) -> StoredDelivery | None:
        """A time further ahead than any pause was written before the clock was set back."""
        with self._lock:
            limits = (_millis(), _millis(now() + _QUARTER_OF_AN_HOUR), len(self._claimed) + 1)
            rows = connection.execute(_CLAIM, limits).fetchall()
            for found, body, received, attempts in rows:
                if found not in self._claimed:
                    self._claimed.add(found)
                    return StoredDelivery(found, body, _time(received), attempts)
            return None

    def _write(self, delivery: StoredDelivery, outcome: Outcome) -> None:
        match outcome:
            case Again(pause, error):
                due = _millis(now() + pause)
                self._update("update inbox set error = ?, due = ? where id = ?", error, due, delivery.id)
            case Dead(error):
                self._update("update inbox set state = 'dead', error = ? where id = ?", error, delivery.id)
            case _:
                self._update("update inbox set state = 'done', body = '', error = null where id = ?", delivery.id)

    def _update(self, sql: str, *values: object) -> bool:
        return self._database.write(lambda connection: connection.execute(sql, values).rowcount == 1)


def _locked(directory: Path) -> IO[bytes]:
    try:
        # For the bot's user alone: what people have written lies there.
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (directory / "inbox.lock").open("ab")
    except OSError as error:
        raise failed(f"DATA_DIR cannot be written to: {error}") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return file
    except OSError as error:
        file.close()
        raise failed(
            "Another process uses the database in DATA_DIR. For several processes, set DATABASE_URL to a PostgreSQL."
        ) from error


def _millis(time: datetime | None = None) -> int:
    return int((time or now()).timestamp() * 1_000)


def _time(millis: int) -> datetime:
    return datetime.fromtimestamp(millis / 1_000, UTC)
