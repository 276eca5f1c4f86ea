"""What tells installations that are under way, each good once and for some time."""

import secrets
from datetime import timedelta

from ..inbox.database import Database
from ..inbox.side_tables import SideTables
from .installed_token import now
from .token_store import FILE

_TABLE = "create table if not exists oauth_state (state text primary key, until bigint not null)"
_BYTES = 32


class OAuthStates:
    """Both methods raise StoreTrouble."""

    def __init__(self, database: Database) -> None:
        self._tables = SideTables(database, FILE, lambda session: session.update(_TABLE))

    def begin(self, life: timedelta) -> str:
        """Makes a state that nobody can guess; those that came to nothing go."""
        state = secrets.token_urlsafe(_BYTES)
        with self._tables.session() as session:
            session.update("delete from oauth_state where until < ?", _millis())
            session.update("insert into oauth_state values (?, ?)", state, _millis(life))
        return state

    def take(self, state: str) -> bool:
        """Takes a state, in one step: of two that bring it at once, one has it."""
        with self._tables.session() as session:
            return session.update("delete from oauth_state where state = ? and until >= ?", state, _millis()) == 1


def _millis(ahead: timedelta = timedelta()) -> int:
    return int((now() + ahead).timestamp() * 1_000)
