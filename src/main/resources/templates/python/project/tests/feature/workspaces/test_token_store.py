"""The same in both databases. PostgreSQL takes part where TEST_DATABASE_URL names one."""

import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from example_slack_bot.feature.inbox.database import Database, Embedded
from example_slack_bot.feature.workspaces.installed_token import BOT, InstalledToken, now
from example_slack_bot.feature.workspaces.key_ring import KeyRing, WrongKey
from example_slack_bot.feature.workspaces.token_store import TokenStore

from tests.feature.workspaces.both_databases import KINDS, at_once, database_of
from tests.feature.workspaces.keys import NEW, OLD

NOW = now().replace(microsecond=0)
SOON = NOW + timedelta(minutes=1)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Database:
    return database_of(request.param, tmp_path)


@pytest.fixture
def store(database: Database) -> TokenStore:
    return TokenStore(database, KeyRing(OLD))


@pytest.fixture
def team() -> str:
    """One that no other test has in the same database."""
    return f"T{uuid.uuid4()}"


def token(access: str, expires: bool = False) -> InstalledToken:
    return InstalledToken(access, f"{access}-refresh" if expires else None, "U0BOT", SOON if expires else None, NOW)


def test_keeps_what_was_installed(store: TokenStore, team: str) -> None:
    tokens = {BOT: token("xoxb-1"), "U1": token("xoxp-1", expires=True)}

    store.save(team, tokens)

    assert store.find(team) == tokens
    assert store.find("T0OTHER") == {}


def test_keeps_the_latest_of_two_installations(store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-1")})
    store.save(team, {BOT: token("xoxb-2")})

    assert store.find(team) == {BOT: token("xoxb-2")}


def test_forgets_one_token(store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-1"), "U1": token("xoxp-1")})

    store.delete(team, "U1")

    assert list(store.find(team)) == [BOT]


def test_of_two_replicas_one_gets_a_new_token(database: Database, store: TokenStore, team: str) -> None:
    """Each replica has a store of its own."""
    store.save(team, {BOT: token("xoxb-1", expires=True)})
    exchanges: list[str] = []
    together = Barrier(2)

    def exchange(due: InstalledToken) -> InstalledToken:
        exchanges.append(due.access)
        return InstalledToken(f"xoxb-new-{len(exchanges)}", "next", None, NOW + timedelta(hours=12), now())

    def rotate() -> InstalledToken | None:
        replica = TokenStore(database, KeyRing(OLD))
        replica.find(team)
        together.wait()
        return replica.rotate(team, BOT, exchange)

    found = at_once(rotate)

    assert exchanges == ["xoxb-1"]
    assert [one and one.access for one in found] == ["xoxb-new-1", "xoxb-new-1"]
    assert store.find(team)[BOT].installed == NOW  # it is the same installation


def test_who_comes_while_a_token_is_exchanged_waits_for_the_new_one(
    database: Database, store: TokenStore, team: str
) -> None:
    store.save(team, {BOT: token("xoxb-1", expires=True)})
    other = TokenStore(database, KeyRing(OLD))
    other.find(team)
    came: list[Future[InstalledToken | None]] = []

    def exchange(due: InstalledToken) -> InstalledToken:
        came.append(threads.submit(other.rotate, team, BOT, refuse))  # the row is locked by now
        return InstalledToken("xoxb-2", "next", None, NOW + timedelta(hours=12), now())

    def refuse(due: InstalledToken) -> InstalledToken:
        raise AssertionError("It was exchanged already")

    with ThreadPoolExecutor(1) as threads:
        store.rotate(team, BOT, exchange)
        found = came[0].result()

    assert found is not None
    assert found.access == "xoxb-2"


def test_a_failed_exchange_changes_nothing(store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-1", expires=True)})

    def fail(due: InstalledToken) -> InstalledToken:
        raise ConnectionError("Slack is away")

    with pytest.raises(ConnectionError):
        store.rotate(team, BOT, fail)

    assert store.find(team) == {BOT: token("xoxb-1", expires=True)}


def test_what_has_ended_is_forgotten(store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-1", expires=True), "U1": token("xoxp-1")})

    assert store.rotate(team, BOT, lambda due: None) is None

    assert store.find(team) == {"U1": token("xoxp-1")}


def test_the_database_holds_no_token_in_clear(database: Database, store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-in-clear", expires=True), "U1": token("xoxp-in-clear")})

    assert b"in-clear" not in everything(database)
    assert team.encode() in everything(database)  # it looks at the right place


def test_another_key_takes_the_old_ones_place(database: Database, store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-1")})

    TokenStore(database, KeyRing(f"{NEW},{OLD}")).find(team)

    assert TokenStore(database, KeyRing(NEW)).find(team) == {BOT: token("xoxb-1")}
    TokenStore(database, KeyRing(f"{OLD},{NEW}")).find(team)  # for other tests


def test_a_token_of_a_missing_key_holds_nobody_else_up(database: Database, store: TokenStore, team: str) -> None:
    store.save(team, {BOT: token("xoxb-1")})
    other = TokenStore(database, KeyRing(NEW))

    other.save(f"{team}2", {BOT: token("xoxb-2")})

    assert other.find(f"{team}2") == {BOT: token("xoxb-2")}
    with pytest.raises(WrongKey):
        other.find(team)


def everything(database: Database) -> bytes:
    """All bytes of the file and what lies beside it, or all that the table holds."""
    if isinstance(database, Embedded):
        return b"".join(file.read_bytes() for file in database.directory.iterdir())
    with psycopg.connect(database.url) as connection:
        rows = connection.execute("select cast(slack_token as text) from slack_token").fetchall()
    return "\n".join(row[0] for row in rows).encode()
