"""A command for people: lists the deliveries that failed for the last time, and lets them be worked at once more."""

import os
import sys

from ...runtime.environment import Environment
from ...runtime.startup_error import StartupError
from . import database
from .store import InboxStore


def main(ids: list[str]) -> int:
    """Lists them, or revives those of these ids."""
    try:
        environment = Environment(os.environ)
        chosen = database.read(environment)
        environment.raise_if_wrong()
        store = chosen.open()
    except StartupError as error:
        print(error, file=sys.stderr)
        return error.status
    try:
        store.prepare()
        _list(store, ids)
    finally:
        store.close()
    return 0


def _list(store: InboxStore, ids: list[str]) -> None:
    for line in [] if ids else store.dead():
        print(line)
    for delivery_id in ids:
        print(delivery_id, "is waiting again" if store.revive(delivery_id) else "is not among the dead")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
