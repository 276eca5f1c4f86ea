"""Gets tokens from Slack: https://docs.slack.dev/reference/methods/oauth.v2.access

No answer of it is ever logged. So an error has no cause, whose message may hold what Slack has answered, and the SDK,
which logs what it cannot read, says nothing.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast

from slack_sdk.errors import SlackApiError

from ...runtime.bolt_app import UNREACHABLE, error_code, web_client
from .installed_token import BOT, InstalledToken, now

# What auth.test says of tokens whose installation has ended: https://docs.slack.dev/reference/methods/auth.test
_ENDED = {"account_inactive", "token_revoked", "invalid_auth"}

_SILENT = logging.getLogger("slack.oauth")
_SILENT.setLevel(logging.CRITICAL + 1)


class SlackTrouble(Exception):
    """Slack cannot be reached or is in trouble of its own."""


class TokenRefused(SlackTrouble):
    """Slack gives no token; the message is its error code."""

    @property
    def is_final(self) -> bool:
        """The refresh token was used or revoked: another installation is needed."""
        return str(self) == "invalid_refresh_token"


@dataclass(frozen=True)
class AppCredentials:
    """Who the app is to Slack."""

    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str | None
    """Where Slack sends people back to; None for the first of the manifest."""


@dataclass(frozen=True)
class Installed:
    """What somebody has installed."""

    installed_in: str
    """The id of a workspace, or of an organization."""
    name: str | None
    """Its name, for people."""
    by_owner: Mapping[str, InstalledToken]


class OAuthClient:
    """Every method raises SlackTrouble."""

    def __init__(self, api_url: str, credentials: AppCredentials) -> None:
        self._client = web_client(api_url, _SILENT)
        self._credentials = credentials

    def exchange(self, code: str) -> Installed:
        """Exchanges the code that Slack has sent somebody back with. Raises TokenRefused."""
        answer = self._access(code=code, redirect_uri=self._credentials.redirect_uri)
        installed = now()
        by_owner = {}
        if answer.get("access_token"):
            by_owner[BOT] = _token(answer, answer.get("bot_user_id"), installed)
        person = answer.get("authed_user") or {}
        if person.get("access_token"):
            by_owner[person["id"]] = _token(person, None, installed)
        place = answer["enterprise"] if answer.get("is_enterprise_install") else answer["team"]
        return Installed(place["id"], place.get("name"), by_owner)

    def refresh(self, due: InstalledToken) -> InstalledToken:
        """Exchanges a token that is due; its refresh token is used up by that. Raises TokenRefused."""
        answer = self._access(grant_type="refresh_token", refresh_token=due.refresh)
        # For a person's token, Slack may answer in the form of the first exchange.
        is_bots = bool(answer.get("access_token"))
        return _token(answer if is_bots else answer["authed_user"], due.bot_user, due.installed)

    def is_installed(self, token: InstalledToken) -> bool:
        """Whether the installation of a token still stands, as far as Slack says."""
        try:
            self._client.auth_test(token=token.access)
            return True
        except SlackApiError as error:
            code = error_code(error)
            if code == "token_expired":
                return True
            if code in _ENDED:
                return False
            raise SlackTrouble(f"auth.test answered {code or error.response.status_code}") from None
        except UNREACHABLE as error:
            raise SlackTrouble(f"auth.test: {type(error).__name__}") from None

    def _access(self, **asked: Any) -> dict[str, Any]:
        try:
            answer = self._client.oauth_v2_access(
                client_id=self._credentials.client_id, client_secret=self._credentials.client_secret, **asked
            )
            return cast(dict[str, Any], answer.data)
        except SlackApiError as error:
            code = error_code(error)
            if code is None:
                raise SlackTrouble(f"oauth.v2.access answered {error.response.status_code}") from None
            raise TokenRefused(code) from None
        except UNREACHABLE as error:
            raise SlackTrouble(f"oauth.v2.access: {type(error).__name__}") from None


def _token(answer: Mapping[str, Any], bot_user: str | None, installed: datetime) -> InstalledToken:
    seconds = answer.get("expires_in")
    expires = None if seconds is None else now() + timedelta(seconds=seconds)
    return InstalledToken(answer["access_token"], answer.get("refresh_token"), bot_user, expires, installed)
