"""What people in Slack see: their words and clicks on one side, a Slack and the systems on the other."""

import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import Ack, BoltRequest, BoltResponse

from example_slack_bot.feature.private_systems import (
    Desk,
    InMemoryPendingRequests,
    PrivateSystem,
    read_private_systems,
)
from example_slack_bot.feature.private_systems.desk import APPROVE, CONFIRM, DROP
from example_slack_bot.feature.private_systems.pace import MOST, Pace
from example_slack_bot.runtime.bolt_app import BoltApp, OneWorkspace
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.work_queue import InMemoryWorkQueue

from tests.eventually import eventually
from tests.pretend_operations import Countdown, Weather
from tests.pretend_slack import RESPONSE_PATH, PretendSlack, refusal

PERMISSIONS = """
ask: <@UZOE>
operations:
  weather: {users: everyone}
  launch: {users: [UANN], channels: [C1]}
  strike: {groups: [S1], channels: [C1], approval: second-person}
"""
HOME = {"ok": True, "team_id": "T1", "enterprise_id": "E1", "user_id": "U0", "bot_id": "B0"}


class People:
    def __init__(self, slack: PretendSlack, folder: Path) -> None:
        self.slack = slack
        slack.answer("auth.test", json.dumps(HOME))
        slack.answer("usergroups.users.list", json.dumps({"ok": True, "users": ["UANN", "UBEN"]}))
        self.launch, self.strike = Countdown("launch"), Countdown("strike")
        weather = Weather("<!channel> & \u202eco - <https://evil.example.com|Log in>")
        file = folder / "permissions.yaml"
        file.write_text(PERMISSIONS)
        systems = read_private_systems(
            Environment({"AUDIT_CHANNEL": "CAUDIT", "PERMISSIONS_FILE": str(file)}),
            [PrivateSystem(frozenset({"weather", "launch", "strike"}), [weather, self.launch, self.strike])],
        )
        self.app = BoltApp(OneWorkspace("xoxb-test-token-for-loopback"), slack.api_url + "/")
        self.app.authenticate()
        self.now = 0.0
        pace = Pace(lambda: self.now)
        Desk(systems, InMemoryPendingRequests(), InMemoryWorkQueue(), pace).register(self.app.app, "/bot")
        self.app.app.command("/bot")(_plain)

    def command(self, user: str, text: str, team: str = "T1") -> BoltResponse:
        return self._send(
            command="/bot", text=text, user_id=user, team_id=team, channel_id="C1", trigger_id=str(uuid.uuid4())
        )

    def click(self, user: str, action: str, value: str, team: str = "T1") -> None:
        self._send(
            type="block_actions",
            user={"id": user, "team_id": team},
            team={"id": "T1"},
            channel={"id": "C1"},
            trigger_id=str(uuid.uuid4()),
            actions=[{"type": "button", "action_id": action, "block_id": "b", "value": value}],
        )

    def answer(self, number: int) -> dict[str, Any]:
        """What came over the response URL."""
        eventually(lambda: len(self.slack.calls_to(RESPONSE_PATH)) > number)
        return self.slack.calls_to(RESPONSE_PATH)[number].body

    def says(self, number: int) -> str:
        return str(self.answer(number)["text"])

    def posts(self, channel: str) -> list[dict[str, Any]]:
        return [call.body for call in self.slack.calls_to("chat.postMessage") if call.body["channel"] == channel]

    def audited(self) -> list[str]:
        return [post["text"].rpartition("` - ")[2] for post in self.posts("CAUDIT")]

    def confirm(self, words: str) -> None:
        """Asks as Ann, and confirms it."""
        self.command("UANN", words)
        self.click("UANN", CONFIRM, button(self.answer(0)))
        self.answer(1)

    def _send(self, **payload: Any) -> BoltResponse:
        payload["response_url"] = self.slack.response_url
        answer = self.app.handle(BoltRequest(mode="socket_mode", body=payload))
        assert answer.status == 200
        return answer


def button(message: dict[str, Any]) -> str:
    """The value of a message's first button."""
    return str(message["blocks"][1]["elements"][0]["value"])


def _plain(ack: Ack) -> None:
    ack("plain")


@pytest.fixture
def people(slack: PretendSlack, tmp_path: Path) -> People:
    return People(slack, tmp_path)


def test_leaves_the_command_without_words_to_the_bot(people: People) -> None:
    assert "plain" in people.command("UANN", " ").body


def test_knows_its_words_and_repeats_no_others(people: People) -> None:
    says = people.command("UANN", "<!channel> `drop` tables").body

    assert "/bot launch now" in says
    assert "/bot weather" in says
    assert "channel" not in says
    assert "tables" not in says


def test_what_a_system_says_mentions_nobody_and_links_nowhere(people: People) -> None:
    people.command("UEVE", "weather")

    assert people.says(0) == "&lt;!channel&gt; &amp; co - &lt;https://evil.example.com|Log in&gt;"


def test_does_it_after_a_confirmation_and_writes_it_down(people: People) -> None:
    people.command("UANN", "  launch \t now ")
    assert people.answer(0)["response_type"] == "ephemeral"
    assert people.launch.done == 0

    people.click("UANN", CONFIRM, button(people.answer(0)))
    assert people.says(1) == "`launch now`, by <@UANN>: It is done for UANN"
    assert people.answer(1)["replace_original"] is True
    assert people.launch.done == 1
    assert people.audited() == ["begins, for UANN", "done: It is done for UANN"]


def test_says_that_it_is_done_though_the_audit_channel_hears_nothing(people: People) -> None:
    people.slack.answer("chat.postMessage", "")
    people.confirm("launch now")

    assert "It is done" in people.says(1)
    assert people.launch.done == 1


def test_an_equal_id_of_another_workspace_is_somebody_else(people: People) -> None:
    """The click of somebody from another workspace comes with the team of the message."""
    people.confirm("strike now")
    request = button(people.posts("C1")[0])

    people.click("UBEN", APPROVE, request, team="T2")
    assert "does nothing" in people.says(2)
    assert people.strike.done == 0
    people.command("UEVE", "weather", team="T2")
    assert people.says(3).startswith("You may not do this here")

    people.click("UBEN", APPROVE, request, team="E1")  # as Slack tells people of the bot's own organization
    assert "approved by <@UBEN>" in people.says(4)


def test_tells_whom_to_ask_and_writes_the_denial_down(people: People) -> None:
    people.command("UEVE", "launch now")

    assert people.says(0) == "You may not do this here: `launch now`. Ask <@UZOE>."
    assert people.audited() == ["denied"]


def test_asks_the_channel_for_a_second_person(people: People) -> None:
    people.confirm("strike now")
    assert people.says(1) == "The channel has been asked for an approval."
    asked = people.posts("C1")[0]
    assert asked["text"] == (
        "<@UANN> asks for `strike now`; somebody else who may do it has 10 minutes to approve it.\nIt goes off now."
    )
    assert asked["blocks"][0]["text"]["verbatim"] is True

    people.click("UANN", APPROVE, button(asked))
    assert people.says(2) == "Somebody else has to approve what you asked for."
    assert people.answer(2)["replace_original"] is False
    people.click("UEVE", APPROVE, button(asked))
    assert people.says(3).startswith("You may not do this here")
    assert people.strike.done == 0

    people.click("UBEN", APPROVE, button(asked))
    assert people.says(4) == "`strike now`, by <@UANN>, approved by <@UBEN>: It is done for UANN, approved by UBEN"
    assert people.answer(4)["replace_original"] is True
    assert people.strike.done == 1


def test_who_asked_takes_it_back(people: People) -> None:
    people.command("UANN", "launch now")
    people.click("UANN", DROP, button(people.answer(0)))

    assert people.says(1) == "`launch now`: dropped by <@UANN>. Nothing was done."
    assert people.audited() == ["taken back"]


@pytest.mark.parametrize("said", [refusal("missing_scope"), '{"ok":true}', '{"ok":true,"users":"UANN"}', "", "<html>"])
def test_nobody_is_in_a_group_that_slack_does_not_tell(people: People, said: str) -> None:
    people.slack.answer("usergroups.users.list", said)
    people.command("UANN", "strike now")

    assert people.says(0).startswith("You may not do this here")


def test_what_nobody_can_be_asked_to_approve_is_not_kept(people: People) -> None:
    people.slack.refuse("chat.postMessage", "not_in_channel")
    people.confirm("strike now")

    assert "Invite me" in people.says(1)
    people.click("UBEN", APPROVE, button(people.posts("C1")[0]))
    assert "used or has expired" in people.says(2)
    assert people.strike.done == 0


def test_one_who_asks_too_often_waits_and_nobody_else(people: People) -> None:
    """Denials, too, take work, and fill the audit channel."""
    for number in range(MOST + 1):
        people.command("UEVE", "launch now")
        people.answer(number)
    assert people.says(MOST) == "You ask more often than I answer. Wait a minute."
    assert len(people.audited()) == MOST

    people.command("UANN", "launch now")
    assert people.says(MOST + 1) == "It goes off now."

    people.now = 60.0
    people.command("UEVE", "launch now")
    assert people.says(MOST + 2).startswith("You may not do this here")
