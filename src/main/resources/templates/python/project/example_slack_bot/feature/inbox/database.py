"""Where deliveries are kept."""

from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

from ...runtime.environment import Environment
from .postgres_store import PostgresStore
from .sqlite_store import SqliteStore
from .store import InboxStore


@dataclass(frozen=True)
class Postgres:
    """A PostgreSQL, for any number of processes."""

    url: str = field(repr=False)

    def open(self) -> InboxStore:
        return PostgresStore(self.url)

    def __str__(self) -> str:
        return "PostgreSQL"


@dataclass(frozen=True)
class Embedded:
    """A SQLite file of one process, on a disk that outlives it."""

    directory: Path

    def open(self) -> InboxStore:
        """Raises StartupError when the file is in use or cannot be made."""
        return SqliteStore(self.directory)

    def __str__(self) -> str:
        return f"SQLite in {self.directory}"


Database = Postgres | Embedded


def read(environment: Environment) -> Database:
    """The database that DATABASE_URL names, or a file in DATA_DIR."""
    url = environment.value("DATABASE_URL", "")
    if url:
        if not _is_postgres(url):
            environment.wrong(
                "DATABASE_URL",
                "postgresql://USER:PASSWORD@HOST:PORT/DATABASE; write special characters of the password as in a web"
                " address, such as %40 for @",
            )
        return Postgres(url)
    outlives_the_process = True
    # region kubernetes
    outlives_the_process = False
    # endregion
    # region cloud-run
    outlives_the_process = False
    # endregion
    why = "a file here goes with its process; name a PostgreSQL, or in DATA_DIR the folder of a volume that stays"
    # region lambda
    outlives_the_process = False
    why = "a file would go with its process; name a PostgreSQL, postgresql://USER:PASSWORD@HOST:PORT/DATABASE"
    # endregion
    if not outlives_the_process and not environment.value("DATA_DIR", ""):
        environment.missing("DATABASE_URL", why)
    return Embedded(Path(environment.value("DATA_DIR", "data")))


def _is_postgres(url: str) -> bool:
    """PostgreSQL's own library reads it, and takes no notice of a port until it connects."""
    try:
        asked = conninfo_to_dict(url)
        has_port = 0 < int(asked.get("port") or 5432) < 65_536
    except (psycopg.ProgrammingError, ValueError):
        return False
    return url.startswith(("postgresql://", "postgres://")) and all([asked.get("host"), asked.get("dbname"), has_port])
