"""Who may do what. What nothing is said of, nobody may."""

from collections.abc import Mapping
from dataclasses import dataclass

from .asker import Asker
from .operation import Operation
from .user_groups import UserGroups


@dataclass(frozen=True)
class Rule:
    """To be of the bot's workspace, to be one of the users or in one of the groups, and to be in one of the channels.

    No channels means any. A second person is somebody else, who may do it as well and has to approve.
    """

    everyone: bool = False
    """Any user of that workspace; only for what changes nothing."""

    users: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    second_person: bool = False

    def allows(self, asker: Asker, members: UserGroups) -> bool:
        if asker.is_external or (self.channels and asker.channel not in self.channels):
            return False
        return (
            self.everyone or asker.user in self.users or any(members.has(group, asker) for group in sorted(self.groups))
        )


NOBODY = Rule(second_person=True)


@dataclass(frozen=True)
class WhoMay:
    whom_to_ask: str
    """What a denial says, as it stands in permissions.yaml."""

    rules: Mapping[str, Rule]
    """By the name of the operation."""

    def of(self, operation: Operation) -> Rule:
        return self.rules.get(operation.name, NOBODY)
