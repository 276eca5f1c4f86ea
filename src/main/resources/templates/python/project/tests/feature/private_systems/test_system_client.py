"""Systems that answer, that do not, and that mean harm."""

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from example_slack_bot.feature.private_systems import SystemClient, SystemTrouble
from example_slack_bot.feature.private_systems.system_client import Limits
from example_slack_bot.feature.private_systems.system_credentials import NONE, basic

from tests.pretend_system import PretendSystem

JSON = "application/json"


@pytest.fixture
def client(system: PretendSystem) -> SystemClient:
    return system.client("Mill")


def trouble(step: Callable[[], object]) -> str:
    with pytest.raises(SystemTrouble) as raised:
        step()
    return str(raised.value)


@pytest.mark.parametrize("status", [502, 503, 504])
def test_reads_once_more_what_failed_on_its_way(system: PretendSystem, client: SystemClient, status: int) -> None:
    system.answers("GET /x", status, "").answers("GET /x", 200, "{}")

    assert client.get("/x").status == 200
    assert len(system.calls) == 2


def test_never_repeats_a_change(system: PretendSystem, client: SystemClient) -> None:
    system.answers("POST /x", 503, "")

    assert "status 503; look there whether it was done" in trouble(lambda: client.post("/x", JSON, "{}"))
    assert len(system.calls) == 1


def test_reads_no_answer_of_any_size(system: PretendSystem) -> None:
    strict = system.client("Mill", 1_000)
    system.answers("GET /x", 200, "[" + "1," * 500 + "1]")
    system.answers("GET /y", 200, '"' + "y" * 998 + '"')
    system.answers("POST /x", 200, "[" + "1," * 500 + "1]")

    assert trouble(lambda: strict.get("/x")) == "Mill answers more than the bot reads."
    assert "whether it was done" in trouble(lambda: strict.post("/x", "text/plain", ""))
    assert len(strict.get("/y").body) == 1_000


def test_follows_no_redirect(system: PretendSystem, client: SystemClient) -> None:
    other = PretendSystem()
    system.answers("GET /x", 302, "", {"Location": other.address + "/x"})

    assert client.get("/x").status == 302
    assert other.calls == []
    other.close()


def test_asks_no_proxy(system: PretendSystem, client: SystemClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    system.answers("GET /x", 200, "{}")

    assert client.get("/x").status == 200


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"", b""),
    ],
    ids=["body", "body without a length", "header", "chunks", "interim answers", "nothing"],
)
def test_waits_for_no_endless_answer(first: bytes, then: bytes) -> None:
    with raw_server(first, then) as address:
        slow = SystemClient("Mill", address, NONE, Limits(seconds=0.5))

        assert "Mill does not answer; look there" in trouble(lambda: slow.post("/x", "text/plain", ""))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{}",
    ],
)
def test_takes_half_an_answer_for_none(answer: bytes) -> None:
    with raw_server(answer, None) as address:
        client = SystemClient("Mill", address, NONE, Limits(seconds=60))

        assert "whether it was done" in trouble(lambda: client.post("/x", "text/plain", ""))


@pytest.mark.parametrize("page", ["<html>Please log in</html>", "", "ok", "{", '"text"', "1", "[" * 100_000])
def test_takes_nothing_but_json_for_an_answer(system: PretendSystem, client: SystemClient, page: str) -> None:
    system.answers("GET /x", 200, page)

    assert trouble(lambda: client.json(client.get("/x"))) == "Mill answered with something else than JSON."


def test_reads_numbers_of_any_size(system: PretendSystem, client: SystemClient) -> None:
    system.answers("GET /x", 200, '{"n": ' + "9" * 10_000 + ', "x": 1e400, "y": NaN}')

    assert client.json(client.get("/x"))["x"] == "1e400"


@pytest.mark.parametrize("status", [302, 401, 403, 500])
def test_tells_neither_its_token_nor_the_answer(
    system: PretendSystem, client: SystemClient, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    system.answers("GET /x", status, '{"message":"secret-token\r\n<!channel>\x9b"}')

    sentence = trouble(lambda: client.json(client.get("/x")))

    assert f'Mill answered {status}: {{"message":"... <!channel> "}}' in caplog.text
    assert "secret" not in sentence
    assert "<!channel>" not in sentence
    assert sentence.startswith("Mill ")
    assert sentence.endswith(".")
    assert "secret" not in repr(client)


def test_hides_a_password_in_any_shape() -> None:
    credentials = basic("bot", "11a2")

    assert credentials.header == "Basic Ym90OjExYTI="
    assert credentials.hidden_in("Ym90OjExYTI= or 11a2") == "... or ..."
    assert "11a2" not in repr(credentials)


def test_says_that_nobody_knows_whether_a_change_was_made(system: PretendSystem, client: SystemClient) -> None:
    system.close()

    assert "whether it was done" in trouble(lambda: client.post("/x", "text/plain", ""))
    assert trouble(lambda: client.get("/x")) == "Mill does not answer."


@contextlib.contextmanager
def raw_server(first: bytes, then: bytes | None) -> Iterator[str]:
    """Reads a request, sends the one, and now and then the other, without end; or hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=_serve, args=(server, first, then), daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def _serve(server: socket.socket, first: bytes, then: bytes | None) -> None:
    with contextlib.suppress(OSError):  # the client has hung up, as it should
        line, _ = server.accept()
        with line:
            line.recv(65_536)
            line.sendall(first)
            while then is not None:
                time.sleep(0.05)
                line.sendall(then)
