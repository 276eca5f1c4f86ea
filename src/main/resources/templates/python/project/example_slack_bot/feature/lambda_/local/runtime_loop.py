"""What Lambda's own runtime does around the handler: asks for an invocation, answers it, asks for the next one.

https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
"""

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from typing import Any

Handler = Callable[[Any, Any], Any]


class _Context:
    def __init__(self, invocation: HTTPResponse) -> None:
        self.invoked_function_arn = invocation.headers["Lambda-Runtime-Invoked-Function-Arn"]
        self._deadline = int(invocation.headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self) -> int:
        return max(0, self._deadline - int(time.time() * 1_000))


class _Api:
    def __init__(self, host: str) -> None:
        self._connection = HTTPConnection(host)  # without a time limit: while this process is frozen, time goes on

    def next(self) -> tuple[HTTPResponse, bytes]:
        return self._ask("GET", "invocation/next")

    def post(self, path: str, value: Any) -> None:
        self._ask("POST", path, json.dumps(value))

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[HTTPResponse, bytes]:
        self._connection.request(method, f"/2018-06-01/runtime/{path}", body)
        answer = self._connection.getresponse()
        return answer, answer.read()


def main() -> None:
    api = _Api(os.environ["AWS_LAMBDA_RUNTIME_API"])
    handler = _imported(api)
    while True:
        invocation, event = api.next()
        request_id = invocation.headers["Lambda-Runtime-Aws-Request-Id"]
        try:
            answer = handler(json.loads(event), _Context(invocation))
        except Exception as error:
            traceback.print_exc()
            api.post(f"invocation/{request_id}/error", _told(error))
        else:
            api.post(f"invocation/{request_id}/response", answer)


def _imported(api: _Api) -> Handler:
    try:
        from ..lambda_handler import handler
    except Exception as error:
        traceback.print_exc()
        api.post("init/error", _told(error))
        sys.exit(1)
    return handler


def _told(error: Exception) -> dict[str, str]:
    return {"errorType": type(error).__name__, "errorMessage": str(error)}


if __name__ == "__main__":
    main()
