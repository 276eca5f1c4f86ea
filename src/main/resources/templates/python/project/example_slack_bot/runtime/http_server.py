"""The bot's port: health with both transports, Slack's requests with one of them.

The server is uvicorn. It answers health from its event loop, which no listener can hold up. It speaks plain HTTP:
Slack wants HTTPS, so that a proxy stands in front anyway.
"""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .environment import Address
from .readiness import Readiness
from .startup_error import failed

_LOG = logging.getLogger(__name__)

# Slack gives up after three seconds; a request that is not there by then is cut.
REQUEST_SECONDS = 3.0
STOP_SECONDS = 3

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass(frozen=True)
class HttpAnswer:
    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


class HttpRequest:
    """A request whose body may still be on its way."""

    def __init__(self, scope: Message, receive: Receive) -> None:
        self.method: str = scope["method"]
        # region workspaces
        self.query: str = scope["query_string"].decode("latin-1")
        # endregion
        self.headers: dict[str, str] = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in reversed(scope["headers"])
        }
        """By their names in small letters; the first of each name."""
        self._receive = receive

    async def body(self, limit: int) -> bytes | None:
        """All of it; None when it is longer than so many bytes. What Content-Length says may be a lie."""
        body = b""
        while len(body) <= limit:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ConnectionResetError("The request was cut")
            body += message["body"]
            if not message["more_body"]:
                return body if len(body) <= limit else None
        return None


Route = Callable[[HttpRequest], Awaitable[HttpAnswer]]


class HttpServer:
    def __init__(self, address: Address, readiness: Readiness) -> None:
        self._address = address
        self._routes: dict[str, Route] = {}
        self._socket: socket.socket | None = None
        self._server = uvicorn.Server(
            uvicorn.Config(
                self.serve,
                http=_ImpatientProtocol,
                interface="asgi3",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=STOP_SECONDS,
            )
        )
        self._thread = Thread(target=self._run, name="http", daemon=True)
        self.mount("/livez", _health(lambda: True, lambda: '{"alive":true}'))
        self.mount("/readyz", _health(readiness.is_ready, readiness.to_json))

    def mount(self, path: str, route: Route) -> None:
        """Adds a route. Call it before `start`."""
        self._routes[path] = route

    def start(self) -> None:
        """Raises StartupError when the port cannot be had."""
        self._socket = listening(self._address)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port in use, also when any free one was asked for."""
        assert self._socket is not None
        return int(self._socket.getsockname()[1])

    def stop(self) -> None:
        """Ends requests at work, then lets go of the port."""
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(2 * STOP_SECONDS)

    def _run(self) -> None:
        assert self._socket is not None
        self._server.run(sockets=[self._socket])

    async def serve(self, scope: Message, receive: Receive, send: Send) -> None:
        """An ASGI application: https://asgi.readthedocs.io/en/latest/specs/www.html"""
        route = self._routes.get(scope["path"])
        request = HttpRequest(scope, receive)
        try:
            answer = HttpAnswer(404) if route is None else await route(request)
        except ConnectionResetError:
            return
        except Exception:
            _LOG.exception("A request failed")
            answer = HttpAnswer(500)
        body = answer.body.encode()
        headers = {**answer.headers, "content-length": str(len(body))}
        await send(
            {
                "type": "http.response.start",
                "status": answer.status,
                "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()],
            }
        )
        await send({"type": "http.response.body", "body": body})


class _ImpatientProtocol(H11Protocol):
    """Cuts a connection whose request is not there in time; uvicorn waits for the rest of it for ever."""

    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._forget()
        elif self._timer is None:
            self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget()
        super().connection_lost(exc)

    def _expect(self) -> None:
        self._timer = self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def _forget(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def listening(address: Address) -> socket.socket:
    """Raises StartupError when the port cannot be had."""
    try:
        return _bound(address)
    except OSError as error:
        raise failed(
            f"PORT {address.port} cannot be used: another process may listen there, or the system forbids it. Set PORT"
            " to another one."
        ) from error


def _bound(address: Address) -> socket.socket:
    if address.host is None and socket.has_dualstack_ipv6():
        return socket.create_server(("", address.port), family=socket.AF_INET6, dualstack_ipv6=True, backlog=512)
    family = socket.getaddrinfo(address.host, address.port, flags=socket.AI_PASSIVE)[0][0]
    return socket.create_server((address.host or "", address.port), family=family, backlog=512)


def _health(is_good: Callable[[], bool], report: Callable[[], str]) -> Route:
    async def answer(request: HttpRequest) -> HttpAnswer:
        return HttpAnswer(200 if is_good() else 503, report() + "\n", {"content-type": "application/json"})

    return answer
