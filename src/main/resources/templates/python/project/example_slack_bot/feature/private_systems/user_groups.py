"""Who is in a user group, remembered for a minute: Slack allows about 20 such questions a minute.

https://docs.slack.dev/reference/methods/usergroups.users.list
"""

import logging
import time
from collections.abc import Callable

from .asker import Asker
from .forgetful import Expiring

_LOG = logging.getLogger(__name__)


class UserGroups:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._members: Expiring[frozenset[str]] = Expiring(60, 1_000, clock)

    def has(self, group: str, asker: Asker) -> bool:
        """A question without an answer is a no."""
        members = self._members.get(group)
        if members is None:
            try:
                members = _ask(group, asker)
            except Exception as error:  # whatever came in the place of an answer
                _LOG.warning("Nobody counts as a member of %s: %s", group, error)
                return False
            self._members.put(group, members)
        return asker.user in members


def _ask(group: str, asker: Asker) -> frozenset[str]:
    users = asker.slack.usergroups_users_list(usergroup=group).get("users")
    if not isinstance(users, list):
        raise ValueError("usergroups.users.list tells no users")
    return frozenset(map(str, users))
