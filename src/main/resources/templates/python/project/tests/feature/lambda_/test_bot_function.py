"""The handler's inside, with requests as AWS makes events of them."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from example_slack_bot import bot, settings
from example_slack_bot.feature.lambda_ import BotFunction, Invoker, bot_function
from example_slack_bot.runtime.startup_error import StartupError, Unavailable
from example_slack_bot.runtime.transport import Kind

from tests import payloads
from tests.delivery import FORM
from tests.eventually import eventually
from tests.feature.lambda_.recorded_events import FORMS, Recorded, Sent, function_url, http_api
from tests.pretend_slack import PROXY_PAGE, RESPONSE_PATH, PretendSlack
from tests.running_bot import environment

EACH = pytest.mark.parametrize("made", FORMS, ids=lambda made: made.__name__)


class CountingInvoker(Invoker):
    def __init__(self) -> None:
        self.times = 0

    def go_on(self, arn: str) -> None:
        self.times += 1


class Context:
    invoked_function_arn = "arn"

    def get_remaining_time_in_millis(self) -> int:
        return 120_000


class Function:
    def __init__(self, slack: PretendSlack, data: Path) -> None:
        self.slack = slack
        self.again = CountingInvoker()
        variables = {**environment(slack, Kind.EVENTS_API), "DATA_DIR": str(data)}
        self.bot: BotFunction = bot.function(settings.read(variables), self.again)

    def __call__(self, event: Mapping[str, Any]) -> dict[str, Any]:
        return self.bot.invoked(event, Context())

    def go_on(self) -> None:
        assert self({"do": "what waits"}) == {}

    def posts(self) -> int:
        return len(self.slack.calls_to("chat.postMessage"))


@pytest.fixture
def function(slack: PretendSlack, tmp_path: Path) -> Iterator[Function]:
    made = Function(slack, tmp_path)
    yield made
    made.bot.close()


@EACH
def test_an_event_is_answered_when_it_is_stored_and_worked_at_by_the_next_invocation(
    function: Function, made: Recorded
) -> None:
    answer = function(made(event(payloads.mention("hi"))))

    assert (answer["statusCode"], answer["body"], function.again.times) == (200, "", 1)
    assert function.posts() == 0
    function.go_on()
    assert function.posts() == 1
    function.go_on()
    assert function.posts() == 1


@EACH
def test_a_repeat_is_answered_and_worked_at_no_more(function: Function, made: Recorded) -> None:
    mention = event(payloads.mention("hi"))

    assert [function(made(mention))["statusCode"] for _ in range(2)] == [200, 200]
    assert function.again.times == 1
    function.go_on()
    assert function.posts() == 1


@EACH
def test_a_command_in_base64_is_answered_with_a_button(function: Function, made: Recorded) -> None:
    answer = function(made(form(payloads.command(function.slack.response_url))))

    assert answer["headers"]["content-type"].startswith("application/json")
    assert json.loads(answer["body"])["blocks"][1]["elements"][0]["action_id"] == "greet"
    assert function.again.times == 0


@EACH
def test_an_event_in_base64_may_have_any_letters(function: Function, made: Recorded) -> None:
    body = json.dumps(payloads.mention("Grüße, 日本語"), ensure_ascii=False)

    assert function(made(Sent(body, base64=True)))["statusCode"] == 200
    function.go_on()
    assert function.posts() == 1


@EACH
@pytest.mark.parametrize("base64", [True, False])
def test_a_form_may_name_its_letters(function: Function, made: Recorded, base64: bool) -> None:
    command = form(payloads.command(function.slack.response_url, "é"))
    sent = dataclasses.replace(command, type=f"{FORM}; charset=utf-8", base64=base64)

    assert function(made(sent))["statusCode"] == 200


@EACH
def test_what_is_not_slacks_is_refused_and_what_makes_no_sense(function: Function, made: Recorded) -> None:
    sent = event(payloads.mention("hello"))
    recorded = made(sent)

    assert function(made(dataclasses.replace(sent, secret="another-secret-of-16")))["statusCode"] == 401
    assert function({**recorded, "body": sent.body.replace("hello", "hullo")})["statusCode"] == 401
    assert function({**recorded, "headers": None, "multiValueHeaders": None})["statusCode"] == 401
    assert function(made(dataclasses.replace(sent, body='{"type": ')))["statusCode"] == 400
    assert function(made(dataclasses.replace(sent, path="/elsewhere")))["statusCode"] == 404
    assert function.again.times == 0
    function.go_on()
    assert function.posts() == 0


def test_what_a_click_leads_to_after_its_answer_is_done_by_the_next_invocation(function: Function) -> None:
    click = {"payload": json.dumps(payloads.click("greet", function.slack.response_url))}
    answer = function(function_url(form(click)))

    assert (answer["statusCode"], function.again.times) == (200, 1)
    assert function.slack.calls_to(RESPONSE_PATH) == []
    function.go_on()
    assert len(function.slack.calls_to(RESPONSE_PATH)) == 1


def test_works_at_all_that_waits(function: Function) -> None:
    for _ in range(10):
        function(function_url(event(payloads.mention("hi"))))

    function.go_on()

    assert function.posts() == 10


def test_what_fails_is_left_to_a_later_invocation(function: Function) -> None:
    function.slack.once("chat.postMessage", 200, '{"ok": false, "error": "channel_not_found"}')
    function(function_url(event(payloads.mention("hi"))))
    function.go_on()
    assert function.posts() == 1

    def is_repeated() -> bool:
        function.go_on()
        return function.posts() == 2

    eventually(is_repeated)


def test_answers_slacks_check_of_the_address_and_says_how_it_is(function: Function) -> None:
    check = {"type": "url_verification", "challenge": "abc"}
    health = http_api(Sent("", path="/readyz"))
    health["requestContext"]["http"]["method"] = "GET"

    assert json.loads(function(function_url(event(check)))["body"]) == {"challenge": "abc"}
    assert function.again.times == 0
    assert json.loads(function(health)["body"])["ready"] is True


def test_begins_again_after_a_long_sleep_and_knows_what_it_knew(
    function: Function, monkeypatch: pytest.MonkeyPatch
) -> None:
    function(function_url(event(payloads.mention("hi"))))
    monkeypatch.setattr(bot_function, "TRUSTED_SECONDS", -1.0)

    function.go_on()

    assert function.posts() == 1
    assert len(function.slack.calls_to("auth.test")) == 1


def test_acknowledges_nothing_and_loses_nothing_while_slack_cannot_be_reached(
    slack: PretendSlack, function: Function
) -> None:
    slack.answer("auth.test", PROXY_PAGE)
    assert function(function_url(event(payloads.mention("come again"))))["statusCode"] == 503
    with pytest.raises(Unavailable):
        function.go_on()

    slack.accept_tokens()
    assert function(function_url(event(payloads.mention("come again"))))["statusCode"] == 200


def test_does_not_go_on_with_a_token_that_slack_refuses(slack: PretendSlack, function: Function) -> None:
    slack.refuse("auth.test", "invalid_auth")

    with pytest.raises(StartupError, match="SLACK_BOT_TOKEN was refused"):
        function.go_on()


def event(payload: Mapping[str, Any]) -> Sent:
    return Sent(json.dumps(payload))


def form(fields: Mapping[str, Any]) -> Sent:
    return Sent(urlencode(fields), type=FORM, base64=True)
