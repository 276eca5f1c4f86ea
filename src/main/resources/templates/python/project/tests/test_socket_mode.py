"""Over a socket, which may end at any moment."""

import pytest

from example_slack_bot.runtime.transport import Kind

from . import payloads
from .conftest import Start
from .delivery import OverSocket
from .eventually import eventually
from .pretend_slack import PROXY_PAGE, PretendSlack, refusal


def test_is_ready_once_slack_said_hello(slack: PretendSlack, start: Start) -> None:
    slack.socket.says_hello = False
    running = start(Kind.SOCKET_MODE)

    eventually(lambda: slack.socket.connections_opened == 1)
    assert running.get("/readyz").status == 503
    assert running.readiness()["socket"] == "not connected"
    assert running.get("/livez").status == 200

    slack.socket.say_hello(2)
    running.wait_until_ready()
    assert running.readiness()["num_connections"] == 2


@pytest.mark.parametrize(
    "body",
    [PROXY_PAGE, '{"ok":tr', "[]", "", refusal("internal_error"), refusal("ratelimited"), refusal("team_added_to_org")],
)
def test_tries_again_when_slack_is_in_trouble(slack: PretendSlack, start: Start, body: str) -> None:
    slack.once("auth.test", 200, body)
    slack.once("apps.connections.open", 200, body)

    running = start(Kind.SOCKET_MODE).wait_until_ready()

    assert running.delivery.event(payloads.mention("at last")).acknowledged


def test_tries_again_when_the_first_connection_fails(slack: PretendSlack, start: Start) -> None:
    slack.once("auth.test", 503)
    slack.once("apps.connections.open", 503)

    running = start(Kind.SOCKET_MODE).wait_until_ready()

    assert running.delivery.event(payloads.mention("at last")).acknowledged


def test_asks_for_one_connection(slack: PretendSlack, start: Start) -> None:
    start(Kind.SOCKET_MODE).wait_until_ready()

    assert len(slack.calls_to("apps.connections.open")) == 1
    assert slack.socket.connections_opened == 1


def test_takes_no_http_requests(start: Start) -> None:
    running = start(Kind.SOCKET_MODE).wait_until_ready()

    assert running.http.post("application/json", "{}").status == 404


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
def test_loses_nothing_when_slack_renews_the_connection(slack: PretendSlack, start: Start, reason: str) -> None:
    running = start(Kind.SOCKET_MODE).wait_until_ready()
    assert running.delivery.event(payloads.mention("before")).acknowledged

    slack.socket.disconnect(reason)
    assert running.delivery.event(payloads.mention("during")).acknowledged
    eventually(lambda: slack.socket.connections_opened == 2)
    running.wait_until_ready()
    assert running.delivery.event(payloads.mention("after")).acknowledged

    eventually(lambda: len(slack.calls_to("chat.postMessage")) == 3)


def test_is_not_ready_while_the_socket_is_lost_and_comes_back(slack: PretendSlack, start: Start) -> None:
    running = start(Kind.SOCKET_MODE).wait_until_ready()
    slack.refuse("apps.connections.open", "internal_error")

    slack.socket.drop()
    eventually(lambda: running.get("/readyz").status == 503)
    refused = len(slack.calls_to("apps.connections.open"))
    eventually(lambda: len(slack.calls_to("apps.connections.open")) > refused)
    assert not running.readiness()["ready"]

    slack.accept_tokens()
    running.wait_until_ready()
    assert running.delivery.event(payloads.mention("back again")).acknowledged


def test_waits_for_its_turn_when_there_are_too_many_sockets(slack: PretendSlack, start: Start) -> None:
    running = start(Kind.SOCKET_MODE).wait_until_ready()

    slack.socket.disconnect("too_many_websockets")
    eventually(lambda: running.get("/readyz").status == 503)
    assert slack.socket.connections_opened == 1

    eventually(lambda: slack.socket.connections_opened == 2)
    running.wait_until_ready()


def test_a_message_that_is_none_of_slacks_does_no_harm(slack: PretendSlack, start: Start) -> None:
    running = start(Kind.SOCKET_MODE).wait_until_ready()
    assert isinstance(running.delivery, OverSocket)

    assert not running.delivery.send("events_api", {"type": "event_callback"}, 0.5).acknowledged
    assert running.delivery.event(payloads.mention("hi")).acknowledged
