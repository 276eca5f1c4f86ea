"""Bolt, whatever listeners and Slack do."""

import argparse
from urllib.parse import urlencode

import pytest
from slack_bolt import BoltRequest
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

from example_slack_bot.listeners.command import COMMAND
from example_slack_bot.runtime.bolt_app import BoltApp, OneWorkspace
from example_slack_bot.runtime.retry_after import RetryAfter

from . import payloads
from .pretend_slack import PretendSlack


def test_outlives_a_listener_that_wants_to_end_the_process(slack: PretendSlack) -> None:
    bolt = BoltApp(OneWorkspace("xoxb-test-token-for-loopback"), slack.api_url + "/")
    bolt.authenticate()
    bolt.app.command(COMMAND)(lambda: argparse.ArgumentParser().parse_args(["unknown"]))

    answer = bolt.handle(BoltRequest(body=urlencode(payloads.command(slack.response_url))))

    assert answer.status == 500


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"Retry-After": "3"}, 3), ({"retry-after": "86400"}, 60), ({"Retry-After": "soon"}, 1), ({}, 1)],
)
def test_waits_as_long_as_slack_asks_and_a_minute_at_most(
    monkeypatch: pytest.MonkeyPatch, headers: dict[str, str | list[str]], seconds: int
) -> None:
    waited: list[int] = []
    monkeypatch.setattr("time.sleep", waited.append)
    state = RetryState()

    RetryAfter().prepare_for_next_attempt(
        state=state,
        request=HttpRequest(method="POST", url="http://127.0.0.1/api/chat.postMessage", headers={}),
        response=HttpResponse(status_code=429, headers=headers),
    )

    assert waited == [seconds]
    assert state.next_attempt_requested
