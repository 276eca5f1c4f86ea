"""What a person in Slack sees, the same over both transports."""

from . import payloads
from .eventually import eventually
from .pretend_slack import RESPONSE_PATH, Call, refusal
from .running_bot import RunningBot


def test_replies_to_a_mention_in_its_thread(running: RunningBot) -> None:
    assert running.delivery.event(payloads.mention("hi")).acknowledged

    reply = only_reply(running).body
    assert reply["channel"] == "C1"
    assert reply["thread_ts"] == "1.1"
    assert "<@U1>" in reply["text"]


def test_stays_in_a_thread_that_exists(running: RunningBot) -> None:
    running.delivery.event(
        payloads.event(type="app_mention", user="U1", text="hi", ts="1.2", thread_ts="0.9", channel="C1")
    )

    assert only_reply(running).body["thread_ts"] == "0.9"


def test_handles_an_event_once(running: RunningBot) -> None:
    mention = payloads.mention("once, please")

    assert running.delivery.event(mention).acknowledged
    assert running.delivery.event(mention).acknowledged

    only_reply(running)
    running.bot.close()  # which ends what is at work
    assert len(replies(running)) == 1


def test_answers_the_command_with_a_button(running: RunningBot) -> None:
    answer = running.delivery.command(payloads.command(running.slack.response_url))

    assert answer.acknowledged
    assert answer.body is not None
    assert "<@U1>" in answer.body["text"]
    assert answer.body["blocks"][1]["elements"][0]["action_id"] == "greet"


def test_the_button_updates_its_message(running: RunningBot) -> None:
    assert running.delivery.interaction(payloads.click("greet", running.slack.response_url)).acknowledged

    eventually(lambda: bool(running.slack.calls_to(RESPONSE_PATH)))
    update = running.slack.calls_to(RESPONSE_PATH)[0].body
    assert update["replace_original"] is True
    assert "U1" in update["text"]


def test_acknowledges_what_it_does_not_listen_to(running: RunningBot) -> None:
    assert running.delivery.event(payloads.event(type="reaction_added", user="U1", reaction="wave")).acknowledged
    assert running.delivery.event(payloads.event(type="an_event_of_the_future")).acknowledged
    assert running.delivery.event(
        payloads.event(type="message", subtype="message_changed", channel="C1", ts="1.1")
    ).acknowledged
    assert replies(running) == []


def test_acknowledges_before_the_work_is_done(running: RunningBot) -> None:
    running.slack.replies_allowed.clear()

    assert running.delivery.event(payloads.mention("take your time")).acknowledged
    assert replies(running) == []

    running.slack.replies_allowed.set()
    assert only_reply(running).body["channel"] == "C1"


def test_keeps_handling_after_a_reply_failed(running: RunningBot) -> None:
    running.slack.refuse("chat.postMessage", "channel_not_found")

    assert running.delivery.event(payloads.mention("into the void")).acknowledged
    assert running.delivery.event(payloads.mention("and again")).acknowledged

    eventually(lambda: len(replies(running)) >= 2)


def test_repeats_a_call_that_came_too_fast(running: RunningBot) -> None:
    running.slack.once("chat.postMessage", 429, refusal("ratelimited"))

    assert running.delivery.event(payloads.mention("slowly")).acknowledged

    eventually(lambda: len(replies(running)) == 2)
    assert replies(running)[0].body == replies(running)[1].body


def test_reports_its_health(running: RunningBot) -> None:
    assert running.get("/livez").status == 200
    assert running.readiness()["ready"]
    assert len(running.slack.calls_to("auth.test")) == 1


def replies(running: RunningBot) -> list[Call]:
    return running.slack.calls_to("chat.postMessage")


def only_reply(running: RunningBot) -> Call:
    eventually(lambda: bool(replies(running)))
    assert len(replies(running)) == 1
    return replies(running)[0]
