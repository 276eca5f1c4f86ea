"""A request as an event, in the three forms that there are."""

import pytest

from example_slack_bot.feature.lambda_.http_event import body_of, is_request, scope_of

from tests.feature.lambda_.recorded_events import FORMS, Recorded, Sent, function_url, http_api, rest_api

SENT = Sent('{"é": 1}', base64=True)
EACH = pytest.mark.parametrize("made", FORMS, ids=lambda made: made.__name__)


@EACH
def test_a_request_is_what_slack_sent_byte_for_byte(made: Recorded) -> None:
    event = made(SENT)
    scope = scope_of(event)

    assert is_request(event)
    assert (scope["method"], scope["path"]) == ("POST", "/slack/events")
    assert body_of(event) == SENT.body.encode()
    assert body_of(made(Sent(SENT.body))) == SENT.body.encode()
    assert dict(scope["headers"])[b"x-slack-signature"].startswith(b"v0=")


def test_no_request_is_what_the_bot_sends_to_itself() -> None:
    assert not is_request({"do": "what waits"})


def test_a_query_comes_along() -> None:
    second = {**function_url(SENT), "rawQueryString": "code=a%2Fb&state=x"}
    first = {**rest_api(SENT), "multiValueQueryStringParameters": {"code": ["a/b"], "state": ["x", "y"]}}

    assert scope_of(second)["query_string"] == b"code=a%2Fb&state=x"
    assert scope_of(first)["query_string"] == b"code=a%2Fb&state=x&state=y"


def test_cookies_come_along_and_headers_that_come_several_times() -> None:
    second = {**http_api(SENT), "cookies": ["a=1", "b=2"]}
    first = {**rest_api(SENT), "multiValueHeaders": {"X-Forwarded-For": ["192.0.2.1", "192.0.2.2"]}}

    assert (b"cookie", b"a=1; b=2") in scope_of(second)["headers"]
    assert (b"x-forwarded-for", b"192.0.2.1, 192.0.2.2") in scope_of(first)["headers"]


def test_no_letter_makes_an_invocation_fail() -> None:
    odd = "a\ud800\U0001f600"
    event = {**function_url(Sent("")), "rawPath": odd, "rawQueryString": odd, "headers": {"X": odd}, "body": odd}

    assert scope_of(event)["headers"] == [(b"x", b"a??")]
    assert scope_of(event)["query_string"] == body_of(event) == "a?\U0001f600".encode()


def test_an_empty_request_is_one() -> None:
    scope = scope_of({"requestContext": {}})

    assert (scope["method"], scope["path"], scope["query_string"], scope["headers"]) == ("GET", "/", b"", [])
    assert body_of({"requestContext": {}}) == b""
