"""Slack posts each payload to /slack/events."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

from slack_bolt import BoltRequest, BoltResponse

from .http_server import HttpAnswer, HttpRequest, HttpServer
from .once_per_delivery import is_payload
from .readiness import Readiness
from .request_guard import RequestGuard
from .transport import Handler

_LOG = logging.getLogger(__name__)
PATH = "/slack/events"

# Requests answered side by side: a listener that blocks does not hold up the others.
THREADS = 60


class EventsApiTransport:
    def __init__(self, handle: Handler, signing_secret: str, readiness: Readiness, http: HttpServer) -> None:
        """Mounts the route at once; it answers 503 until the bot is ready."""
        self._handle = handle
        self._threads = ThreadPoolExecutor(THREADS, "request")
        http.mount(PATH, RequestGuard(signing_secret, readiness.is_ready, self._answer))

    def start(self) -> None:
        """Slack does the calling: there is nothing to open."""

    def close(self) -> None:
        """The web server closes the route when it stops."""

    async def _answer(self, request: HttpRequest, body: bytes) -> HttpAnswer:
        parsed = _parsed(request, body)
        if parsed is None:
            _LOG.warning("Slack's signature is right, but its request cannot be read")
            return HttpAnswer(400)
        loop = asyncio.get_running_loop()
        answer: BoltResponse = await loop.run_in_executor(self._threads, self._handle, parsed)
        return HttpAnswer(answer.status, answer.body, dict(answer.first_headers()))


def _parsed(request: HttpRequest, body: bytes) -> BoltRequest | None:
    """None for what is no payload of Slack's, at which Bolt stumbles in many ways."""
    try:
        parsed = BoltRequest(body=body.decode("utf-8"), headers=dict(request.headers))
    except Exception:
        return None
    return parsed if is_payload(parsed) else None
