"""Tables beside the inbox's, for those who look into them seldom: each time has a connection of its own."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import Any

import psycopg

from .database import Database, Embedded, Postgres
from .store import StoreTrouble

# Whoever waits for another process's lock waits no longer than Slack waits for an answer.
PATIENCE_SECONDS = 2


class Session:
    """Statements on one connection. Their parameters are question marks, whatever the database."""

    def __init__(self, connection: "sqlite3.Connection | psycopg.Connection[Any]") -> None:
        self._connection = connection

    @property
    def is_shared(self) -> bool:
        """Whether other processes work with the same database; then rows can be locked."""
        return isinstance(self._connection, psycopg.Connection)

    def update(self, sql: str, *values: object) -> int:
        """How many rows it was about."""
        return int(self._run(sql, values).rowcount)

    def query(self, sql: str, *values: object) -> list[Any]:
        """The rows that a query finds, or a statement returns."""
        return list(self._run(sql, values).fetchall())

    def _run(self, sql: str, values: tuple[object, ...]) -> Any:
        if isinstance(self._connection, psycopg.Connection):
            return self._connection.execute(sql.replace("?", "%s").encode(), values)
        return self._connection.execute(sql, values)


class SideTables:
    """They are made the first time.

    `name` is that of their file in SQLite, and of the lock under which one process at a time makes them in PostgreSQL;
    `prepare` makes them where they are missing, all or nothing.
    """

    def __init__(self, database: Database, name: str, prepare: Callable[[Session], object]) -> None:
        self._database = database
        self._name = name
        self._prepare = prepare
        self._preparing = Lock()
        self._is_prepared = False

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Each statement counts for itself.

        Raises StoreTrouble, here or inside; its message shows nothing of what the tables hold.
        """
        try:
            with closing(_connected(self._database, self._name)) as connection:
                session = Session(connection)
                self._make_tables(session)
                yield session
        except sqlite3.Error as error:
            raise StoreTrouble(f"the database says {error.sqlite_errorname}") from None
        except psycopg.Error as error:
            raise StoreTrouble(f"the database says {type(error).__name__}") from None

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """All or nothing. Raises as `session` does."""
        with self.session() as session, _transaction(session):
            yield session

    def _make_tables(self, session: Session) -> None:
        with self._preparing:
            if self._is_prepared:
                return
            with _transaction(session):
                if session.is_shared:
                    # Two that make a table at the same moment would get in each other's way.
                    session.query("select pg_advisory_xact_lock(hashtext(?))", self._name)
                self._prepare(session)
            self._is_prepared = True


@contextmanager
def _transaction(session: Session) -> Iterator[None]:
    """What is not committed goes with the connection."""
    session.update("begin" if session.is_shared else "begin immediate")
    yield
    session.update("commit")


def _connected(database: Database, name: str) -> "sqlite3.Connection | psycopg.Connection[Any]":
    if isinstance(database, Embedded):
        return _file(database, name)
    return _server(database)


def _file(database: Embedded, name: str) -> sqlite3.Connection:
    try:
        database.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreTrouble(f"DATA_DIR cannot be written to: {error}") from error
    file = database.directory / f"{name}.db"
    connection = sqlite3.connect(file, timeout=PATIENCE_SECONDS, isolation_level=None)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    return connection


def _server(database: Postgres) -> psycopg.Connection[Any]:
    connection = psycopg.connect(
        database.url,
        autocommit=True,
        connect_timeout=PATIENCE_SECONDS,
        tcp_user_timeout=5_000,  # without limits, a click might wait for hours
    )
    connection.execute(f"set lock_timeout = '{PATIENCE_SECONDS}s'".encode())
    return connection
