"""Alerts and silences, as the documentation of Prometheus and Alertmanager describes them."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from example_slack_bot.feature.private_systems import SystemTrouble
from example_slack_bot.feature.prometheus import read_prometheus
from example_slack_bot.feature.prometheus.alertmanager_silence import Silence
from example_slack_bot.feature.prometheus.prometheus_alerts import Alerts
from example_slack_bot.runtime.environment import Environment

from tests.pretend_system import PretendSystem

DOWN = {
    "labels": {"alertname": "Down", "severity": "page"},
    "annotations": {"summary": "It is down"},
    "state": "firing",
    "activeAt": "2026-01-01T00:00:00Z",
    "value": "1e+00",
}


@pytest.fixture
def alerts(system: PretendSystem) -> Alerts:
    return Alerts(system.client("Prometheus"))


@pytest.fixture
def silence(system: PretendSystem) -> Silence:
    return Silence(system.client("Alertmanager"))


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"PROMETHEUS_TOKEN": "x"}, []),
        ({"PROMETHEUS_URL": "https://prometheus.example.com"}, ["alerts"]),
        ({"ALERTMANAGER_URL": "http://alertmanager:9093/"}, ["silence"]),
    ],
)
def test_each_is_there_once_its_address_is_set(variables: dict[str, str], words: list[str]) -> None:
    assert [operation.name for operation in read_prometheus(Environment(variables)).operations] == words


def test_lists_what_fires_first(system: PretendSystem, alerts: Alerts) -> None:
    slow = {"labels": {"alertname": "Slow"}, "annotations": {}, "state": "pending", "value": "0e+00"}
    system.answers("GET /api/v1/alerts", 200, told([slow, DOWN]))

    assert alerts.answer([]) == "firing: Down (page) - It is down\npending: Slow"
    assert system.calls[0].authorization == "Bearer secret-token"


def test_lists_twenty(system: PretendSystem, alerts: Alerts) -> None:
    system.answers("GET /api/v1/alerts", 200, told([DOWN] * 22))

    lines = alerts.answer([]).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "and 2 more"


def test_never_takes_trouble_for_silence(system: PretendSystem, alerts: Alerts) -> None:
    system.answers("GET /api/v1/alerts", 200, '{"status":"error","errorType":"timeout"}')
    system.answers("GET /api/v1/alerts", 200, told([]))

    assert trouble(lambda: alerts.answer([])) == "Prometheus did not tell its alerts."
    assert alerts.answer([]) == "No alert is firing."


def test_counts_what_a_silence_covers(system: PretendSystem, silence: Silence) -> None:
    labels = [
        {"alertname": "Down", "instance": "web-1"},
        {"alertname": "Down", "instance": "web-2"},
        {"alertname": "Slow", "instance": "web-1"},
    ]
    system.answers("GET /api/v2/alerts", 200, json.dumps([{"labels": found} for found in labels]))

    offer = silence.offer(["Down", "instance=web-1", "2h"])
    assert offer.text == "Silence Down instance=web-1 for 2h. It covers 1 alert at the moment."
    assert silence.offer(["Down", "2h"]).text == "Silence Down for 2h. It covers 2 alerts at the moment."
    assert system.calls[0].target == "/api/v2/alerts?active=true&silenced=false"


def test_silences_by_equality_for_as_long_as_it_says(system: PretendSystem, silence: Silence) -> None:
    system.answers("POST /api/v2/silences", 200, '{"silenceID":"5d6c"}')

    said = silence.carry_out(["Down", "instance=web-1", "2h"], "", "U1, approved by U2")
    assert said == "Down instance=web-1 is silent for 2h: silence 5d6c."

    asked = json.loads(system.changes()[0].body)
    assert asked["matchers"] == [
        {"name": "alertname", "value": "Down", "isRegex": False, "isEqual": True},
        {"name": "instance", "value": "web-1", "isRegex": False, "isEqual": True},
    ]
    assert asked["createdBy"] == "U1, approved by U2"
    assert asked["comment"] == "Asked for in Slack by U1, approved by U2"
    ends, starts = (datetime.fromisoformat(asked[key]) for key in ("endsAt", "startsAt"))
    assert ends - starts == timedelta(hours=2)


@pytest.mark.parametrize("body", ['{"code":400,"message":"bad"}', '"start time must be before end time"'])
def test_tells_that_alertmanager_refuses(system: PretendSystem, silence: Silence, body: str) -> None:
    system.answers("POST /api/v2/silences", 400, body)

    said = trouble(lambda: silence.carry_out(["Down", "2h"], "", "U1"))
    assert said == "Alertmanager answered with status 400."


@pytest.mark.parametrize(
    "words",
    [
        "Down",
        "Down 25h",
        "Down -1h",
        ".* 1h",
        "Down{} 1h",
        "Down instance=~.* 1h",
        "Down alertname=Other 1h",
        "Down a=1 a=2 1h",
        'Down a="x" 1h',
        "Down\n 1h",
        "<!channel> 1h",
        "Down a=1 b=2 c=3 d=4 e=5 f=6 g=7 1h",
        "a" * 10_000 + " 1h",
    ],
)
def test_silences_nothing_else(silence: Silence, words: str) -> None:
    assert not silence.accepts(words.split(" "))


def test_accepts_no_query(alerts: Alerts) -> None:
    assert alerts.accepts([])
    assert not alerts.accepts(['{job="x"}'])
    assert not alerts.accepts(["all"])


def told(alerts: list[object]) -> str:
    return json.dumps({"status": "success", "data": {"alerts": alerts}})


def trouble(step: Callable[[], object]) -> str:
    with pytest.raises(SystemTrouble) as raised:
        step()
    return str(raised.value)
