"""The tokens of all installations, each encrypted.

An installation is told by the id of its workspace, or of its organization when it is org-wide.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from ..inbox.database import Database
from ..inbox.side_tables import Session, SideTables
from .installed_token import InstalledToken, token_of
from .key_ring import KeyRing

# The file that the tables are in, where it is one, and the lock under which they are made.
FILE = "installations"

_TABLE = """create table if not exists slack_token (
  installed_in text not null, owner text not null, secret text not null, bot_user text,
  expires bigint, installed bigint not null, primary key (installed_in, owner))"""

_FIND = "select installed_in, owner, secret, bot_user, expires, installed from slack_token where installed_in = ?"

_SAVE = """
insert into slack_token (installed_in, owner, secret, bot_user, expires, installed) values (?, ?, ?, ?, ?, ?)
on conflict (installed_in, owner) do update set secret = excluded.secret, bot_user = excluded.bot_user,
  expires = excluded.expires, installed = excluded.installed"""

# Gets a new token in the place of one; None when its installation has ended.
Exchange = Callable[[InstalledToken], InstalledToken | None]


class TokenStore:
    """Every method raises StoreTrouble when the database cannot be used."""

    def __init__(self, database: Database, keys: KeyRing) -> None:
        self._keys = keys
        self._tables = SideTables(database, FILE, self._prepare)

    def find(self, installed_in: str) -> dict[str, InstalledToken]:
        """All tokens of an installation by their owners; none if there is no such installation."""
        with self._tables.session() as session:
            return self._tokens(session, _FIND, installed_in)

    def save(self, installed_in: str, by_owner: Mapping[str, InstalledToken]) -> None:
        """Keeps what somebody has said yes to, all of it or nothing."""
        with self._tables.transaction() as session:
            for owner, token in by_owner.items():
                self._save(session, installed_in, owner, token)

    def delete(self, installed_in: str, owner: str) -> None:
        """Forgets one owner's token."""
        with self._tables.session() as session:
            _delete(session, installed_in, owner)

    def rotate(self, installed_in: str, owner: str, exchange: Exchange) -> InstalledToken | None:
        """Exchanges a token that is due, in one process at a time; returns what is kept then.

        The row is locked until the new one is kept, and who has waited for that finds it. Two that exchange the same
        one would make each other's useless. Raises StoreTrouble also when another process takes too long.
        """
        with self._tables.transaction() as session:
            # SQLite has no locks of rows; its transactions that write come one after the other.
            find = _FIND + " and owner = ?" + (" for update" if session.is_shared else "")
            kept = self._tokens(session, find, installed_in, owner).get(owner)
            if kept is None or not kept.is_due():
                return kept
            fresh = exchange(kept)
            if fresh is None:
                _delete(session, installed_in, owner)
                return None
            following = kept.next(fresh)
            self._save(session, installed_in, owner, following)
            return following

    def _prepare(self, session: Session) -> None:
        session.update(_TABLE)
        self._encrypt_anew(session)

    def _encrypt_anew(self, session: Session) -> None:
        """What an older key has encrypted, the first one does from now on, so that the older one can go."""
        for installed_in, owner, secret in session.query("select installed_in, owner, secret from slack_token"):
            if self._keys.is_old(secret):
                place = _place(installed_in, owner)
                session.update(
                    "update slack_token set secret = ? where installed_in = ? and owner = ? and secret = ?",
                    self._keys.lock(self._keys.open(secret, place), place),
                    installed_in,
                    owner,
                    secret,
                )

    def _tokens(self, session: Session, sql: str, *values: str) -> dict[str, InstalledToken]:
        return {
            owner: token_of(
                self._keys.open(secret, _place(installed_in, owner)),
                bot_user,
                None if expires is None else _time(expires),
                _time(installed),
            )
            for installed_in, owner, secret, bot_user, expires, installed in session.query(sql, *values)
        }

    def _save(self, session: Session, installed_in: str, owner: str, token: InstalledToken) -> None:
        session.update(
            _SAVE,
            installed_in,
            owner,
            self._keys.lock(token.secret(), _place(installed_in, owner)),
            token.bot_user,
            None if token.expires is None else _millis(token.expires),
            _millis(token.installed),
        )


def _delete(session: Session, installed_in: str, owner: str) -> None:
    session.update("delete from slack_token where installed_in = ? and owner = ?", installed_in, owner)


def _place(installed_in: str, owner: str) -> str:
    return f"{installed_in} {owner}"


def _millis(time: datetime) -> int:
    return int(time.timestamp() * 1_000)


def _time(millis: int) -> datetime:
    return datetime.fromtimestamp(millis / 1_000, UTC)
