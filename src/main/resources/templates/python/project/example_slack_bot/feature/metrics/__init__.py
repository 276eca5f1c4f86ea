"""How the bot is, as Prometheus asks for it."""

import asyncio
import time

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import choose_encoder
from slack_bolt import BoltRequest, BoltResponse

from ...runtime.http_server import HttpAnswer, HttpRequest, HttpServer
from ...runtime.readiness import Readiness
from ...runtime.transport import Handler
from ...runtime.work_queue import WorkQueue

PATH = "/metrics"

# Slack's types of payloads, and what they are called here; what has none is a command.
_KINDS = {
    "event_callback": "event",
    "block_actions": "block_action",
    "shortcut": "global_shortcut",
    "message_action": "message_shortcut",
}


class Metrics:
    def __init__(self, http: HttpServer, readiness: Readiness, work: WorkQueue) -> None:
        """Adds a route to the server."""
        prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        self._deliveries = Counter(
            "slack_bot_deliveries_total",
            "What Slack has delivered, repetitions included",
            ["kind", "acknowledged"],
            registry=self._registry,
        )
        self._answers = Histogram(
            "slack_bot_answer_seconds",
            "From a delivery to its acknowledgement, of which Slack waits for three seconds",
            buckets=(0.01, 0.03, 0.1, 0.3, 1, 3),
            registry=self._registry,
        )
        self._gauge("slack_bot_ready", "Whether the bot can work").set_function(lambda: float(readiness.is_ready()))
        self._gauge("slack_bot_sockets", "Sockets that Slack counts for the app").set_function(readiness.sockets)
        self._gauge("slack_bot_work_waiting", "Accepted work that waits for a thread").set_function(work.waiting)
        http.mount(PATH, self._answer)

    def counting(self, handle: Handler) -> Handler:
        """The same, and counted."""

        def counted(request: BoltRequest) -> BoltResponse:
            start = time.perf_counter()
            acknowledged = False
            try:
                answer = handle(request)
                acknowledged = answer.status == 200
                return answer
            finally:
                self._answers.observe(time.perf_counter() - start)
                self._deliveries.labels(_kind(request), str(acknowledged).lower()).inc()

        return counted

    def _gauge(self, name: str, means: str) -> Gauge:
        return Gauge(name, means, registry=self._registry)

    async def _answer(self, request: HttpRequest) -> HttpAnswer:
        encode, content_type = choose_encoder(request.headers.get("accept", ""))
        # On a thread of its own: a figure may come from a database.
        text: bytes = await asyncio.to_thread(encode, self._registry)
        return HttpAnswer(200, text.decode(), {"content-type": content_type})


def _kind(request: BoltRequest) -> str:
    payload = request.body.get("type", "command")
    return _KINDS.get(payload, payload) if isinstance(payload, str) else "unknown"
