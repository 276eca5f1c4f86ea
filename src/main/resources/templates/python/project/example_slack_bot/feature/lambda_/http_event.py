"""A request as an event: 1.0 of a REST API, 2.0 of an HTTP API and of a Function URL.

https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
"""

import base64
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from ...runtime.http_server import Message, Receive, Send

Event = Mapping[str, Any]
Application = Callable[[Message, Receive, Send], Awaitable[None]]


def is_request(event: Event) -> bool:
    """Whether it is a request, and nothing that the bot or a schedule has sent."""
    return "requestContext" in event


async def answered(event: Event, application: Application) -> dict[str, Any]:
    """Hands a request to the bot's own routes, byte for byte as it was sent, and their answer back."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body_of(event), "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await application(scope_of(event), receive, send)
    start, end = sent
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in start["headers"]}
    del headers["content-length"]  # the gateway counts for itself
    return {"statusCode": start["status"], "headers": headers, "body": end["body"].decode(), "isBase64Encoded": False}


def scope_of(event: Event) -> Message:
    """https://asgi.readthedocs.io/en/latest/specs/www.html"""
    method = event["requestContext"].get("http", {}).get("method") or event.get("httpMethod") or "GET"
    return {
        "type": "http",
        "method": method,
        "path": _path(event),
        "query_string": _query(event).encode("utf-8", "replace"),
        "headers": [(_bytes(name.lower()), _bytes(value)) for name, value in _headers(event).items()],
    }


def body_of(event: Event) -> bytes:
    body: str = event.get("body") or ""
    return base64.b64decode(body) if event.get("isBase64Encoded") else body.encode("utf-8", "replace")


def _path(event: Event) -> str:
    """2.0 begins with the stage, unless that is the default one."""
    path: str = event.get("rawPath") or event.get("path") or "/"
    stage = f"/{event['requestContext'].get('stage')}"
    return path.removeprefix(stage) if event.get("rawPath") and path.startswith(stage + "/") else path


def _query(event: Event) -> str:
    query: str | None = event.get("rawQueryString")
    return urlencode(event.get("multiValueQueryStringParameters") or {}, doseq=True) if query is None else query


def _headers(event: Event) -> dict[str, str]:
    headers = {**(event.get("headers") or {}), **(event.get("multiValueHeaders") or {})}
    joined = {name: ", ".join(value) if isinstance(value, list) else value for name, value in headers.items()}
    cookies = event.get("cookies")
    return {**joined, "cookie": "; ".join(cookies)} if cookies else joined


def _bytes(text: str) -> bytes:
    """A header of other letters has no place in HTTP, and is none that Slack signs."""
    return text.encode("latin-1", "replace")
