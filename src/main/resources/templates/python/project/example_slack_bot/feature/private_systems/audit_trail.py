"""Who did what, where, and what came of it: a line of JSON in the log, and a message in a channel if there is one."""

import json
import logging
import re
from datetime import UTC, datetime

from .asker import Asker
from .mrkdwn import escaped

_LOG = logging.getLogger("audit")
_LOG.setLevel(logging.INFO)


class AuditTrail:
    def __init__(self, channel: str) -> None:
        """The id of the channel for the messages, or nothing."""
        self._channel = channel

    def write(self, asker: Asker, what: str, outcome: str) -> None:
        """Never raises. `what` are the words that were accepted, the outcome is one word or a few."""
        line = {
            "at": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
            "user": asker.user,
            "team": asker.team,
            "channel": asker.channel,
            "what": what,
            "outcome": outcome,
        }
        _LOG.info("%s", json.dumps(line, separators=(",", ":")))
        if self._channel:
            on_one_line = re.sub(r"\r\n|[\n\v\f\r\x85\u2028\u2029]", " ", outcome)  # or it looks like another line
            self._post(asker, f"<@{asker.user}> in <#{asker.channel}>: `{escaped(what)}` - {escaped(on_one_line)}")

    def _post(self, asker: Asker, text: str) -> None:
        """A failure must not undo or repeat what was done, and the line in the log is there already."""
        try:
            asker.slack.chat_postMessage(channel=self._channel, text=text)
        except Exception as error:  # whatever came in the place of an answer
            _LOG.error("AUDIT_CHANNEL got no message: %s", error)
