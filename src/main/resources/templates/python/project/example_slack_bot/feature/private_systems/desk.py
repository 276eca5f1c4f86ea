"""Where people ask: takes words after the command and clicks, and brings the answers.

It acknowledges at once; whatever has an effect is left to the work queue, so that it happens once, however often the
listener is played.
"""

import logging
import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, BoltContext, Respond
from slack_sdk.webhook import WebhookResponse

from ...runtime.work_queue import WorkQueue
from .asker import Asker, asker
from .desk_answer import Approval, Confirmation, DeskAnswer, Done, Told
from .pace import Pace
from .pending import PendingRequests
from .private_systems import PrivateSystems

CONFIRM = "operation-confirm"
APPROVE = "operation-approve"
DROP = "operation-drop"
TOO_FAST = Told("You ask more often than I answer. Wait a minute.")

_LOG = logging.getLogger(__name__)

# What a click leads to: of who clicked, and the id in the button.
_Step = Callable[[Asker, str], DeskAnswer]


class Desk:
    def __init__(
        self, systems: PrivateSystems, pending: PendingRequests, work: WorkQueue, pace: Pace | None = None
    ) -> None:
        self._procedure = systems.procedure(pending)
        self._pace = pace or Pace()
        self._work = work

    def register(self, app: App, command: str) -> None:
        """Takes the clicks, and the command where words follow it; without any, it is left to the next listener."""
        app.command(command, matchers=[_has_words])(self._on_command)
        app.action(CONFIRM)(self._on_click(self._procedure.confirm))
        app.action(APPROVE)(self._on_click(self._procedure.approve))
        app.action(DROP)(self._on_click(self._procedure.drop))

    def _on_command(self, ack: Ack, command: dict[str, Any], context: BoltContext, respond: Respond) -> None:
        words = re.split(r"\s+", command["text"].strip(), flags=re.ASCII)
        if self._procedure.meant(words) is None:
            ack(response_type="ephemeral", text=self._procedure.help(command["command"]))
            return
        who = asker(
            context, command["user_id"], command.get("team_id"), command.get("enterprise_id"), command["channel_id"]
        )

        def answer() -> None:
            found = self._procedure.ask(who, words) if self._pace.allows(who) else TOO_FAST
            _check(respond(text=found.text, blocks=_blocks(found), response_type="ephemeral"))

        self._work.submit("Answer to a command", answer)
        ack()

    def _on_click(self, step: _Step) -> Callable[[Ack, dict[str, Any], BoltContext, Respond], None]:
        def on_click(ack: Ack, body: dict[str, Any], context: BoltContext, respond: Respond) -> None:
            user = body["user"]
            channel = (body.get("channel") or {}).get("id", "")
            who = asker(context, user["id"], user.get("team_id"), None, channel)
            request_id = str(body["actions"][0].get("value"))

            def answer() -> None:
                self._bring(step(who, request_id) if self._pace.allows(who) else TOO_FAST, who, respond)

            self._work.submit("Answer to a click", answer)
            ack()

        return on_click

    def _bring(self, answer: DeskAnswer, who: Asker, respond: Respond) -> None:
        """The step is taken: if the answer cannot be brought, that is no reason to take it again."""
        try:
            match answer:
                case Approval():
                    _check(respond(text=self._ask_channel(answer, who), replace_original=True))
                case Done(text):
                    _check(respond(text=text, replace_original=True))
                case _:
                    _check(respond(text=answer.text, replace_original=False, response_type="ephemeral"))
        except Exception:
            _LOG.exception("A click got no answer")

    def _ask_channel(self, approval: Approval, who: Asker) -> str:
        """Asks the channel for an approval, and tells what to say to the one who asked for it."""
        try:
            who.slack.chat_postMessage(channel=who.channel, text=approval.text, blocks=_blocks(approval))
        except Exception as error:  # whatever came in the place of an answer
            _LOG.error("No approval can be asked for: %s", error)
            self._procedure.forget(approval.request_id)
            return "I cannot post here, so nobody can approve it. Invite me to this channel and ask again."
        return "The channel has been asked for an approval."


def _has_words(command: dict[str, Any]) -> bool:
    return bool((command.get("text") or "").strip())


def _check(answer: WebhookResponse) -> None:
    if answer.status_code != 200:
        raise OSError(f"The response URL answered {answer.status_code}")


def _blocks(answer: DeskAnswer) -> list[dict[str, Any]] | None:
    match answer:
        case Confirmation(text, request_id):
            return _with_buttons(text, CONFIRM, "Do it", "Let it be", request_id)
        case Approval(text, request_id):
            return _with_buttons(text, APPROVE, "Approve", "Refuse", request_id)
        case _:
            return None


def _with_buttons(text: str, action: str, yes: str, no: str, request_id: str) -> list[dict[str, Any]]:
    """Verbatim, or Slack would look for links and mentions in what a system says.

    https://docs.slack.dev/reference/block-kit/composition-objects/text-object
    """
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}},
        {
            "type": "actions",
            "elements": [{**_button(action, yes, request_id), "style": "danger"}, _button(DROP, no, request_id)],
        },
    ]


def _button(action: str, label: str, request_id: str) -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": action,
        "text": {"type": "plain_text", "text": label},
        "value": request_id,
    }
