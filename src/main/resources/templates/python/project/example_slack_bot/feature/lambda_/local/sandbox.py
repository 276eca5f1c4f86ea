"""A process of the function.

It asks for one invocation after the other, and is frozen until there is one, over the interface of Lambda's runtimes:
https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from threading import Lock, Thread, Timer

ARN = "arn:aws:lambda:us-east-1:123456789012:function:example-slack-bot"

# As deploy/lambda/template.yaml says.
LIMIT_SECONDS = 120.0


class State(Enum):
    STARTING = "starting"
    ASLEEP = "asleep"
    BUSY = "busy"


class InvocationFailed(Exception):
    """The function raised an exception, or its process ended."""


@dataclass(frozen=True)
class Owner:
    """Who hears of a process."""

    invoke: Callable[[str], None]
    """The function asks for an invocation."""
    slept: Callable[["Sandbox"], None]
    """It has answered, and is frozen."""
    ended: Callable[["Sandbox", int], None]
    """It ended with this status."""


class Sandbox:
    def __init__(self, variables: Mapping[str, str], owner: Owner) -> None:
        """With the variables of the function."""
        self.state = State.STARTING
        self._owner = owner
        self._lock = Lock()
        self._answer: Future[str] | None = None
        self._next: SimpleQueue[str] = SimpleQueue()
        self._api = ThreadingHTTPServer(("127.0.0.1", 0), _api_of(self))
        Thread(target=self._api.serve_forever, args=(0.05,), name="runtime API", daemon=True).start()
        api = f"127.0.0.1:{self._api.server_address[1]}"
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.runtime_loop"],
            stdin=subprocess.DEVNULL,
            env={
                "AWS_REGION": "us-east-1",
                "AWS_ACCESS_KEY_ID": "local",
                "AWS_SECRET_ACCESS_KEY": "local",
                **variables,
                "AWS_LAMBDA_RUNTIME_API": api,
                "AWS_ENDPOINT_URL_LAMBDA": f"http://{api}",
            },
            # Of a group of its own: Ctrl-C is for the bridge, and when that is killed, the system ends what is frozen.
            process_group=0,
        )
        Thread(target=self._wait, name="process", daemon=True).start()

    def invoke(self, event: str) -> str:
        """Wakes it, and waits for its answer. Raises InvocationFailed."""
        answer: Future[str] = Future()
        with self._lock:
            self._answer = answer
        limit = Timer(LIMIT_SECONDS, self.kill)
        limit.start()
        try:
            self._process.send_signal(signal.SIGCONT)
            self._next.put(event)
            if self._process.poll() is not None:
                self.fail("the process is gone")
            return answer.result()
        finally:
            limit.cancel()

    def kill(self) -> None:
        """A process that is frozen hears no other signal."""
        self._process.kill()

    def next(self) -> str:
        """Freezes it until there is an invocation."""
        self._process.send_signal(signal.SIGSTOP)
        self._owner.slept(self)
        return self._next.get()

    def asks_for(self, event: str) -> None:
        self._owner.invoke(event)

    def answered(self, answer: str) -> None:
        waiting = self._settled()
        if waiting is not None:
            waiting.set_result(answer)

    def fail(self, why: str) -> None:
        waiting = self._settled()
        if waiting is not None:
            waiting.set_exception(InvocationFailed(why))

    def _settled(self) -> Future[str] | None:
        """The invocation that is over."""
        with self._lock:
            settled, self._answer = self._answer, None
            return settled

    def _wait(self) -> None:
        status = self._process.wait()
        self._api.shutdown()
        self._api.server_close()
        self.fail(f"the process ended with status {status}")
        self._owner.ended(self, status)


def _api_of(sandbox: Sandbox) -> type[BaseHTTPRequestHandler]:
    class Api(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            event = sandbox.next()
            headers = {
                "Content-Type": "application/json",
                "Lambda-Runtime-Aws-Request-Id": str(uuid.uuid4()),
                "Lambda-Runtime-Deadline-Ms": str(int((time.time() + LIMIT_SECONDS) * 1_000)),
                "Lambda-Runtime-Invoked-Function-Arn": ARN,
            }
            self._say(200, event.encode(), headers)

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["content-length"])).decode()
            self._say(202, b"", {})
            if self.path.endswith("/invocations"):
                sandbox.asks_for(text)
            elif self.path.endswith("/response"):
                sandbox.answered(text)
            else:
                sandbox.fail(text)

        def _say(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """The function's own log is enough."""

    return Api
