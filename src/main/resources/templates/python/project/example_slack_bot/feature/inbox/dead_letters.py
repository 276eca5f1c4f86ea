"""A command for people: lists the deliveries that failed for the last time, and lets them be worked at once more.

Exit status: 1 when one of those named is not dead or the database is away, 2 when a setting is wrong.
"""

import os
import sys

from ...runtime.environment import Environment
from ...runtime.startup_error import StartupError
from . import database
from .store import InboxStore, StoreTrouble


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
        return 0 if _listed(store, ids) else 1
    except StoreTrouble as trouble:
        print(f"The database cannot be used: {trouble}", file=sys.stderr)
        return 1
    finally:
        store.close()


def _listed(store: InboxStore, ids: list[str]) -> bool:
    """Tells whether all of them are dead."""
    for line in [] if ids else store.dead():
        print(line)
    are_dead = True
    for delivery_id in ids:
        is_dead = store.revive(delivery_id)
        print(delivery_id, "is waiting again" if is_dead else "is not among the dead")
        are_dead = are_dead and is_dead
    return are_dead


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
