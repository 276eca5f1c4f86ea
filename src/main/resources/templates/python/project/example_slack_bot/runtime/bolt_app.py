"""Bolt, set so that it answers as Slack expects."""

import logging
import re
# region workspaces
from typing import Any
# endregion
from urllib.error import URLError

from slack_bolt import Ack, App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.context import BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler

from .retry_after import RetryAfter
from .startup_error import Unavailable, refused
from .work_queue import Refused

_LOG = logging.getLogger(__name__)

# What the SDK raises when Slack does not answer, or somebody else does in its place.
UNREACHABLE = (SlackClientError, URLError, OSError, ValueError)
# region workspaces

# A command has a place for words in its acknowledgement.
_NOT_INSTALLED = {
    "response_type": "ephemeral",
    "text": "I am not installed here any more. Please install me again.",
}
# endregion


# region workspaces
class NotInstalled(Exception):
    """There is no token for the place that a request comes from, which the message names."""


# endregion
class Authorization(Authorize):
    """Gives each payload its token."""

    def authenticate(self, client: WebClient) -> None:
        """Raises StartupError when Slack refuses a token that is known, Unavailable when it cannot be reached."""
        raise NotImplementedError


class BoltApp:
    def __init__(self, authorization: Authorization, api_url: str) -> None:
        self._authorization = authorization
        logger = logging.getLogger("slack")
        self.client = web_client(api_url, logger)
        # It needs a level of its own, or Bolt builds debug texts for nobody. Of ours, Bolt has to say nothing, such as
        # that it found SLACK_BOT_TOKEN in the environment and does not use it.
        logger.setLevel(logging.ERROR)
        self.app = App(
            client=self.client,
            logger=logger,
            authorize=authorization,  # type: ignore[arg-type]  # which also takes an Authorize
            # Bolt acknowledges when the listener returns; what is refused is not acknowledged, so that Slack
            # comes again. Otherwise Bolt would acknowledge first, and work that waits for one of its five threads
            # would hold up the answer to a command.
            process_before_response=True,
            # RequestGuard has checked the raw bytes.
            request_verification_enabled=False,
        )
        logger.setLevel(logging.WARNING)
        self.app.error(_on_error)

    def handle(self, request: BoltRequest) -> BoltResponse:
        try:
            return self.app.dispatch(request)
        except SystemExit as error:  # of argparse, say: it would end the thread, with which others are answered
            _LOG.error("A listener wanted to end the process", exc_info=error)
            return BoltResponse(status=500, body="")

    def acknowledge_the_rest(self) -> None:
        """Call it when all listeners are registered: the last one takes the events that nobody else does.

        Bolt answers 404 to an event without a listener. Slack repeats those, and switches deliveries off when
        nearly all of them fail.
        """
        self.app.event(re.compile(".*"))(_acknowledge)

    def authenticate(self) -> None:
        """Raises StartupError when Slack refuses the token, Unavailable when it cannot be reached."""
        self._authorization.authenticate(self.client)


def web_client(api_url: str, logger: logging.Logger) -> WebClient:
    """Calls Slack's Web API, with a slash at the end of its address."""
    retries = [ConnectionErrorRetryHandler(), RetryAfter()]
    return WebClient(base_url=api_url, logger=logger, retry_handlers=retries)


class OneWorkspace(Authorization):
    """Every payload is the one workspace's, whose token Slack has accepted before the first comes."""

    def __init__(self, bot_token: str) -> None:
        self._bot_token = bot_token
        self._result: AuthorizeResult | None = None

    def authenticate(self, client: WebClient) -> None:
        try:
            answer = client.auth_test(token=self._bot_token)
        except SlackApiError as error:
            raise _refused_token(error) from error
        except UNREACHABLE as error:
            raise Unavailable(f"auth.test: {error}") from error
        self._result = AuthorizeResult.from_auth_test_response(bot_token=self._bot_token, auth_test_response=answer)

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
    ) -> AuthorizeResult | None:
        return self._result


def _refused_token(error: SlackApiError) -> Exception:
    code = error_code(error)
    if code is None:
        return Unavailable(f"auth.test answered {error.response.status_code}")
    return refused(
        "auth.test",
        code,
        f"SLACK_BOT_TOKEN was refused by Slack ({code}). Copy the bot token again from OAuth & Permissions in the"
        " app's settings.",
    )


def error_code(error: SlackApiError) -> str | None:
    """Slack's word for what is wrong; None when it was not Slack that answered."""
    data = error.response.data
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) and re.fullmatch(r"\w+", code) else None


def _on_error(
    error: Exception,
    # region workspaces
    body: dict[str, Any],
    # endregion
    logger: logging.Logger,
) -> BoltResponse:
    # region workspaces
    if isinstance(error, NotInstalled):
        logger.warning("Not installed in %s: what comes from there is acknowledged and not handled", error)
        return BoltResponse(status=200, body=_NOT_INSTALLED if "command" in body else "")
    # endregion
    if isinstance(error, Refused):
        return BoltResponse(status=503, body="")
    logger.error("A listener failed", exc_info=error)
    return BoltResponse(status=500, body="")


def _acknowledge(ack: Ack) -> None:
    ack()
