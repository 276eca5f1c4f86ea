"""A token of Slack's."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

# The owner of the bot's own token; any other is the id of a person.
BOT = "bot"

# A token is good for 12 hours: https://docs.slack.dev/authentication/using-token-rotation. Bolt begins as early.
LEAD = timedelta(hours=2)


@dataclass(frozen=True)
class InstalledToken:
    """No log line can show its secrets."""

    access: str = field(repr=False)
    refresh: str | None = field(repr=False)
    """What it is exchanged for a new one with; None when it does not expire."""
    bot_user: str | None
    """The id of the bot's user; None for a person's token."""
    expires: datetime | None
    """None when it does not expire."""
    installed: datetime
    """When somebody has said yes to it."""

    def is_due(self) -> bool:
        """Whether it is time for a new one."""
        return self.expires is not None and now() + LEAD > self.expires

    def is_good(self) -> bool:
        return self.expires is None or now() < self.expires

    def next(self, fresh: "InstalledToken") -> "InstalledToken":
        """The same installation's next token."""
        return replace(self, access=fresh.access, refresh=fresh.refresh, expires=fresh.expires)

    def secret(self) -> str:
        """What nobody may read."""
        secret = {"access": self.access, "refresh": self.refresh}
        return json.dumps({name: value for name, value in secret.items() if value is not None})


def token_of(secret: str, bot_user: str | None, expires: datetime | None, installed: datetime) -> InstalledToken:
    read = json.loads(secret)
    return InstalledToken(read["access"], read.get("refresh"), bot_user, expires, installed)


def now() -> datetime:
    return datetime.now(UTC)
