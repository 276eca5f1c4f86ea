"""Each kind of database. PostgreSQL takes part where TEST_DATABASE_URL names one."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

from example_slack_bot.feature.inbox.database import Database, Embedded, Postgres

_T = TypeVar("_T")
KINDS = ["sqlite", "postgresql"]


def database_of(kind: str, folder: Path) -> Database:
    if kind == "sqlite":
        return Embedded(folder)
    url = os.environ.get("TEST_DATABASE_URL")
    if url is None:
        pytest.skip("TEST_DATABASE_URL names no PostgreSQL")
    return Postgres(url)


def at_once(work: Callable[[], _T]) -> list[_T]:
    with ThreadPoolExecutor(2) as threads:
        return [one.result() for one in [threads.submit(work), threads.submit(work)]]
