"""Reads variables and keeps what is wrong with them, so that all of it is said at once and no value is shown."""

import re
import socket
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from .startup_error import wrong_settings
from .transport import Kind

# Printable ASCII without spaces: anything else cannot stand in an HTTP header, and is what a careless paste brings
# along. 16 characters are far fewer than Slack's.
_BOT_TOKEN = r"xoxb-[!-~]{11,}"
_APP_TOKEN = r"xapp-[!-~]{11,}"
_SIGNING_SECRET = r"[!-~]{16,}"


class Address(NamedTuple):
    """Where to listen. No host means all addresses of the machine; port 0 is any free one."""

    host: str | None
    port: int


class Environment:
    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._problems: list[str] = []

    def raise_if_wrong(self) -> None:
        """Raises StartupError with everything that was wrong with what has been read."""
        if self._problems:
            raise wrong_settings(self._problems)

    def wrong(self, name: str, expected: str) -> None:
        """Notes a variable and what it should hold, for the person who sets it."""
        self._problems.append(f"{name} is wrong: expected {expected}.")

    def missing(self, name: str, why: str) -> None:
        """Notes a variable and why it has to be set."""
        self._problems.append(f"{name} is missing: {why}.")

    def transport(self, default: str) -> Kind:
        name = self.value("SLACK_TRANSPORT", default)
        if name in [kind.value for kind in Kind]:
            return Kind(name)
        self.wrong("SLACK_TRANSPORT, or DEFAULT_TRANSPORT in settings.py,", "socket-mode or events-api")
        return Kind.SOCKET_MODE

    def bot_token(self) -> str:
        # region workspaces
        if self.value("SLACK_CLIENT_ID", ""):
            return ""  # each installation has its own
        # endregion
        return self.secret(
            "SLACK_BOT_TOKEN",
            _BOT_TOKEN,
            "a bot token of at least 16 characters that starts with xoxb-, from OAuth & Permissions in the app's"
            " settings",
        )

    def app_token(self) -> str:
        return self.secret(
            "SLACK_APP_TOKEN",
            _APP_TOKEN,
            "an app-level token of at least 16 characters that starts with xapp-, from Basic Information in the"
            " app's settings",
        )

    def signing_secret(self) -> str:
        return self.secret(
            "SLACK_SIGNING_SECRET",
            _SIGNING_SECRET,
            "at least 16 characters without spaces, from Basic Information in the app's settings",
        )

    def secret(self, name: str, shape: str, expected: str) -> str:
        """A value of a shape; `expected` says what the variable should hold, for the person who sets it."""
        value = self.value(name, "")
        if not value:
            self.missing(name, f"expected {expected}")
        elif not re.fullmatch(shape, value):
            self.wrong(name, expected)
        return value

    def api_url(self) -> str:
        """Slack's Web API, with the trailing slash that the SDK requires."""
        url = self.value("SLACK_API_URL", "https://slack.com/api/")
        if not _is_web_address(url):
            self.wrong("SLACK_API_URL", "an http or https address such as https://slack.com/api/")
        return url if url.endswith("/") else url + "/"

    def address(self) -> Address:
        """Where to listen: on every address of the machine, unless HOST names one."""
        host = self.value("HOST", "")
        try:
            socket.getaddrinfo(host or None, 0, flags=socket.AI_PASSIVE)
        except (OSError, UnicodeError):
            self.wrong("HOST", "an address of this machine, such as 127.0.0.1")
        return Address(host or None, self._port())

    def _port(self) -> int:
        port = self.value("PORT", "3000")
        if re.fullmatch(r"[0-9]{1,5}", port) and int(port) <= 65_535:
            return int(port)
        self.wrong("PORT", "a whole number from 0 to 65535, 0 for any free port")
        return 0

    def value(self, name: str, fallback: str) -> str:
        """The value of a variable, or what stands in for a missing one."""
        value = self._variables.get(name, "")
        return value if value.strip() else fallback


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
