"""What a system knows the bot by. No text of it shows a secret."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SystemCredentials:
    header: str = field(default="", repr=False)
    """The value of the header Authorization, if there is any."""

    secrets: Sequence[str] = field(default=(), repr=False)

    def hidden_in(self, text: str) -> str:
        """A text that may hold them, since systems send back what they were sent."""
        for secret in self.secrets:
            text = text.replace(secret, "...")
        return text


NONE = SystemCredentials()


def bearer(token: str) -> SystemCredentials:
    return SystemCredentials(f"Bearer {token}", [token])


def basic(user: str, password: str) -> SystemCredentials:
    encoded = base64.b64encode(f"{user}:{password}".encode()).decode()
    return SystemCredentials(f"Basic {encoded}", [encoded, password])
