# region inbox
"""For several processes on one PostgreSQL, any of which may get a click.

People click seldom: each look has a connection of its own.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from ..inbox.database import Database, Postgres
from .pending import Pending, PendingRequests, Step, new_id

# Any number, the same in each process: without it, two that make the table at once get in each other's way.
_ONE_AT_A_TIME = "select pg_advisory_xact_lock(7361926501)"

_TABLE = """
create table if not exists pending_request (
  id text primary key, step text not null, command text not null, pin text not null,
  requester text not null, team text not null, channel text not null, until bigint not null)"""

_COLUMNS = "step, command, pin, requester, team, channel, until"

# Without limits, a click might wait for hours: for a connection, for a machine that is gone, for an answer.
_LIMITS: dict[str, Any] = {"connect_timeout": 5, "tcp_user_timeout": 5_000}
_ANSWER_LIMIT = "set statement_timeout = 5000"


class StoredPendingRequests:
    def __init__(self, url: str) -> None:
        self._url = url
        self._is_prepared = False

    def add(self, request: Pending) -> str:
        request_id = new_id()
        with self._connection() as connection:
            connection.execute("delete from pending_request where until < %s", (_milliseconds(time.time()),))
            connection.execute(
                f"insert into pending_request (id, {_COLUMNS}) values (%s, %s, %s, %s, %s, %s, %s, %s)".encode(),
                (
                    request_id,
                    request.step.value,
                    request.command,
                    request.pin,
                    request.requester,
                    request.team,
                    request.channel,
                    _milliseconds(request.until),
                ),
            )
        return request_id

    def find(self, request_id: str) -> Pending | None:
        return self._one(f"select {_COLUMNS} from pending_request where id = %s", request_id)

    def take(self, request_id: str) -> Pending | None:
        return self._one(f"delete from pending_request where id = %s returning {_COLUMNS}", request_id)

    def _one(self, query: str, request_id: str) -> Pending | None:
        with self._connection() as connection:
            row = connection.execute(query.encode(), (request_id,)).fetchone()
        if row is None:
            return None
        step, command, pin, requester, team, channel, until = row
        return Pending(Step(step), command, pin, requester, team, channel, until / 1000)

    @contextmanager
    def _connection(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        """Commits at its end."""
        with psycopg.connect(self._url, **_LIMITS) as connection:
            connection.execute(_ANSWER_LIMIT)
            if not self._is_prepared:
                connection.execute(_ONE_AT_A_TIME)
                connection.execute(_TABLE)
                connection.commit()
                self._is_prepared = True
            yield connection


def requests_in(database: Database, of_one_process: PendingRequests) -> PendingRequests:
    """What fits to a database: one process keeps its requests itself."""
    return StoredPendingRequests(database.url) if isinstance(database, Postgres) else of_one_process


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
# endregion
