"""Who is in a user group, as Slack says."""

import json

from slack_sdk import WebClient

from example_slack_bot.feature.private_systems.asker import Asker
from example_slack_bot.feature.private_systems.user_groups import UserGroups

from tests.pretend_slack import PretendSlack

METHOD = "usergroups.users.list"


def test_asks_once_a_minute(slack: PretendSlack) -> None:
    now = 0.0
    groups = UserGroups(lambda: now)
    client = WebClient(base_url=slack.api_url + "/")
    ann, eve = (Asker(user, "T1", False, "C1", client) for user in ("UANN", "UEVE"))
    slack.answer(METHOD, json.dumps({"ok": True, "users": ["UANN"]}))

    assert groups.has("S1", ann)
    assert not groups.has("S1", eve)
    assert [call.body["usergroup"] for call in slack.calls_to(METHOD)] == ["S1"]

    slack.answer(METHOD, json.dumps({"ok": True, "users": []}))
    assert groups.has("S1", ann)
    now = 60.0
    assert not groups.has("S1", ann)


def test_asks_again_after_no_answer(slack: PretendSlack) -> None:
    ann = Asker("UANN", "T1", False, "C1", WebClient(base_url=slack.api_url + "/"))
    groups = UserGroups()

    slack.refuse(METHOD, "missing_scope")
    assert not groups.has("S1", ann)
    slack.answer(METHOD, json.dumps({"ok": True, "users": ["UANN"]}))
    assert groups.has("S1", ann)
