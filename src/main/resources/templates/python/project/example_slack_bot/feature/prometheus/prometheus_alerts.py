"""`alerts`: what is firing. No query is written, so no word of a user can get into one.

https://prometheus.io/docs/prometheus/latest/querying/api/#alerts
"""

from typing import NamedTuple

from ..private_systems import Question, SystemClient, SystemTrouble, Words
from ..private_systems.fields import list_in, object_in, text_in

SHOWN = 20


class _Alert(NamedTuple):
    name: str
    state: str
    severity: str
    summary: str

    def __str__(self) -> str:
        severity = f" ({self.severity})" if self.severity else ""
        summary = f" - {self.summary}" if self.summary else ""
        return f"{self.state}: {self.name}{severity}{summary}"


class Alerts(Question):
    name = "alerts"
    usage = "alerts"

    def __init__(self, prometheus: SystemClient) -> None:
        self._prometheus = prometheus

    def accepts(self, words: Words) -> bool:
        return not words

    def answer(self, words: Words) -> str:
        alerts = self._alerts()
        lines = [str(alert) for alert in alerts[:SHOWN]]
        if len(alerts) > SHOWN:
            lines.append(f"and {len(alerts) - SHOWN} more")
        return "\n".join(lines) or "No alert is firing."

    def _alerts(self) -> list[_Alert]:
        answer = self._prometheus.json(self._prometheus.get("/api/v1/alerts"))
        if text_in(answer, "status") != "success":
            raise SystemTrouble("Prometheus did not tell its alerts.")
        alerts = [_alert(found) for found in list_in(object_in(answer, "data"), "alerts")]
        return sorted(alerts, key=lambda alert: (alert.state != "firing", alert.name))


def _alert(found: object) -> _Alert:
    if not isinstance(found, dict):
        raise TypeError("an alert is no object")
    labels = object_in(found, "labels")
    return _Alert(
        name=text_in(labels, "alertname"),
        state=text_in(found, "state"),
        severity=text_in(labels, "severity"),
        summary=text_in(object_in(found, "annotations"), "summary"),
    )
