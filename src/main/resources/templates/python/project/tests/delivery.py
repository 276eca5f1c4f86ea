"""Slack's way of handing a payload to the bot, over either transport."""

import json
import time
from collections.abc import Mapping
from http.client import HTTPConnection
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlencode

from example_slack_bot.runtime.once_per_delivery import SIGNATURE
from example_slack_bot.runtime.request_guard import TIMESTAMP, sign

from .pretend_slack import PretendSocket

# Slack gives an answer this long.
LIMIT_SECONDS = 3.0
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


class Answer(NamedTuple):
    acknowledged: bool
    body: dict[str, Any] | None = None
    """What rides in the acknowledgement."""


class Response(NamedTuple):
    status: int
    body: str


class Delivery(Protocol):
    def event(self, payload: Mapping[str, Any]) -> Answer: ...

    def command(self, payload: Mapping[str, Any]) -> Answer: ...

    def interaction(self, payload: Mapping[str, Any]) -> Answer: ...


class OverSocket:
    def __init__(self, socket: PretendSocket) -> None:
        self._socket = socket

    def event(self, payload: Mapping[str, Any]) -> Answer:
        return self.send("events_api", payload)

    def command(self, payload: Mapping[str, Any]) -> Answer:
        return self.send("slash_commands", payload)

    def interaction(self, payload: Mapping[str, Any]) -> Answer:
        return self.send("interactive", payload)

    def send(self, kind: str, payload: Mapping[str, Any], limit: float = LIMIT_SECONDS) -> Answer:
        acknowledgement = self._socket.send(kind, payload).wait(limit)
        return Answer(False) if acknowledgement is None else Answer(True, acknowledgement.get("payload"))


class OverHttp:
    def __init__(self, port: int, signing_secret: str) -> None:
        self.port = port
        self._signing_secret = signing_secret

    def event(self, payload: Mapping[str, Any]) -> Answer:
        return _answer(self.post(JSON, json.dumps(payload)))

    def command(self, payload: Mapping[str, Any]) -> Answer:
        return _answer(self.post(FORM, urlencode(payload)))

    def interaction(self, payload: Mapping[str, Any]) -> Answer:
        return _answer(self.post(FORM, urlencode({"payload": json.dumps(payload)})))

    def post(self, content_type: str, body: str, headers: Mapping[str, str] | None = None) -> Response:
        signed = self.signed(int(time.time()), body) if headers is None else headers
        return request(self.port, "POST", "/slack/events", body, {"content-type": content_type, **signed})

    def signed(self, timestamp: int, body: str) -> dict[str, str]:
        signature = sign(self._signing_secret, str(timestamp), body.encode())
        return {TIMESTAMP: str(timestamp), SIGNATURE: signature}


def request(port: int, method: str, path: str, body: str = "", headers: Mapping[str, str] | None = None) -> Response:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body.encode(), dict(headers or {}))
        answer = connection.getresponse()
        return Response(answer.status, answer.read().decode())
    finally:
        connection.close()


def _answer(response: Response) -> Answer:
    if response.status != 200:
        return Answer(False)
    return Answer(True, json.loads(response.body) if response.body else None)
