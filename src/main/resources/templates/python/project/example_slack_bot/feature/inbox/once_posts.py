"""Posts that happen once although their work may be repeated.

Slack and the database cannot commit together: a process that dies between a post and its commit leaves work that is
repeated. So the message carries the delivery's id, and a repeat looks for it first. That needs the history scope of
the channel's kind, such as channels:history. https://docs.slack.dev/messaging/message-metadata
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

EVENT_TYPE = "delivery"
PAGE = 200


@dataclass(frozen=True)
class Post:
    key: str
    """The same whenever this post of a delivery is made."""
    is_first: bool
    """Whether nobody began with it before."""
    received: datetime
    """When the delivery came: no post of it is older."""

    @property
    def oldest(self) -> str:
        """As Slack writes times, and early enough for clocks that differ."""
        return str(int((self.received - timedelta(minutes=5)).timestamp()))


class OncePosts:
    def __init__(self, next_post: Callable[[], Post]) -> None:
        self._next_post = next_post

    def post(self, client: WebClient, channel: str, thread_ts: str | None = None, **message: Any) -> None:
        """Posts a message, as `chat_postMessage` does, unless an earlier attempt at the same work did."""
        post = self._next_post()
        if not post.is_first and _is_there(client, channel, thread_ts, post):
            return
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"id": post.key}}
        client.chat_postMessage(channel=channel, thread_ts=thread_ts, metadata=metadata, **message)


def _is_there(client: WebClient, channel: str, thread_ts: str | None, post: Post) -> bool:
    asked: dict[str, Any] = {"oldest": post.oldest, "limit": PAGE, "include_all_metadata": True}
    if thread_ts is None:
        pages = client.conversations_history(channel=channel, **asked)
    else:
        pages = client.conversations_replies(channel=channel, ts=thread_ts, **asked)
    return any(_is_of(message.get("metadata") or {}, post.key) for page in pages for message in page["messages"])


def _is_of(metadata: dict[str, Any], key: str) -> bool:
    return metadata.get("event_type") == EVENT_TYPE and metadata.get("event_payload", {}).get("id") == key
