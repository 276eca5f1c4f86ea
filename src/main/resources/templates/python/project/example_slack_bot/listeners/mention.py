"""A mention is answered in its thread."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from ..runtime.work_queue import WorkQueue
from .command import COMMAND


def register(app: App, work: WorkQueue) -> None:
    @app.event("app_mention")
    def on_mention(event: dict[str, Any], client: WebClient) -> None:
        thread = event.get("thread_ts") or event["ts"]
        text = f"Hello <@{event['user']}>! Try {COMMAND} as well."
        work.submit(
            "Reply to a mention",
            lambda: client.chat_postMessage(channel=event["channel"], thread_ts=thread, text=text),
        )
