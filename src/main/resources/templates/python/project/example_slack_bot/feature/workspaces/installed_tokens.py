"""The token for each installation, remembered for a minute, and a new one when it is time."""

import logging

from ..inbox.store import StoreTrouble
from .for_a_minute import ForAMinute
from .installed_token import InstalledToken
from .oauth_client import Installed, OAuthClient, SlackTrouble, TokenRefused
from .token_store import TokenStore

_LOG = logging.getLogger(__name__)


class InstalledTokens:
    """Every method raises StoreTrouble when the database cannot be used."""

    def __init__(self, store: TokenStore, slack: OAuthClient) -> None:
        self._store = store
        self._slack = slack
        # What another process has removed or installed anew is known to all after that time.
        self._known: ForAMinute[str, dict[str, InstalledToken]] = ForAMinute()
        # Those that there was no new one for lately: asked for with each request, it would slow down all of them.
        self._tried_in_vain: ForAMinute[InstalledToken, bool] = ForAMinute()

    def find(self, installed_in: str, owner: str) -> InstalledToken | None:
        """The owner is BOT, or the id of a person. Raises SlackTrouble when there is no token that is good."""
        tokens = self._known.get(installed_in)
        if tokens is None:
            tokens = self._store.find(installed_in)
            if tokens:  # whoever installs it in another process does not wait for a minute here
                self._known.keep(installed_in, tokens)
        token = tokens.get(owner)
        if token is not None and self._is_to_be_exchanged(token):
            return self._rotated(installed_in, owner, token)
        return token

    def save(self, installed: Installed) -> None:
        self._store.save(installed.installed_in, installed.by_owner)
        self._known.forget(installed.installed_in)

    def delete(self, installed_in: str, owner: str) -> None:
        """Forgets a token whose installation has ended."""
        self._store.delete(installed_in, owner)
        self._known.forget(installed_in)

    def _is_to_be_exchanged(self, token: InstalledToken) -> bool:
        return token.is_due() and not (token.is_good() and self._tried_in_vain.get(token))

    def _rotated(self, installed_in: str, owner: str, due: InstalledToken) -> InstalledToken | None:
        """While Slack or the other process takes its time, the old one does."""
        try:
            following = self._store.rotate(installed_in, owner, self._exchange)
        except (SlackTrouble, StoreTrouble) as trouble:
            _LOG.warning("No new token for %s: %s", installed_in, trouble)
            if not due.is_good():
                raise
            self._tried_in_vain.keep(due, True)
            return due
        self._known.forget(installed_in)
        if following is None:
            _LOG.error("The installation in %s has ended. It has to be installed again.", installed_in)
        return following

    def _exchange(self, due: InstalledToken) -> InstalledToken | None:
        try:
            return self._slack.refresh(due)
        except TokenRefused as refusal:
            if refusal.is_final and not due.is_good():
                return None
            raise
