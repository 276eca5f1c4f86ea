"""`silence ALERT [LABEL=VALUE ...] PERIOD`: nobody is called for these alerts, for a while.

The matchers are equalities, never expressions, so that a silence covers what its words say.
https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
"""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from ..private_systems import Change, Offer, SystemClient, Words
from ..private_systems.fields import object_in, text_in

_PERIODS = {
    "30m": timedelta(minutes=30),
    "1h": timedelta(hours=1),
    "2h": timedelta(hours=2),
    "4h": timedelta(hours=4),
    "8h": timedelta(hours=8),
    "24h": timedelta(hours=24),
}
_ALERT = "[A-Za-z_][A-Za-z0-9_.:-]{0,99}"
_LABEL = "([A-Za-z_][A-Za-z0-9_]{0,49})=([A-Za-z0-9_.:/-]{1,100})"
_MOST_WORDS = 8


class Silence(Change):
    name = "silence"
    usage = "silence ALERT [LABEL=VALUE ...] 30m|1h|2h|4h|8h|24h"

    def __init__(self, alertmanager: SystemClient) -> None:
        self._alertmanager = alertmanager

    def accepts(self, words: Words) -> bool:
        return (
            2 <= len(words) <= _MOST_WORDS
            and re.fullmatch(_ALERT, words[0]) is not None
            and all(re.fullmatch(_LABEL, word) for word in words[1:-1])
            and len(_matched(words)) == len(words) - 1  # no label twice
            and words[-1] in _PERIODS
        )

    def offer(self, words: Words) -> Offer:
        alerts = self._alertmanager.json(self._alertmanager.get("/api/v2/alerts?active=true&silenced=false"))
        matched = _matched(words)
        found = [_covers(matched, object_in(alert, "labels")) for alert in alerts if isinstance(alerts, list)]
        covered = "1 alert" if sum(found) == 1 else f"{sum(found)} alerts"
        return Offer(f"Silence {_described(words)} for {words[-1]}. It covers {covered} at the moment.")

    def carry_out(self, words: Words, pin: str, by: str) -> str:
        body = json.dumps(_silence(words, by))
        answer = self._alertmanager.json(self._alertmanager.post("/api/v2/silences", "application/json", body))
        return f"{_described(words)} is silent for {words[-1]}: silence {text_in(answer, 'silenceID')}."


def _silence(words: Words, by: str) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "matchers": [
            {"name": label, "value": value, "isRegex": False, "isEqual": True}
            for label, value in sorted(_matched(words).items())
        ],
        "startsAt": _time(now),
        "endsAt": _time(now + _PERIODS[words[-1]]),
        "createdBy": by,
        "comment": f"Asked for in Slack by {by}",
    }


def _covers(matched: dict[str, str], labels: dict[str, Any]) -> bool:
    return all(text_in(labels, label) == value for label, value in matched.items())


def _matched(words: Words) -> dict[str, str]:
    labels = (word.partition("=") for word in words[1:-1])
    return {"alertname": words[0], **{label: value for label, _, value in labels}}


def _described(words: Words) -> str:
    return " ".join(words[:-1])


def _time(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
