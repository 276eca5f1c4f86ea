"""The parts put together."""

from . import listeners
# region inbox
from .feature.inbox import Inbox
# endregion
# region lambda
from .feature.lambda_ import BotFunction, Invoker
# endregion
# region metrics
from .feature.metrics import Metrics
# endregion
# region private-systems
from .feature.private_systems import Desk, InMemoryPendingRequests, PendingRequests
# endregion
# region inbox private-systems
from .feature.private_systems.stored_pending import requests_in
# endregion
# region private-systems
from .listeners.command import COMMAND
# endregion
from .runtime.bolt_app import BoltApp, OneWorkspace
from .runtime.events_api import EventsApiTransport
from .runtime.http_server import HttpServer
from .runtime.once_per_delivery import OncePerDelivery
from .runtime.readiness import Readiness
from .runtime.service import Parts, Service
from .runtime.socket_mode import SocketModeTransport
from .runtime.transport import Handler, Kind, Transport
from .runtime.work_queue import InMemoryWorkQueue, WorkQueue
from .settings import Settings

NAME = "example-slack-bot"


def of(settings: Settings) -> Service:
    return Service(NAME, _parts(settings))


# region lambda
def function(settings: Settings, invoker: Invoker) -> BotFunction:
    return BotFunction(_parts(settings), invoker)


# endregion
def _parts(settings: Settings) -> Parts:
    readiness = Readiness(settings.transport)
    http = HttpServer(settings.address, readiness)
    slack = BoltApp(OneWorkspace(settings.bot_token), settings.api_url)
    # region workspaces
    if settings.workspaces is not None:
        slack = settings.workspaces.app(settings.database, http, settings.api_url)
    # endregion
    work: WorkQueue = InMemoryWorkQueue()
    handle: Handler = OncePerDelivery(slack.handle)
    # region inbox
    inbox = Inbox(settings.database, readiness, slack.handle)
    work = inbox
    handle = inbox
    # endregion
    # region metrics
    handle = Metrics(http, readiness, work).counting(handle)
    # endregion
    # region private-systems
    pending: PendingRequests = InMemoryPendingRequests()
    # endregion
    # region inbox private-systems
    pending = requests_in(settings.database, pending)
    # endregion
    # region private-systems
    Desk(settings.systems, pending, work).register(slack.app, COMMAND)
    # endregion
    listeners.register(slack.app, work)
    slack.acknowledge_the_rest()
    transport: Transport
    if settings.transport is Kind.SOCKET_MODE:
        transport = SocketModeTransport(handle, slack.client, settings.app_token, readiness)
    else:
        transport = EventsApiTransport(handle, settings.signing_secret, readiness, http)
    return Parts(
        readiness,
        http,
        slack,
        transport,
        work,
        # region lambda
        inbox,
        # endregion
    )
