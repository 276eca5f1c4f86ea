"""The bot as Lambda runs it, on this machine: README.md beside the handler says what for."""

import base64
import logging
import os
import signal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from ....runtime import launcher
from ....runtime.environment import Address, Environment
from ....runtime.http_server import listening
from .bridge import Bridge
from .sandbox import InvocationFailed
from .url_event import event_of

_LOG = logging.getLogger(__name__)

# Slack gives up after three seconds; a request of which nothing comes for so long is cut.
REQUEST_SECONDS = 3.0

_STOP = {signal.SIGTERM, signal.SIGINT}


def main() -> None:
    launcher.log_to_standard_output()
    # Before there is any thread: each inherits it, so that the signals wait for this one, which asks for them.
    signal.pthread_sigmask(signal.SIG_BLOCK, _STOP)
    bridge = Bridge(os.environ, launcher.end)
    server = launcher.or_end(lambda: _server(bridge))
    Thread(target=server.serve_forever, args=(0.05,), name="requests", daemon=True).start()
    bridge.begin()
    print(f"The function answers on port {server.socket.getsockname()[1]}")
    signal.sigwait(_STOP)
    server.shutdown()
    server.server_close()
    launcher.end(0 if bridge.end() else 1)


def _server(bridge: Bridge) -> ThreadingHTTPServer:
    """Raises StartupError when the port cannot be had."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _requests_to(bridge), bind_and_activate=False)
    server.socket.close()
    server.socket = listening(_address())
    return server


def _address() -> Address:
    environment = Environment(os.environ)
    address = environment.address()
    environment.raise_if_wrong()
    return address


def _requests_to(bridge: Bridge) -> type[BaseHTTPRequestHandler]:
    class Requests(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        timeout = REQUEST_SECONDS

        def do_GET(self) -> None:
            self._pass_on()

        def do_POST(self) -> None:
            self._pass_on()

        def _pass_on(self) -> None:
            self.close_connection = True
            length = self.headers.get("content-length", "0")
            body = self.rfile.read(int(length)) if length.isdecimal() else b""
            headers = {name.lower(): ", ".join(self.headers.get_all(name, [])) for name in self.headers}
            try:
                with bridge.request(event_of(self.command, self.path, headers, body)) as answer:
                    text: str = answer["body"]
                    sent = base64.b64decode(text) if answer["isBase64Encoded"] else text.encode()
                    self._say(answer["statusCode"], answer["headers"], sent)
            except InvocationFailed as failure:
                _LOG.warning("An invocation failed: %s", failure)
                self._say(502, {}, b"")

        def _say(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body)), "connection": "close"}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The function's own log is enough."""

    return Requests


if __name__ == "__main__":
    main()
