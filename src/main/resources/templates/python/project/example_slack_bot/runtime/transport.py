"""The ways in which Slack's payloads reach the bot. Listeners never see which one it is."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from slack_bolt import BoltRequest, BoltResponse

# What answers a payload.
Handler = Callable[[BoltRequest], BoltResponse]


class Kind(Enum):
    """The transports by the names that SLACK_TRANSPORT accepts."""

    SOCKET_MODE = "socket-mode"
    EVENTS_API = "events-api"


class Transport(Protocol):
    def start(self) -> None:
        """Begins to take payloads. May be called again after Unavailable.

        Raises StartupError when Slack refuses a token, Unavailable when Slack cannot be reached or is in trouble.
        """

    def close(self) -> None:
        """Takes no more payloads."""
