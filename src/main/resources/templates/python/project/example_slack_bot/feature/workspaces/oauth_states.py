"""What tells installations that are under way, each good once and for some time."""

import secrets
from datetime import timedelta

from ..inbox.database import Database
from ..inbox.side_tables import Session, SideTables
from .installed_token import now
from .token_store import FILE

_TABLE = "create table if not exists oauth_state (state text primary key, until bigint not null)"
_INDEX = "create index if not exists oauth_state_until on oauth_state (until)"
_BYTES = 32

# Anybody may begin as many as they like. So many people do not in ten minutes, and they take a few MiB at most.
MOST = 10_000

# Those that came to nothing, and the oldest of too many: were the newest refused, a crowd would lock out all.
_LET_GO = """
delete from oauth_state where until < ?
or until <= (select until from oauth_state order by until desc limit 1 offset ?)"""


class OAuthStates:
    """Both methods raise StoreTrouble."""

    def __init__(self, database: Database, most: int = MOST) -> None:
        self._most = most
        self._tables = SideTables(database, FILE, _prepare)

    def begin(self, life: timedelta) -> str:
        """Makes a state that nobody can guess."""
        state = secrets.token_urlsafe(_BYTES)
        with self._tables.session() as session:
            session.update(_LET_GO, _millis(), self._most - 1)
            session.update("insert into oauth_state values (?, ?)", state, _millis(life))
        return state

    def take(self, state: str) -> bool:
        """Takes a state, in one step: of two that bring it at once, one has it."""
        with self._tables.session() as session:
            return session.update("delete from oauth_state where state = ? and until >= ?", state, _millis()) == 1


def _prepare(session: Session) -> None:
    session.update(_TABLE)
    session.update(_INDEX)


def _millis(ahead: timedelta = timedelta()) -> int:
    return int((now() + ahead).timestamp() * 1_000)
