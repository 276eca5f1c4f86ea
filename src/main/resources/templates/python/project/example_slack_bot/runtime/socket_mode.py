"""The bot holds a WebSocket to Slack, which sends each payload down that line.

Not with one of the SDK's clients: when a connection is cut without a goodbye, its built-in one goes on for up to a
minute as if it were there, and when Slack turns a socket away, it asks for the next one at once.
"""

import json
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, Thread, Timer
from typing import Any

from slack_bolt import BoltRequest, BoltResponse
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from .bolt_app import UNREACHABLE, error_code
from .once_per_delivery import is_payload
from .patience import FIRST_PAUSE, LONGEST_PAUSE, Patience
from .readiness import Hello, Readiness
from .startup_error import StartupError, Unavailable, refused
from .transport import Handler

_LOG = logging.getLogger(__name__)

# Payloads answered side by side: a listener that blocks does not hold up the others.
THREADS = 60

# A ping goes out this often, and its answer has as long: a dead line is noticed within twice of it.
PING_SECONDS = 10

# How long a socket is kept that has been replaced. What comes there is answered there.
FAREWELL_SECONDS = 10

# A socket that was there this long was not turned away: the next one need not wait.
LASTED_SECONDS = 120


class _Line:
    """One socket to Slack."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.opened = time.monotonic()
        self.hello: Hello | None = None
        self.is_parting = False


class SocketModeTransport:
    def __init__(self, handle: Handler, client: WebClient, app_token: str, readiness: Readiness) -> None:
        self._handle = handle
        self._client = client
        self._app_token = app_token
        self._readiness = readiness
        self._threads = ThreadPoolExecutor(THREADS, "payload")
        self._patience = Patience()
        self._lock = Lock()
        self._lines: list[_Line] = []
        self._wanted = Event()
        self._turned_away = 0

    def start(self) -> None:
        self._open()
        Thread(target=self._replace, name="socket keeper", daemon=True).start()

    def close(self) -> None:
        self._patience.end()
        self._wanted.set()
        with self._lock:
            lines = list(self._lines)
        for line in lines:
            line.socket.close()

    def _open(self) -> None:
        """Raises StartupError when Slack refuses the token, Unavailable when it cannot be reached."""
        try:
            socket = connect(
                self._address(),
                ping_interval=PING_SECONDS,
                ping_timeout=PING_SECONDS,
                open_timeout=5,
                close_timeout=2,
                compression=None,
                max_size=None,
            )
        except (WebSocketException, OSError) as error:
            raise Unavailable(f"The socket does not open: {error}") from error
        line = _Line(socket)
        with self._lock:
            old = self._lines[-1:]
            self._lines.append(line)
        Thread(target=self._listen, args=(line,), name="socket", daemon=True).start()
        for replaced in old:
            farewell = Timer(FAREWELL_SECONDS, replaced.socket.close)
            farewell.daemon = True
            farewell.start()

    def _address(self) -> str:
        """Where the next socket is, good for one connection."""
        try:
            return str(self._client.apps_connections_open(app_token=self._app_token)["url"])
        except SlackApiError as error:
            code = error_code(error)
            if code is None:
                raise Unavailable(f"apps.connections.open answered {error.response.status_code}") from error
            raise refused(
                "apps.connections.open",
                code,
                f"SLACK_APP_TOKEN was refused by Slack: {code}. Expected an app-level token with the scope"
                " connections:write.",
            ) from error
        except UNREACHABLE as error:
            raise Unavailable(f"apps.connections.open: {error}") from error

    def _listen(self, line: _Line) -> None:
        try:
            for message in line.socket:
                self._receive(line, json.loads(message))
        except (WebSocketException, OSError) as error:
            _LOG.warning("A socket broke: %s", error)
        except Exception:
            _LOG.exception("A message cannot be read")
            line.socket.close()
        finally:
            self._lose(line)

    def _lose(self, line: _Line) -> None:
        if line.hello is not None:
            self._readiness.lost(line.hello)
        with self._lock:
            self._lines.remove(line)
        if time.monotonic() - line.opened > LASTED_SECONDS:
            self._turned_away = 0
        self._wanted.set()

    def _receive(self, line: _Line, message: dict[str, Any]) -> None:
        if message["type"] == "hello":
            self._greet(line, message)
        elif message["type"] == "disconnect":
            self._part(line, message.get("reason"))
        elif "envelope_id" in message:
            self._threads.submit(self._answer, line, message)

    def _greet(self, line: _Line, message: dict[str, Any]) -> None:
        count = message.get("num_connections") or 1
        line.hello = Hello(count)
        self._readiness.greeted(line.hello)
        if count > 1:
            _LOG.warning(
                "Slack counts %d connections for this app token. Unless one is this bot's own, about to be closed,"
                " another process takes a share of the payloads.",
                count,
            )

    def _part(self, line: _Line, reason: str | None) -> None:
        """Slack is about to close this socket. The next one is opened first, and nothing is missed between them."""
        if reason == "too_many_websockets":
            if line.hello is not None:
                self._readiness.lost(line.hello)
            self._turned_away += 1
            line.socket.close()
        else:
            self._turned_away = 0
            line.is_parting = True
            self._wanted.set()

    def _replace(self) -> None:
        """Opens a socket whenever there is none that stays, for as long as the bot lives."""
        while not self._patience.pause(0):
            self._wanted.wait()
            self._wanted.clear()
            if self._stays():
                continue
            if self._turned_away:
                self._patience.pause(min(FIRST_PAUSE * 2**self._turned_away, LONGEST_PAUSE))
            self._patience.until("A socket", self._open_again)

    def _stays(self) -> bool:
        with self._lock:
            return any(not line.is_parting for line in self._lines)

    def _open_again(self) -> None:
        """A token that was good once is no reason to end: somebody may put it right."""
        try:
            self._open()
        except StartupError as error:
            raise Unavailable(str(error)) from error

    def _answer(self, line: _Line, envelope: dict[str, Any]) -> None:
        try:
            request = BoltRequest(mode="socket_mode", body=envelope["payload"])
            answer = self._handle(request) if is_payload(request) else BoltResponse(status=400)
            if answer.status == 200:
                line.socket.send(json.dumps(_acknowledgement(envelope, answer)))
            else:
                _LOG.warning("A payload is not acknowledged: %d", answer.status)
        except (WebSocketException, OSError) as error:
            _LOG.warning("An acknowledgement did not get through: %s", error)
        except Exception:
            _LOG.exception("A payload failed")


def _acknowledgement(envelope: dict[str, Any], answer: BoltResponse) -> dict[str, Any]:
    """An answer without a body only acknowledges."""
    acknowledgement: dict[str, Any] = {"envelope_id": envelope["envelope_id"]}
    if answer.body:
        is_json = answer.first_headers()["content-type"].startswith("application/json")
        acknowledgement["payload"] = json.loads(answer.body) if is_json else {"text": answer.body}
    return acknowledgement
