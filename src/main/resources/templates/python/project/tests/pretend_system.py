# region private-systems
"""A system on loopback that answers what it was told to, and keeps what it was asked."""

import contextlib
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import NamedTuple

from example_slack_bot.feature.private_systems import SystemClient
from example_slack_bot.feature.private_systems.system_client import LIMITS, Limits
from example_slack_bot.feature.private_systems.system_credentials import bearer


class Call(NamedTuple):
    method: str
    target: str
    """The path with its query, as it came over the line."""

    authorization: str | None
    body: str


class _Reply(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: str


class PretendSystem:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._replies: dict[str, list[_Reply]] = {}
        self._lock = Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def client(self, name: str, most_bytes: int = LIMITS.most_bytes) -> SystemClient:
        """With time for a machine that has much else to do."""
        return SystemClient(name, self.address, bearer("secret-token"), Limits(60, most_bytes))

    def answers(
        self, request: str, status: int, body: str, headers: Mapping[str, str] | None = None
    ) -> "PretendSystem":
        """To a request such as "GET /path"; of several answers the last one stays."""
        self._replies.setdefault(request, []).append(_Reply(status, headers or {}, body))
        return self

    def instead_answers(self, request: str, status: int, body: str) -> None:
        self._replies.pop(request, None)
        self.answers(request, status, body)

    def changes(self) -> list[Call]:
        return [call for call in self.calls if call.method == "POST"]

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _take(self, call: Call) -> _Reply:
        with self._lock:
            self.calls.append(call)
            known = self._replies.get(f"{call.method} {call.target.partition('?')[0]}", [])
            if not known:
                return _Reply(404, {}, "404 page not found")
            return known.pop(0) if len(known) > 1 else known[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        system = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                length = int(self.headers.get("content-length", "0"))
                asked = self.rfile.read(length).decode()
                reply = system._take(Call(self.command, self.path, self.headers.get("authorization"), asked))
                body = reply.body.encode()
                with contextlib.suppress(OSError):
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name, value)
                    self.send_header("content-length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            do_POST = do_GET  # noqa: N815  # named by the server

            def log_message(self, format: str, *args: object) -> None:
                """Tests say for themselves what went wrong."""

        return Handler
# endregion
