"""What Prometheus gets to see."""

import pytest

from example_slack_bot.feature.metrics import PATH

from tests import payloads
from tests.eventually import eventually
from tests.running_bot import RunningBot


def test_tells_how_the_bot_is(running: RunningBot) -> None:
    running.delivery.event(payloads.mention("hi"))
    running.delivery.command(payloads.command(running.slack.response_url))

    eventually(lambda: "slack_bot_work_waiting 0.0" in running.get(PATH).body.splitlines())
    lines = running.get(PATH).body.splitlines()

    sockets = running.readiness().get("num_connections", 0)
    assert "slack_bot_ready 1.0" in lines
    assert 'slack_bot_deliveries_total{acknowledged="true",kind="command"} 1.0' in lines
    assert 'slack_bot_deliveries_total{acknowledged="true",kind="event"} 1.0' in lines
    assert 'slack_bot_answer_seconds_bucket{le="3.0"} 2.0' in lines
    assert f"slack_bot_sockets {sockets}.0" in lines


@pytest.mark.parametrize("kind", ["event", "block_action"])
def test_calls_payloads_as_the_alert_rules_do(running: RunningBot, kind: str) -> None:
    running.delivery.event(payloads.event(type="reaction_added"))
    running.delivery.interaction(payloads.click("greet", running.slack.response_url))

    assert f'kind="{kind}"' in running.get(PATH).body
