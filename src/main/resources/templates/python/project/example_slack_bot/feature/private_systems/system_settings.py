"""What the environment says of one system, in variables of one prefix.

What is wrong or missing is kept by the environment, which ends the start before anything is done with it.
"""

import re
from urllib.parse import urlsplit

from ...runtime.environment import Environment
from .system_credentials import NONE, SystemCredentials, bearer

_ADDRESS = r"https?://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?"
_TOKEN = "[!-~]+"


class SystemSettings:
    def __init__(self, environment: Environment, prefix: str) -> None:
        """The prefix has the underscore at its end."""
        self._environment = environment
        self._prefix = prefix

    def is_there(self) -> bool:
        """Whether the system's address is set."""
        return bool(self.optional("URL"))

    def address(self) -> str:
        address = self.optional("URL")
        if not _is_address(address):
            self._environment.wrong(self._prefix + "URL", "an http or https address without a user")
            return ""
        return address.rstrip("/")

    def required(self, name: str) -> str:
        """A token, or the name of a user."""
        expected = f"a text without spaces; leave {self._prefix}URL out if it is not used"
        return self._environment.secret(self._prefix + name, _TOKEN, expected)

    def bearer(self) -> SystemCredentials:
        return bearer(self.required("TOKEN"))

    def bearer_if_any(self) -> SystemCredentials:
        """For a system that asks for credentials only where a proxy in front of it does."""
        return self.bearer() if self.optional("TOKEN") else NONE

    def optional(self, name: str) -> str:
        return self._environment.value(self._prefix + name, "")


def _is_address(text: str) -> bool:
    try:
        return re.fullmatch(_ADDRESS, text) is not None and urlsplit(text).port != 0
    except ValueError:  # such as a port that there is not
        return False
