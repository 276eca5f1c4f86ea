"""A bot's beginning and end, in the order in which nothing gets lost."""

import logging
from dataclasses import dataclass

# region lambda
from ..feature.inbox import Inbox
# endregion
from .bolt_app import BoltApp
from .http_server import HttpServer
from .patience import Patience
from .readiness import Readiness
from .transport import Transport
from .work_queue import WorkQueue

_LOG = logging.getLogger(__name__)
DRAIN_SECONDS = 25


@dataclass(frozen=True)
class Parts:
    """What a bot is made of."""

    readiness: Readiness
    http: HttpServer
    slack: BoltApp
    transport: Transport
    work: WorkQueue
    # region lambda
    inbox: Inbox
    # endregion


class Service:
    def __init__(self, name: str, parts: Parts) -> None:
        self._name = name
        self._readiness = parts.readiness
        self._http = parts.http
        self._slack = parts.slack
        self._transport = parts.transport
        self._work = parts.work
        self._patience = Patience()

    def start(self) -> None:
        """Returns when the bot takes payloads; over a socket, it is ready a moment later.

        While Slack cannot be reached or is in trouble it goes on trying, alive but not ready: a restart would not
        help. Raises StartupError when the port is taken or Slack refuses a token.
        """
        self._http.start()
        if (
            self._patience.until("Slack", self._slack.authenticate)
            and self._patience.until("The work queue", self._work.start)
            and self._patience.until("Slack", self._transport.start)
        ):
            self._readiness.authenticated()
            _LOG.info("%s started: %s, port %d", self._name, self._readiness.transport.value, self._http.port)

    def close(self) -> bool:
        """Stops without losing accepted work: not ready, no new work, what runs is finished, the lines are cut.

        An event that comes meanwhile is not acknowledged, so that Slack delivers it again elsewhere or later. Tells
        whether all work was finished.
        """
        self._readiness.draining()
        self._patience.end()
        finished = self._work.drain(DRAIN_SECONDS)
        self._transport.close()
        self._http.stop()
        _LOG.info("%s stopped", self._name)
        return finished

    @property
    def port(self) -> int:
        """The port in use."""
        return self._http.port
