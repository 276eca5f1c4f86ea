"""The bot as a process of its own: what it prints and how it ends."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from example_slack_bot.runtime.transport import Kind

from . import payloads
from .delivery import JSON, Delivery, OverHttp, OverSocket, request
from .eventually import PATIENCE_SECONDS, eventually
from .pretend_slack import PROXY_PAGE, PretendSlack
from .running_bot import SIGNING_SECRET, environment

STARTED = re.compile(r"example-slack-bot started: \S+, port (\d+)")
TRANSPORTS = pytest.mark.parametrize("transport", list(Kind), ids=lambda kind: kind.value)


class Process:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, variables: Mapping[str, str]) -> None:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "PORT"))}
        # region inbox
        inherited |= {"DATABASE_URL": "", "DATA_DIR": str(self._folder / "data")}
        # endregion
        with (self._folder / "out").open("w") as out, (self._folder / "err").open("w") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "example_slack_bot"],
                env={**inherited, "PYTHONUNBUFFERED": "1", **variables},
                stdout=out,
                stderr=err,
            )

    def run_on_free_port(self, variables: Mapping[str, str]) -> int:
        """For a bot that does not tell its port, since it has not started yet."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port: int = free.getsockname()[1]
        self.run({**variables, "PORT": str(port)})
        eventually(lambda: _answers(port))
        return port

    def started_port(self) -> int:
        eventually(lambda: STARTED.search(self.out()) is not None)
        found = STARTED.search(self.out())
        assert found is not None
        return int(found.group(1))

    def terminate(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    def is_alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def status(self) -> int:
        assert self._process is not None
        return self._process.wait(PATIENCE_SECONDS)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)

    def out(self) -> str:
        return (self._folder / "out").read_text()

    def err(self) -> str:
        return (self._folder / "err").read_text()

    def assert_no_secret_shown(self) -> None:
        for secret in ("xoxb-", "xapp-test", SIGNING_SECRET):
            assert secret not in self.out() + self.err()


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    started = Process(tmp_path)
    yield started
    started.kill()


def test_ends_with_one_line_for_each_wrong_setting(process: Process) -> None:
    process.run({"SLACK_TRANSPORT": "socket-mode", "SLACK_BOT_TOKEN": "xapp-in-the-wrong-variable"})

    assert process.status() == 2
    assert process.out() == ""
    assert len(process.err().splitlines()) == 2
    assert "SLACK_BOT_TOKEN is wrong: expected " in process.err()
    assert "SLACK_APP_TOKEN is missing: expected " in process.err()
    assert "wrong-variable" not in process.err()


@TRANSPORTS
def test_ends_with_one_line_when_slack_refuses_the_bot_token(
    process: Process, slack: PretendSlack, transport: Kind
) -> None:
    slack.refuse("auth.test", "invalid_auth")

    process.run(environment(slack, transport))

    assert process.status() == 2
    assert len(process.err().splitlines()) == 1
    assert process.err().startswith("SLACK_BOT_TOKEN was refused by Slack (invalid_auth)")
    process.assert_no_secret_shown()


def test_ends_with_one_line_when_slack_refuses_the_app_token(process: Process, slack: PretendSlack) -> None:
    slack.refuse("apps.connections.open", "missing_scope")

    process.run(environment(slack, Kind.SOCKET_MODE))

    assert process.status() == 2
    assert len(process.err().splitlines()) == 1
    assert process.err().startswith("SLACK_APP_TOKEN was refused by Slack")
    assert "missing_scope" in process.err()
    process.assert_no_secret_shown()


def test_ends_with_one_line_when_the_port_is_taken(process: Process, slack: PretendSlack) -> None:
    with socket.create_server(("0.0.0.0", 0)) as taken:
        port = taken.getsockname()[1]
        process.run({**environment(slack, Kind.EVENTS_API), "PORT": str(port)})

        assert process.status() == 1
        assert len(process.err().splitlines()) == 1
        assert process.err().startswith(f"PORT {port} cannot be used")
        assert process.out() == ""


@TRANSPORTS
def test_stays_reachable_while_requests_are_begun_and_not_ended(
    process: Process, slack: PretendSlack, transport: Kind
) -> None:
    process.run(environment(slack, transport))
    port = process.started_port()
    begun = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(200)]
    for line in begun:
        line.send(b"P")

    assert request(port, "GET", "/livez").status == 200
    with contextlib.suppress(ConnectionResetError):  # which is one way to be cut
        assert begun[0].recv(1) == b"", "not cut"
    for line in begun:
        line.close()


@TRANSPORTS
def test_finishes_its_work_on_sigterm(process: Process, slack: PretendSlack, transport: Kind) -> None:
    slack.replies_allowed.clear()
    process.run(environment(slack, transport))
    port = process.started_port()
    http = OverHttp(port, SIGNING_SECRET)
    delivery: Delivery = OverSocket(slack.socket) if transport is Kind.SOCKET_MODE else http
    eventually(lambda: request(port, "GET", "/readyz").status == 200)
    assert delivery.event(payloads.mention("at the last moment")).acknowledged

    process.terminate()
    eventually(lambda: request(port, "GET", "/readyz").status == 503)
    assert request(port, "GET", "/livez").status == 200
    assert not delivery.event(payloads.mention("too late")).acknowledged
    if transport is Kind.EVENTS_API:
        assert http.post(JSON, '{"type":"url_verification"}').status == 503
    assert process.is_alive()
    slack.replies_allowed.set()

    assert process.status() == 0
    assert len(slack.calls_to("chat.postMessage")) == 1
    assert len(re.findall(r" (?:started|stopped)", process.out())) == 2
    process.assert_no_secret_shown()


def test_waits_for_slack_and_can_be_stopped_meanwhile(process: Process, slack: PretendSlack) -> None:
    variables = environment(slack, Kind.EVENTS_API)
    slack.answer("auth.test", PROXY_PAGE)
    port = process.run_on_free_port(variables)

    eventually(lambda: "Slack is not available" in process.out())
    assert request(port, "GET", "/readyz").status == 503
    assert request(port, "GET", "/livez").status == 200

    process.terminate()
    assert process.status() == 0
    assert process.err() == ""
    assert "Traceback" not in process.out()


@pytest.mark.parametrize(
    ("transport", "method"),
    [
        (Kind.EVENTS_API, "auth.test"),
        (Kind.SOCKET_MODE, "auth.test"),
        (Kind.SOCKET_MODE, "apps.connections.open"),
    ],
)
@pytest.mark.parametrize("body", ['{"ok":false,"error":"internal_error"}', PROXY_PAGE], ids=["trouble", "proxy"])
def test_starts_late_when_slack_is_in_trouble(
    process: Process, slack: PretendSlack, transport: Kind, method: str, body: str
) -> None:
    slack.answer(method, body)
    port = process.run_on_free_port(environment(slack, transport))

    eventually(lambda: "Slack is not available" in process.out() or not process.is_alive())
    assert process.is_alive()
    assert request(port, "GET", "/readyz").status == 503

    slack.accept_tokens()
    eventually(lambda: request(port, "GET", "/readyz").status == 200)
    assert "Traceback" not in process.out()
    assert process.err() == ""
    process.assert_no_secret_shown()


def _answers(port: int) -> bool:
    try:
        return request(port, "GET", "/livez").status == 200
    except OSError:
        return False
