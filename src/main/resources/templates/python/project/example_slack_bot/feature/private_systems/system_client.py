"""HTTP with one system, at one address, with Python's own client.

It takes no redirect and no proxy from the environment: nothing that a system answers picks another host, which would
get the credentials.
"""

import logging
import re
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPSConnection, IncompleteRead
from threading import Event, Timer
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from . import fields
from .operation import SystemTrouble
from .system_credentials import SystemCredentials

_LOG = logging.getLogger(__name__)
CONNECT_SECONDS = 2.0
MOST_LOGGED = 200
_PASSING_TROUBLE = {502, 503, 504}

# How the sentence ends when something was read, and when something was changed.
_NO_HARM = "."
_WHO_KNOWS = "; look there whether it was done before you ask again."


class Reply(NamedTuple):
    status: int
    headers: HTTPMessage
    body: str


class Limits(NamedTuple):
    seconds: float = 5.0
    """For an answer as a whole."""

    most_bytes: int = 4 << 20
    """That an answer may have."""


LIMITS = Limits()


class _TooLong(Exception):
    """A body that is not read."""


class SystemClient:
    def __init__(self, name: str, address: str, credentials: SystemCredentials, limits: Limits = LIMITS) -> None:
        """The name is for people; the address is where the API begins, without a slash at the end."""
        self._name = name
        self._address = urlsplit(address)
        self._credentials = credentials
        self._limits = limits
        self._trusted = ssl.create_default_context() if self._address.scheme == "https" else None

    def get(self, path: str) -> Reply:
        """Reads. What failed on its way is tried once more, since reading twice does no harm. Raises SystemTrouble."""
        try:
            answer = self._send("GET", path, None, {}, _NO_HARM)
            if answer.status not in _PASSING_TROUBLE:
                return answer
        except SystemTrouble as trouble:
            _LOG.info("%s One more try", trouble)
        return self._send("GET", path, None, {}, _NO_HARM)

    def post(self, path: str, content_type: str, body: str) -> Reply:
        """Changes something. Raises SystemTrouble.

        It is never repeated: without an answer, nobody knows whether it was done.
        """
        answer = self._send("POST", path, body.encode(), {"Content-Type": content_type}, _WHO_KNOWS)
        if answer.status >= 500:
            self._log(answer)
            raise SystemTrouble(f"{self._name} answered with status {answer.status}{_WHO_KNOWS}")
        return answer

    def json(self, answer: Reply) -> Any:
        """The JSON of a good answer. Raises SystemTrouble."""
        if answer.status // 100 != 2:
            raise self.refused(answer)
        with suppress(ValueError):
            found = fields.parse(answer.body)
            if isinstance(found, (dict, list)):
                return found
        # such as the page of a proxy where one logs in
        raise SystemTrouble(f"{self._name} answered with something else than JSON.")

    def refused(self, answer: Reply) -> SystemTrouble:
        """What to say of an answer that nobody expected; the system's own words stay in the log."""
        self._log(answer)
        if answer.status in (401, 403):
            return SystemTrouble(f"{self._name} refuses the bot's credentials, or they may not do this.")
        return SystemTrouble(f"{self._name} answered with status {answer.status}.")

    def _send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str], end: str) -> Reply:
        if self._credentials.header:
            headers = {**headers, "Authorization": self._credentials.header}
        connection = self._connection()
        try:
            return self._exchange(connection, method, self._address.path + path, body, headers)
        except _TooLong:
            raise SystemTrouble(f"{self._name} answers more than the bot reads{end}") from None
        except (OSError, HTTPException, ValueError) as error:
            _LOG.warning("%s gives no answer: %s", self._name, self._for_log(f"{type(error).__name__}: {error}"))
            raise SystemTrouble(f"{self._name} does not answer{end}") from None
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        host, port = self._address.hostname or "", self._address.port
        if self._trusted is None:
            return HTTPConnection(host, port, timeout=CONNECT_SECONDS)
        return HTTPSConnection(host, port, timeout=CONNECT_SECONDS, context=self._trusted)

    def _exchange(
        self, connection: HTTPConnection, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Reply:
        end = time.monotonic() + self._limits.seconds
        connection.connect()
        with _cut(connection.sock, end):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read(self._limits.most_bytes + 1)
            if len(content) > self._limits.most_bytes:
                raise _TooLong
            if answer.length:
                raise IncompleteRead(content, answer.length)
        return Reply(answer.status, answer.headers, content.decode(errors="replace"))

    def _log(self, answer: Reply) -> None:
        _LOG.warning("%s answered %d: %s", self._name, answer.status, self._for_log(answer.body))

    def _for_log(self, text: str) -> str:
        """The beginning, as one line, without the credentials, which a system may send back."""
        hidden = self._credentials.hidden_in(text)[:MOST_LOGGED]
        return re.sub(r"\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", hidden)

    def __repr__(self) -> str:
        """Leaves the credentials out."""
        return f"{self._name} at {self._address.geturl()}"


def encoded(text: str) -> str:
    """For a path or a query."""
    return quote(text, safe="")


@contextmanager
def _cut(line: socket.socket, end: float) -> Iterator[None]:
    """A socket's own limit is for each read; this one is for all of them, so that it ends who drips, too."""
    seconds = max(0.0, end - time.monotonic())
    line.settimeout(seconds + 1)
    is_over = Event()

    def cut() -> None:
        is_over.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    if is_over.is_set():
        raise TimeoutError("the answer did not end in time")
