"""The bot asks Lambda for one invocation more."""

import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from example_slack_bot.feature.lambda_ import Invoker, self_invoker
from example_slack_bot.feature.lambda_.self_invoker import WHAT_WAITS

ARN = "arn:aws:lambda:us-east-1:1:function:bot"


class PretendLambda:
    def __init__(self) -> None:
        self.status = 202
        self.calls: list[tuple[str, str | None, str]] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        self.variables = {
            "AWS_ENDPOINT_URL_LAMBDA": f"http://127.0.0.1:{self._http.server_address[1]}",
            "AWS_SESSION_TOKEN": "a-token-that-nobody-may-see",
        }

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        pretended = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                pretended.calls.append((self.path, self.headers["x-amz-invocation-type"], body))
                text = self.headers["x-amz-security-token"].encode()  # as in the text of a refused signature
                self.send_response(pretended.status)
                self.send_header("content-length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)
                self.close_connection = True  # without a word, as one that slept

            def log_message(self, format: str, *args: object) -> None:
                """Tests say for themselves what went wrong."""

        return Handler


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendLambda]:
    """A busy machine may need longer than the bot waits."""
    monkeypatch.setattr(self_invoker, "LIMIT_SECONDS", 30.0)
    pretended = PretendLambda()
    yield pretended
    pretended.close()


def test_asks_without_waiting_also_on_a_connection_that_is_gone(aws: PretendLambda) -> None:
    invoker = Invoker(aws.variables)

    for _ in range(3):
        invoker.go_on(ARN)

    path = "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1%3Afunction%3Abot/invocations"
    assert aws.calls == 3 * [(path, "Event", WHAT_WAITS)]


def test_a_refusal_is_no_reason_not_to_answer(aws: PretendLambda, caplog: pytest.LogCaptureFixture) -> None:
    aws.status = 403

    with caplog.at_level(logging.WARNING):
        Invoker(aws.variables).go_on(ARN)

    assert "What waits has to wait for the schedule: Lambda answered 403" in caplog.text
    assert "a-token" not in caplog.text


def test_neither_is_it_that_lambda_is_not_there(aws: PretendLambda, caplog: pytest.LogCaptureFixture) -> None:
    aws.close()

    with caplog.at_level(logging.WARNING):
        Invoker(aws.variables).go_on(ARN)

    assert "What waits has to wait for the schedule" in caplog.text
