"""The systems behind the bot, and who may do what with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from re import fullmatch

from ...runtime.environment import Environment
from . import permissions_file
from .audit_trail import AuditTrail
from .operation import Operation
from .pending import PendingRequests
from .procedure import Procedure
from .waiting import WaitingRequests
from .who_may import WhoMay

_CHANNEL = "[CG][A-Z0-9]+"
_SECONDS = "[1-9][0-9]{0,2}|[12][0-9]{3}|3[0-5][0-9]{2}|3600"
_LIMIT = "CONFIRMATION_SECONDS"


@dataclass(frozen=True)
class PrivateSystem:
    """A system behind the bot."""

    words: frozenset[str]
    """The names of all its operations: permissions may name them where its address is not set, too."""

    operations: Sequence[Operation] = ()
    """What people may ask of it; none where its address is not set."""

    def __post_init__(self) -> None:
        unknown = {operation.name for operation in self.operations} - self.words
        if unknown:
            raise ValueError(f"The words lack {unknown}")


@dataclass(frozen=True)
class PrivateSystems:
    operations: Sequence[Operation]
    permissions: WhoMay
    patience: int
    audit: AuditTrail

    # region workspaces
    def are_reached(self) -> bool:
        """Whether there is any."""
        return bool(self.operations)

    # endregion
    def procedure(self, pending: PendingRequests) -> Procedure:
        return Procedure(self.operations, self.permissions, WaitingRequests(pending, self.patience), self.audit)


def read_private_systems(environment: Environment, systems: Sequence[PrivateSystem]) -> PrivateSystems:
    """Problems with variables go to the environment, which says them together.

    Raises StartupError when the permissions are wrong.
    """
    operations = [operation for system in systems for operation in system.operations]
    words = {word for system in systems for word in system.words}
    channel = environment.value("AUDIT_CHANNEL", "")
    if channel and not fullmatch(_CHANNEL, channel):
        environment.wrong("AUDIT_CHANNEL", "the id of a channel, such as C0123ABC")
    permissions = permissions_file.read(environment.value("PERMISSIONS_FILE", ""), words, operations)
    return PrivateSystems(operations, permissions, _patience(environment), AuditTrail(channel))


def _patience(environment: Environment) -> int:
    seconds = environment.value(_LIMIT, "600")
    if fullmatch(_SECONDS, seconds):
        return int(seconds)
    environment.wrong(_LIMIT, "a whole number from 1 to 3600")
    return 0
