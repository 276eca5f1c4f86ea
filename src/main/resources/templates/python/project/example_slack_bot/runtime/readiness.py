"""Whether the bot should get work, and why not. Safe for use by many threads."""

import json
from dataclasses import dataclass
from threading import Lock

from .transport import Kind


@dataclass(frozen=True, eq=False)
class Hello:
    """Slack's greeting on a new socket. Compared by identity: each socket has its own."""

    num_connections: int
    """How many sockets Slack holds open for the app."""


class Readiness:
    def __init__(self, transport: Kind) -> None:
        self.transport = transport
        self._lock = Lock()
        self._hello: Hello | None = None
        self._authenticated = False
        self._draining = False
        # region inbox
        self._storing = False
        # endregion

    def authenticated(self) -> None:
        """Slack has accepted the bot token."""
        self._authenticated = True

    def greeted(self, hello: Hello) -> None:
        """A socket is open and Slack has said hello on it."""
        with self._lock:
            self._hello = hello

    def lost(self, hello: Hello | None) -> None:
        """The socket of this greeting is gone. Says nothing about a newer one."""
        with self._lock:
            if self._hello is hello:
                self._hello = None

    # region inbox
    def stores(self, works: bool) -> None:
        """Whether deliveries can be kept."""
        self._storing = works

    # endregion
    def draining(self) -> None:
        """The bot is going down."""
        self._draining = True

    # region metrics
    def sockets(self) -> int:
        """How many sockets Slack holds open for the app, as far as it has said; 0 without one."""
        hello = self._hello
        return 0 if hello is None else hello.num_connections

    # endregion
    def is_ready(self) -> bool:
        # region inbox
        if not self._storing:
            return False
        # endregion
        return (
            self._authenticated
            and not self._draining
            and (self.transport is Kind.EVENTS_API or self._hello is not None)
        )

    def to_json(self) -> str:
        """The state for people and probes, as a JSON object."""
        hello = self._hello
        state: dict[str, object] = {"ready": self.is_ready(), "transport": self.transport.value}
        state["auth"] = "ok" if self._authenticated else "waiting for Slack"
        if self.transport is Kind.SOCKET_MODE:
            state["socket"] = "not connected" if hello is None else "connected"
            state["num_connections"] = 0 if hello is None else hello.num_connections
        # region inbox
        state["database"] = "ok" if self._storing else "not available"
        # endregion
        state["draining"] = self._draining
        return json.dumps(state, separators=(",", ":"))
