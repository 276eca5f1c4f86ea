"""Over HTTP, where anybody may knock."""

import contextlib
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from example_slack_bot.runtime.once_per_delivery import SIGNATURE
from example_slack_bot.runtime.request_guard import MAX_BODY_BYTES, TIMESTAMP, sign
from example_slack_bot.runtime.transport import Kind

from . import payloads
from .conftest import Start
from .delivery import FORM, JSON
from .eventually import eventually
from .pretend_slack import RESPONSE_PATH
from .running_bot import RunningBot


@pytest.fixture
def running(start: Start) -> RunningBot:
    return start(Kind.EVENTS_API)


def test_signs_like_the_example_in_slacks_documentation() -> None:
    body = (
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
        "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
        "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )

    assert (
        sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body.encode())
        == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    )


def test_answers_slacks_url_check_as_often_as_it_comes(running: RunningBot) -> None:
    body = json.dumps({"type": "url_verification", "token": "t", "challenge": "a challenge"})
    headers = running.http.signed(int(time.time()), body)

    for _ in range(2):
        answer = running.http.post(JSON, body, headers)
        assert answer.status == 200
        assert json.loads(answer.body) == {"challenge": "a challenge"}


def test_refuses_a_wrong_signature(running: RunningBot) -> None:
    body = json.dumps(payloads.mention("forged"))
    headers = running.http.signed(int(time.time()), body)
    forged = sign("another-signing-secret", headers[TIMESTAMP], body.encode())

    assert running.http.post(JSON, body, {**headers, SIGNATURE: forged}).status == 401
    assert running.http.post(JSON, body + " ", headers).status == 401
    assert_nothing_handled(running)


@pytest.mark.parametrize("timestamp", ["now", "-1", "99999999999999999999", ""])
def test_refuses_missing_and_malformed_headers(running: RunningBot, timestamp: str) -> None:
    body = json.dumps(payloads.mention("unsigned"))
    headers = running.http.signed(int(time.time()), body)

    assert running.http.post(JSON, body, {}).status == 401
    for name, value in headers.items():
        assert running.http.post(JSON, body, {name: value}).status == 401
    assert running.http.post(JSON, body, {**headers, TIMESTAMP: timestamp}).status == 401
    assert_nothing_handled(running)


@pytest.mark.parametrize(("seconds", "status"), [(-310, 401), (310, 401), (-290, 200), (290, 200)])
def test_allows_five_minutes_in_either_direction(running: RunningBot, seconds: int, status: int) -> None:
    body = json.dumps(payloads.mention("in time or not"))

    assert running.http.post(JSON, body, running.http.signed(int(time.time()) + seconds, body)).status == status


def test_handles_a_replayed_request_once(running: RunningBot) -> None:
    body = urlencode({"payload": json.dumps(payloads.click("greet", running.slack.response_url))})
    headers = running.http.signed(int(time.time()), body)

    with ThreadPoolExecutor(8) as senders:
        statuses = list(senders.map(lambda _: running.http.post(FORM, body, headers).status, range(8)))

    assert statuses == [200] * 8
    eventually(lambda: bool(running.slack.calls_to(RESPONSE_PATH)))
    running.bot.close()
    assert len(running.slack.calls_to(RESPONSE_PATH)) == 1


def test_forgets_a_request_that_failed(running: RunningBot) -> None:
    body = urlencode({"payload": json.dumps(payloads.click("nobody_listens", running.slack.response_url))})
    headers = running.http.signed(int(time.time()), body)

    assert running.http.post(FORM, body, headers).status == 404
    assert running.http.post(FORM, body, headers).status == 404


def test_stops_reading_a_body_that_is_too_large(running: RunningBot) -> None:
    chunk = b" " * (MAX_BODY_BYTES + 1)
    head = (
        f"POST /slack/events HTTP/1.1\r\nHost: bot\r\nTransfer-Encoding: chunked\r\n"
        f"{TIMESTAMP}: {int(time.time())}\r\n{SIGNATURE}: v0=0\r\n\r\n"
        f"{2 * len(chunk):x}\r\n"
    )

    with socket.create_connection(("127.0.0.1", running.bot.port), 5) as line:
        line.sendall(head.encode() + chunk)  # the end never comes: the answer must not wait for it
        assert line.recv(12) == b"HTTP/1.1 413"


def test_cuts_a_request_that_does_not_end_behind_one_that_did(running: RunningBot) -> None:
    line = HTTPConnection("127.0.0.1", running.bot.port, timeout=10)
    line.request("GET", "/livez")
    assert line.getresponse().read()

    line.sock.send(b"P")
    with contextlib.suppress(ConnectionResetError):  # which is one way to be cut
        assert line.sock.recv(1) == b"", "not cut"
    line.close()


@pytest.mark.parametrize("body", ["", "no JSON", "[]", "null", "{", "{}", '{"type":"event_callback"}'])
@pytest.mark.parametrize("content_type", [JSON, FORM, "text/plain"])
def test_refuses_what_is_signed_but_no_payload(running: RunningBot, content_type: str, body: str) -> None:
    assert running.http.post(content_type, body).status // 100 == 4


def test_answers_nothing_but_posts(running: RunningBot) -> None:
    assert running.get("/slack/events").status == 405


def test_reads_text_as_utf8(running: RunningBot) -> None:
    body = json.dumps(
        payloads.event(type="app_mention", user="Uñ", text="", ts="1.1", channel="C1"), ensure_ascii=False
    )

    assert running.http.post(JSON, body).status == 200
    eventually(lambda: bool(running.slack.calls_to("chat.postMessage")))
    assert "<@Uñ>" in running.slack.calls_to("chat.postMessage")[0].body["text"]


def assert_nothing_handled(running: RunningBot) -> None:
    running.bot.close()
    assert running.slack.calls_to("chat.postMessage") == []
