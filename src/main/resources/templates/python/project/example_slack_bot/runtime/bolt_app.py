"""Bolt, set so that it answers as Slack expects, for one workspace."""

import logging
import re
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


class BoltApp:
    def __init__(self, bot_token: str, api_url: str) -> None:
        self._bot_token = bot_token
        self._workspace = _Workspace()
        logger = logging.getLogger("slack")
        # It needs a level of its own, or Bolt builds debug texts for nobody. Of ours, Bolt has to say nothing, such as
        # that it found SLACK_BOT_TOKEN in the environment and does not use it.
        logger.setLevel(logging.ERROR)
        retries = [ConnectionErrorRetryHandler(), RetryAfter()]
        self.client = WebClient(base_url=api_url, logger=logger, retry_handlers=retries)
        self.app = App(
            client=self.client,
            logger=logger,
            authorize=self._workspace,  # type: ignore[arg-type]  # which also takes an Authorize
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
        try:
            answer = self.client.auth_test(token=self._bot_token)
        except SlackApiError as error:
            raise _refused_token(error) from error
        except UNREACHABLE as error:
            raise Unavailable(f"auth.test: {error}") from error
        self._workspace.result = AuthorizeResult.from_auth_test_response(
            bot_token=self._bot_token, auth_test_response=answer
        )


class _Workspace(Authorize):
    """Every payload is the one workspace's, whose token Slack has accepted before the first comes."""

    def __init__(self) -> None:
        self.result: AuthorizeResult | None = None

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
        return self.result


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


def _on_error(error: Exception, logger: logging.Logger) -> BoltResponse:
    if isinstance(error, Refused):
        return BoltResponse(status=503, body="")
    logger.error("A listener failed", exc_info=error)
    return BoltResponse(status=500, body="")


def _acknowledge(ack: Ack) -> None:
    ack()
