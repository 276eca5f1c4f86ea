"""Forgets what has been taken away.

Slack's two events come in no promised order, and may come hours late, when the app has been installed anew:
https://docs.slack.dev/reference/events/app_uninstalled and https://docs.slack.dev/reference/events/tokens_revoked
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from slack_bolt import App
from slack_bolt.context import BoltContext

from .installed_token import BOT, InstalledToken
from .installed_tokens import InstalledTokens
from .oauth_client import OAuthClient
from .token_store import TokenStore

_LOG = logging.getLogger(__name__)


class Departures:
    def __init__(self, store: TokenStore, tokens: InstalledTokens, slack: OAuthClient) -> None:
        self._store = store
        self._tokens = tokens
        self._slack = slack

    def register(self, app: App) -> None:
        """The inbox plays an event until its listener succeeds."""
        app.event("app_uninstalled")(self._on_uninstalled)
        app.event("tokens_revoked")(self._on_revoked)

    def _on_uninstalled(self, context: BoltContext, body: dict[str, Any]) -> None:
        """The tokens of people go, too."""
        self._forget(_installed_in(context), lambda owner: True, body.get("event_time"))

    def _on_revoked(self, context: BoltContext, body: dict[str, Any]) -> None:
        """It names people, not tokens; of the bot, its user."""
        revoked = body["event"].get("tokens") or {}
        owners = list(revoked.get("oauth") or [])
        if revoked.get("bot"):
            owners.append(BOT)
        self._forget(_installed_in(context), lambda owner: owner in owners, body.get("event_time"))

    def _forget(self, installed_in: str, is_theirs: Callable[[str], bool], event_time: int | None) -> None:
        for owner, token in self._store.find(installed_in).items():
            if is_theirs(owner) and not self._is_newer(token, event_time):
                self._tokens.delete(installed_in, owner)
                _LOG.info("Removed from %s: %s is forgotten", installed_in, owner)

    def _is_newer(self, token: InstalledToken, event_time: int | None) -> bool:
        """One that was installed after the event was sent, by this machine's clock, unless Slack knows better."""
        return (
            event_time is not None
            and token.installed > datetime.fromtimestamp(event_time, UTC)
            and self._slack.is_installed(token)
        )


def _installed_in(context: BoltContext) -> str:
    return str(context.team_id or context.enterprise_id)
