"""Lets Lambda invoke the bot once more, soon."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import quote, urlsplit

from .aws_signature import Credentials, Post, signed

_LOG = logging.getLogger(__name__)

# What the bot asks itself: to work at what waits. It says nothing of what that is, which stands in the database.
WHAT_WAITS = json.dumps({"do": "what waits"})

# Slack waits for three seconds, and an answer must not fail over this.
LIMIT_SECONDS = 1.0


class Invoker:
    def __init__(self, variables: Mapping[str, str]) -> None:
        """With variables as Lambda sets them."""
        self._region = variables.get("AWS_REGION", "us-east-1")
        address = variables.get("AWS_ENDPOINT_URL_LAMBDA", f"https://lambda.{self._region}.amazonaws.com")
        parts = urlsplit(address)
        self._host = parts.netloc
        connection = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = connection(self._host, timeout=LIMIT_SECONDS)
        self._credentials = Credentials(
            variables.get("AWS_ACCESS_KEY_ID", ""),
            variables.get("AWS_SECRET_ACCESS_KEY", ""),
            variables.get("AWS_SESSION_TOKEN", ""),
        )

    def go_on(self, arn: str) -> None:
        """Invokes the function of this name, and of its version or alias if it was called by one.

        A failure is no reason not to answer: the schedule finds within a minute what waits.
        """
        try:
            try:
                status = self._invoke(arn)
            except (HTTPException, OSError):  # a connection that slept may be gone
                status = self._invoke(arn)
            if status != "202":
                _LOG.warning("What waits has to wait for the schedule: Lambda answered %s", status)
        except (HTTPException, OSError) as error:
            _LOG.warning("What waits has to wait for the schedule: %s", error)

    def _invoke(self, arn: str) -> str:
        """The status, and AWS's word for what is wrong; not the text, in which the token may stand."""
        path = f"/2015-03-31/functions/{quote(arn, safe='')}/invocations"
        headers = {"content-type": "application/json", "x-amz-invocation-type": "Event"}
        post = Post(self._host, path, headers, WHAT_WAITS.encode(), self._region, "lambda")
        try:
            self._connection.request("POST", path, post.body, signed(post, self._credentials, datetime.now(UTC)))
            answer = self._connection.getresponse()
            answer.read()
        except (HTTPException, OSError):
            self._connection.close()
            raise
        return f"{answer.status} {answer.getheader('x-amzn-errortype', '')}".strip()
