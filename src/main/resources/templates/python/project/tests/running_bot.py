"""The bot as its entry starts it, inside the test's process, next to a Slack of its own."""

import json
# region inbox
import tempfile
# endregion
# region workspaces
from collections.abc import Mapping
# endregion
from typing import Any

from example_slack_bot import bot, settings
from example_slack_bot.runtime.transport import Kind

from .delivery import Delivery, OverHttp, OverSocket, Response, request
from .eventually import eventually
from .pretend_slack import PretendSlack

SIGNING_SECRET = "signing-secret-for-loopback"


class RunningBot:
    """Starts at once; over a socket, it is ready a moment later."""

    def __init__(
        self,
        slack: PretendSlack,
        transport: Kind,
        # region workspaces
        changes: Mapping[str, str] | None = None,
        # endregion
    ) -> None:
        self.slack = slack
        variables = environment(slack, transport)
        # region inbox
        self._data = tempfile.TemporaryDirectory(prefix="inbox-", ignore_cleanup_errors=True)
        self.data = self._data.name
        variables["DATA_DIR"] = self.data
        # endregion
        # region workspaces
        variables.update(changes or {})
        # endregion
        self.bot = bot.of(settings.read(variables))
        self.bot.start()
        self.http = OverHttp(self.bot.port, SIGNING_SECRET)
        self.delivery: Delivery = OverSocket(slack.socket) if transport is Kind.SOCKET_MODE else self.http

    def wait_until_ready(self) -> "RunningBot":
        eventually(lambda: self.get("/readyz").status == 200)
        return self

    def get(self, path: str) -> Response:
        return request(self.bot.port, "GET", path)

    def readiness(self) -> dict[str, Any]:
        return dict(json.loads(self.get("/readyz").body))

    def close(self) -> None:
        self.bot.close()
        # region inbox
        self._data.cleanup()
        # endregion


def environment(slack: PretendSlack, transport: Kind) -> dict[str, str]:
    return {
        "SLACK_TRANSPORT": transport.value,
        "SLACK_BOT_TOKEN": "xoxb-test-token-for-loopback",
        "SLACK_APP_TOKEN": "xapp-test-token-for-loopback",
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": slack.api_url,
        "PORT": "0",
    }
