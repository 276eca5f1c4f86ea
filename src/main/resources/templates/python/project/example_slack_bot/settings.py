"""What the environment says: the place for one more variable."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# region argo-cd
from .feature.argo_cd import read_argo_cd
# endregion
# region inbox
from .feature.inbox import Database, read_database
# endregion
# region jenkins
from .feature.jenkins import read_jenkins
# endregion
# region private-systems
from .feature.private_systems import PrivateSystem, PrivateSystems, read_private_systems
# endregion
# region prometheus
from .feature.prometheus import read_prometheus
# endregion
# region workspaces
from .feature.workspaces import Workspaces, read_workspaces
# endregion
from .runtime.environment import Address, Environment
from .runtime.transport import Kind

# The transport that the bot was made for; SLACK_TRANSPORT overrules it.
DEFAULT_TRANSPORT = "socket-mode"


@dataclass(frozen=True)
class Settings:
    """Secrets that the transport does not need are empty; none is shown in a log."""

    transport: Kind
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    api_url: str
    # region inbox
    database: Database
    # endregion
    # region private-systems
    systems: PrivateSystems
    # endregion
    # region workspaces
    workspaces: Workspaces | None
    # endregion
    address: Address


# region private-systems
def _systems(environment: Environment) -> list[PrivateSystem]:
    systems: list[PrivateSystem] = []
    # endregion
    # region prometheus
    systems.append(read_prometheus(environment))
    # endregion
    # region argo-cd
    systems.append(read_argo_cd(environment))
    # endregion
    # region jenkins
    systems.append(read_jenkins(environment))
    # endregion
    # region private-systems
    return systems


# endregion
def read(variables: Mapping[str, str], default_transport: str = DEFAULT_TRANSPORT) -> Settings:
    """Checks the environment for the chosen transport. A blank variable counts as missing.

    Raises StartupError with every problem at once, none of them showing a value.
    """
    environment = Environment(variables)
    transport = environment.transport(default_transport)
    settings = Settings(
        transport=transport,
        bot_token=environment.bot_token(),
        app_token=environment.app_token() if transport is Kind.SOCKET_MODE else "",
        signing_secret=environment.signing_secret() if transport is Kind.EVENTS_API else "",
        api_url=environment.api_url(),
        # region inbox
        database=read_database(environment),
        # endregion
        # region private-systems
        systems=read_private_systems(environment, _systems(environment)),
        # endregion
        # region workspaces
        workspaces=read_workspaces(environment),
        # endregion
        address=environment.address(),
    )
    # region private-systems workspaces
    if settings.workspaces is not None and settings.systems.are_reached():
        environment.wrong(
            "SLACK_CLIENT_ID",
            "none beside the address of a private system, for which people of every workspace that installs the bot"
            " could ask",
        )
    # endregion
    environment.raise_if_wrong()
    return settings
