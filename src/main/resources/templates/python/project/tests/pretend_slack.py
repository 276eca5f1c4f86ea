"""Slack on loopback, as far as the bot can tell: the Web API methods it calls, a response URL, and a socket."""

import contextlib
import json
import logging
import uuid
from collections import defaultdict
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from .eventually import Promise

RESPONSE_PATH = "/response"

# What a proxy may say in Slack's place, with HTTP status 200.
PROXY_PAGE = "<html><body>Please log in to the network</body></html>"


class Call(NamedTuple):
    """A call of the Web API, or of the response URL."""

    path: str
    body: dict[str, Any]
    credentials: str
    """What the header says."""


class Answer(NamedTuple):
    status: int
    body: str


class PretendSocket:
    """Slack's end of Socket Mode: says hello, sends envelopes to the newest connection, takes acknowledgements."""

    def __init__(self) -> None:
        self.says_hello = True
        self.connections_opened = 0
        self._connections: list[ServerConnection] = []
        self._waiting: dict[str, Promise[dict[str, Any]]] = {}
        # What the bot does to a connection is no news here.
        log = logging.getLogger("tests.pretend_slack")
        log.setLevel(logging.CRITICAL)
        self._server = serve(self._serve, "127.0.0.1", 0, logger=log)
        Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._server.socket.getsockname()[1]}/link?ticket=loopback"

    def send(self, kind: str, payload: Mapping[str, Any]) -> Promise[dict[str, Any]]:
        """Sends an envelope; the promise holds the acknowledgement, if one comes."""
        envelope_id = str(uuid.uuid4())
        self._waiting[envelope_id] = Promise()
        envelope = {"envelope_id": envelope_id, "type": kind, "payload": payload}
        if self._connections:
            self._connections[-1].send(json.dumps(envelope))
        return self._waiting[envelope_id]

    def say_hello(self, num_connections: int) -> None:
        self._connections[-1].send(json.dumps({"type": "hello", "num_connections": num_connections}))

    def disconnect(self, reason: str) -> None:
        self._connections[-1].send(json.dumps({"type": "disconnect", "reason": reason}))

    def drop(self) -> None:
        """Ends every connection without a goodbye."""
        for connection in list(self._connections):
            connection.socket.shutdown(2)

    def close(self) -> None:
        self.drop()
        self._server.shutdown()

    def _serve(self, connection: ServerConnection) -> None:
        self._connections.append(connection)
        self.connections_opened += 1
        try:
            if self.says_hello:
                self.say_hello(1)
            for message in connection:
                acknowledgement = json.loads(message)
                self._waiting.pop(acknowledgement["envelope_id"]).keep(acknowledgement)
        except ConnectionClosed:
            pass
        finally:
            self._connections.remove(connection)


class PretendSlack:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.socket = PretendSocket()
        # Each chat.postMessage waits for this before it is answered.
        self.replies_allowed = Event()
        self.replies_allowed.set()
        # region workspaces
        # Each oauth.v2.access waits for this.
        self.tokens_allowed = Event()
        self.tokens_allowed.set()
        # endregion
        self._lock = Lock()
        self._answers: dict[str, Answer] = {}
        self._first_answers: dict[str, list[Answer]] = defaultdict(list)
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        self.answer("chat.postMessage", json.dumps({"ok": True, "ts": "2.2"}))
        self.accept_tokens()

    @property
    def api_url(self) -> str:
        """Where the bot finds the Web API; without the trailing slash, as people write it."""
        return self._base_url() + "/api"

    @property
    def response_url(self) -> str:
        return self._base_url() + RESPONSE_PATH

    def accept_tokens(self) -> None:
        self.answer("auth.test", json.dumps({"ok": True, "user_id": "U0BOT", "team_id": "T1", "bot_id": "B1"}))
        self.answer("apps.connections.open", json.dumps({"ok": True, "url": self.socket.url}))

    def answer(self, method: str, body: str) -> None:
        """Makes a Web API method answer with this body and HTTP status 200."""
        self._answers["/api/" + method] = Answer(200, body)

    def refuse(self, method: str, error: str) -> None:
        self.answer(method, refusal(error))

    def once(self, method: str, status: int, body: str = "") -> None:
        """Makes the next call of a Web API method answer like this."""
        self._first_answers["/api/" + method].append(Answer(status, body))

    def calls_to(self, path: str) -> list[Call]:
        return [call for call in self.calls if call.path.endswith(path)]

    def close(self) -> None:
        self.replies_allowed.set()
        # region workspaces
        self.tokens_allowed.set()
        # endregion
        self.socket.close()
        self._http.shutdown()
        self._http.server_close()

    def take(self, path: str, credentials: str, body: str) -> Answer:
        if path.endswith("chat.postMessage"):
            self.replies_allowed.wait()
        # region workspaces
        if path.endswith("oauth.v2.access"):
            self.tokens_allowed.wait()
        # endregion
        sent = json.loads(body) if body.startswith("{") else dict(parse_qsl(body))
        with self._lock:
            self.calls.append(Call(path, sent, credentials))
            first = self._first_answers[path]
            return first.pop(0) if first else self._answers.get(path, Answer(200, "ok"))

    def _base_url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        slack = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("content-length", "0"))
                self._say(self._taken(self.path, self.rfile.read(length).decode()))

            # region private-systems
            def do_GET(self) -> None:
                path, _, query = self.path.partition("?")
                self._say(self._taken(path, query))

            # endregion
            def _taken(self, path: str, sent: str) -> Answer:
                return slack.take(path, self.headers.get("authorization", ""), sent)

            def _say(self, answer: Answer) -> None:
                body = answer.body.encode()
                with contextlib.suppress(OSError):
                    self.send_response(answer.status)
                    self.send_header("content-type", "application/json; charset=utf-8")
                    self.send_header("content-length", str(len(body)))
                    if answer.status == 429:
                        self.send_header("retry-after", "1")
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Tests say for themselves what went wrong."""

        return Handler


def refusal(error: str) -> str:
    return json.dumps({"ok": False, "error": error})
