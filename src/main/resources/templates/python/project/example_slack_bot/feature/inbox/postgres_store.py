"""The inbox in PostgreSQL, which any number of processes share.

Who works at a delivery holds the lock of its row, in a transaction that ends with its connection: a process that dies
leaves nothing behind. https://www.postgresql.org/docs/current/sql-select.html#SQL-FOR-UPDATE-SHARE
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from typing import Any

import psycopg
from psycopg import Connection
from psycopg_pool import ConnectionPool

from .store import Again, Dead, Outcome, StoredDelivery, StoreTrouble, Work

# Short enough that Slack hears within its three seconds that a delivery cannot be kept.
PATIENCE_SECONDS = 2.0

# One for each worker, and as many as the insertions of a busy workspace need.
CONNECTIONS = 12

# A machine that is gone says nothing: after a minute the server lets go of the locks that its processes held.
_SOON_UNLOCKED = "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3"

_TABLES = """
create table if not exists inbox (
  id text primary key,
  body text not null,
  state text not null,
  received timestamptz not null default now(),
  due timestamptz not null default now(),
  error text);
create index if not exists inbox_due on inbox (due) where state = 'waiting';
create index if not exists inbox_received on inbox (received) where state = 'done';
create table if not exists inbox_begun (
  key text primary key,
  times int not null default 1,
  since timestamptz not null default now())"""

# A time further ahead than any pause was written before the clock was set back.
_CLAIM = """
select id, body, received, coalesce((select times from inbox_begun where key = id), 0) from inbox
where state = 'waiting' and (due <= now() or due > now() + interval '15 minutes')
order by due limit 1 for update skip locked"""

_BEGIN = """
insert into inbox_begun (key) values (%s)
on conflict (key) do update set times = inbox_begun.times + 1 returning times"""


class PostgresStore:
    def __init__(self, url: str) -> None:
        logging.getLogger("psycopg.pool").setLevel(logging.ERROR)  # what fails is said to who asked
        self._pool = ConnectionPool(
            url,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=PATIENCE_SECONDS,
            reconnect_timeout=PATIENCE_SECONDS,
            check=ConnectionPool.check_connection,
            configure=_configure,
            kwargs={"autocommit": True, "connect_timeout": 2, "tcp_user_timeout": 20_000},
            open=True,
        )

    def prepare(self) -> None:
        with self._connection() as connection, connection.transaction():
            # Two that make a table at the same moment would get in each other's way.
            connection.execute("select pg_advisory_xact_lock(hashtext('inbox'))")
            connection.execute(_TABLES)

    def add(self, delivery: StoredDelivery, waiting: bool) -> bool:
        return self._update(
            "insert into inbox (id, body, state) values (%s, %s, %s) on conflict do nothing",
            delivery.id,
            delivery.body if waiting else "",
            "waiting" if waiting else "done",
        )

    def work_at_one(self, work: Work) -> bool:
        with self._connection() as connection, connection.transaction():
            row = connection.execute(_CLAIM).fetchone()
            if row is None:
                return False
            delivery = StoredDelivery(*row)
            self.begin(delivery.id)
            _write(connection, delivery, work(delivery))
            return True

    def begin(self, key: str) -> int:
        """On a connection of its own: what that of the work writes counts only once it commits."""
        with self._connection() as connection:
            row = connection.execute(_BEGIN, (key,)).fetchone()
            return 0 if row is None else int(row[0])

    # region metrics
    def waiting(self) -> int:
        with self._connection() as connection:
            row = connection.execute("select count(*) from inbox where state = 'waiting'").fetchone()
            return 0 if row is None else int(row[0])

    # endregion
    def forget_older_than(self, age: timedelta) -> None:
        self._update("delete from inbox where state = 'done' and received < now() - %s", age)
        self._update("delete from inbox_begun where since < now() - %s", age)

    def dead(self) -> list[str]:
        with self._connection() as connection:
            rows = connection.execute("select id, received, error from inbox where state = 'dead' order by received")
            return [f"{found}  {received.astimezone(UTC).isoformat()}  {error}" for found, received, error in rows]

    def revive(self, delivery_id: str) -> bool:
        self._update("delete from inbox_begun where key = %s", delivery_id)
        return self._update(
            "update inbox set state = 'waiting', due = now() where state = 'dead' and id = %s", delivery_id
        )

    def close(self) -> None:
        self._pool.close()

    def _update(self, sql: str, *values: object) -> bool:
        with self._connection() as connection:
            return connection.execute(sql.encode(), values).rowcount == 1

    @contextmanager
    def _connection(self) -> Iterator[Connection[Any]]:
        try:
            with self._pool.connection() as connection:
                yield connection
        except psycopg.Error as error:
            raise StoreTrouble(str(error)) from error


def _configure(connection: Connection[Any]) -> None:
    connection.execute(_SOON_UNLOCKED)


def _write(connection: Connection[Any], delivery: StoredDelivery, outcome: Outcome) -> None:
    match outcome:
        case Again(pause, error):
            connection.execute(
                "update inbox set error = %s, due = now() + %s where id = %s", (error, pause, delivery.id)
            )
        case Dead(error):
            connection.execute("update inbox set state = 'dead', error = %s where id = %s", (error, delivery.id))
        case _:
            connection.execute("update inbox set state = 'done', body = '', error = null where id = %s", (delivery.id,))
