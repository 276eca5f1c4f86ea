"""Lets only requests through that Slack signed within the last five minutes.

Everything is checked on the raw bytes, before anything is parsed:
https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import hashlib
import hmac
import re
import time
from collections.abc import Awaitable, Callable

from .http_server import HttpAnswer, HttpRequest
from .once_per_delivery import SIGNATURE

TIMESTAMP = "x-slack-request-timestamp"
MAX_BODY_BYTES = 1 << 20
MAX_AGE_SECONDS = 5 * 60


class RequestGuard:
    def __init__(
        self,
        signing_secret: str,
        is_ready: Callable[[], bool],
        handle: Callable[[HttpRequest, bytes], Awaitable[HttpAnswer]],
    ) -> None:
        """While it is not ready, requests get 503; Slack sends events again, while commands and clicks fail."""
        self._signing_secret = signing_secret
        self._is_ready = is_ready
        self._handle = handle

    async def __call__(self, request: HttpRequest) -> HttpAnswer:
        timestamp = request.headers.get(TIMESTAMP, "")
        signature = request.headers.get(SIGNATURE, "")
        if request.method != "POST":
            return HttpAnswer(405, headers={"allow": "POST"})
        if not self._is_ready():
            return HttpAnswer(503)
        if not signature or not _is_recent(timestamp):
            return HttpAnswer(401)
        body = await request.body(MAX_BODY_BYTES)
        if body is None:
            return HttpAnswer(413)
        if not _is_same(signature, sign(self._signing_secret, timestamp, body)):
            return HttpAnswer(401)
        return await self._handle(request, body)


def sign(signing_secret: str, timestamp: str, body: bytes) -> str:
    """Slack's signature of a request: `v0=` and 64 hexadecimal digits; the timestamp as sent."""
    signed = f"v0:{timestamp}:".encode() + body
    return "v0=" + hmac.new(signing_secret.encode(), signed, hashlib.sha256).hexdigest()


def _is_recent(timestamp: str) -> bool:
    """Off by five minutes at most, in either direction."""
    return bool(re.fullmatch(r"[0-9]{1,12}", timestamp)) and abs(time.time() - int(timestamp)) <= MAX_AGE_SECONDS


def _is_same(sent: str, expected: str) -> bool:
    """Takes as long for a near miss as for a wild guess: time must not tell how much was right."""
    return hmac.compare_digest(sent.encode(), expected.encode())
