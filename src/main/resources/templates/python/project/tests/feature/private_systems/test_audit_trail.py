"""What is written down."""

import json

import pytest
from slack_sdk import WebClient

from example_slack_bot.feature.private_systems.asker import Asker
from example_slack_bot.feature.private_systems.audit_trail import AuditTrail
from example_slack_bot.feature.private_systems.mrkdwn import LONGEST, escaped

from tests.pretend_slack import PretendSlack


def ann(slack: PretendSlack) -> Asker:
    return Asker("UANN", "T1", False, "C1", WebClient(base_url=slack.api_url + "/"))


def test_writes_a_line_of_json_to_the_log(slack: PretendSlack, caplog: pytest.LogCaptureFixture) -> None:
    AuditTrail("").write(ann(slack), "sync shop", 'failed: a\nb "c" \ud800')

    (record,) = [record for record in caplog.records if record.name == "audit"]
    written = json.loads(record.getMessage())
    assert list(written) == ["at", "user", "team", "channel", "what", "outcome"]
    assert written["user"] == "UANN"
    assert written["what"] == "sync shop"
    assert written["outcome"] == 'failed: a\nb "c" \ud800'
    assert slack.calls == []


def test_no_outcome_looks_like_another_line(slack: PretendSlack) -> None:
    AuditTrail("CAUDIT").write(ann(slack), "sync shop", "done: a\n<@UEVE> in <#C1>\u2028b \ud800")

    (post,) = slack.calls_to("chat.postMessage")
    assert post.body["text"] == "<@UANN> in <#C1>: `sync shop` - done: a &lt;@UEVE&gt; in &lt;#C1&gt; b ?"


def test_fits_into_a_section() -> None:
    assert escaped("x" * LONGEST) == "x" * LONGEST
    assert escaped("x" * (LONGEST - 2) + "<!channel>") == "x" * (LONGEST - 2) + " ..."
