"""A post of a delivery is made once, although its work may be repeated."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from example_slack_bot.feature.inbox.once_posts import OncePosts, Post


class Channel:
    """As much of a WebClient as is asked for: what is posted can be found again, on the last of two pages."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []

    def chat_postMessage(self, **message: Any) -> None:  # noqa: N802  # as the SDK has it
        self.messages.append(message)

    def conversations_history(self, **asked: Any) -> Iterator[dict[str, Any]]:
        self.asked.append(asked)
        return iter([{"messages": [{"text": "what others said"}]}, {"messages": self.messages}])

    conversations_replies = conversations_history


@pytest.mark.parametrize("thread", [None, "1.1"])
def test_looks_for_a_post_that_may_have_been_made(thread: str | None) -> None:
    channel = Channel()
    post(channel, True, thread)
    post(channel, False, thread)

    assert len(channel.messages) == 1
    assert channel.asked == [
        {
            "channel": "C1",
            **({"ts": thread} if thread else {}),
            "oldest": "1767225300",
            "limit": 200,
            "include_all_metadata": True,
        }
    ]


def test_makes_a_post_that_was_begun_and_is_not_there() -> None:
    channel = Channel()
    post(channel, False, None)

    assert [message["text"] for message in channel.messages] == ["hi"]


def post(channel: Channel, is_first: bool, thread: str | None) -> None:
    received = datetime(2026, 1, 1, 0, 0, tzinfo=UTC)
    posts = OncePosts(lambda: Post("Ev1#0", is_first, received))
    posts.post(channel, "C1", thread, text="hi")  # type: ignore[arg-type]  # quacks
