"""Gives each request the token of the installation that it comes from, and lets it go no further without one."""

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context import BoltContext
from slack_sdk import WebClient

from ...runtime.bolt_app import Authorization, NotInstalled
from .installed_token import BOT
from .installed_tokens import InstalledTokens


class TokenOfRequest(Authorization):
    """Bolt asks it for all but what tells of a removal, which comes when there is no token any more."""

    def __init__(self, tokens: InstalledTokens) -> None:
        self._tokens = tokens

    def authenticate(self, client: WebClient) -> None:
        """Each installation has a token of its own."""

    def __call__(
        self,
        *,
        context: BoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult:
        # Which installation a payload is for is what Slack says: never what is stored decides. An organization's own
        # may be beside those of its workspaces.
        installed_in = str(enterprise_id if team_id is None or context.is_enterprise_install else team_id)
        bot = self._tokens.find(installed_in, BOT)
        if bot is None:
            raise NotInstalled(installed_in)
        person = None if user_id is None else self._tokens.find(installed_in, user_id)
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=bot.bot_user,
            bot_token=bot.access,
            user_id=user_id,
            user_token=None if person is None else person.access,
        )
