"""Requests as AWS makes events of them."""

import base64
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from example_slack_bot.runtime.request_guard import sign

from tests.delivery import JSON
from tests.running_bot import SIGNING_SECRET


@dataclass(frozen=True)
class Sent:
    body: str
    type: str = JSON
    base64: bool = False
    path: str = "/slack/events"
    secret: str = SIGNING_SECRET


Recorded = Callable[[Sent], dict[str, Any]]


def rest_api(sent: Sent) -> dict[str, Any]:
    """What a REST API makes of a request.

    https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
    """
    headers = _signed(sent)
    return {
        "resource": "/{proxy+}",
        "path": sent.path,
        "httpMethod": "POST",
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": {"proxy": sent.path[1:]},
        "stageVariables": None,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "id",
            "domainName": "id.execute-api.us-east-1.amazonaws.com",
            "httpMethod": "POST",
            "path": f"/prod{sent.path}",
            "protocol": "HTTP/1.1",
            "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "requestTimeEpoch": 1_428_582_896_000,
            "resourcePath": "/{proxy+}",
            "stage": "prod",
        },
        **_body(sent),
    }


def http_api(sent: Sent) -> dict[str, Any]:
    """What an HTTP API makes of a request.

    https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
    """
    return _second(sent, "prod", "id.execute-api.us-east-1.amazonaws.com")


def function_url(sent: Sent) -> dict[str, Any]:
    """What a Function URL makes of a request: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html"""
    return _second(sent, "$default", "id.lambda-url.us-west-2.on.aws")


FORMS: list[Recorded] = [rest_api, http_api, function_url]


def _second(sent: Sent, stage: str, domain: str) -> dict[str, Any]:
    """What 2.0 has in common."""
    path = ("" if stage == "$default" else f"/{stage}") + sent.path
    headers = {name.lower(): value for name, value in _signed(sent).items()}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {**headers, "content-length": str(len(sent.body.encode())), "host": domain},
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "id",
            "domainName": domain,
            "http": {
                "method": "POST",
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "192.0.2.1",
                "userAgent": "Slackbot 1.0",
            },
            "requestId": "id",
            "routeKey": "$default",
            "stage": stage,
            "time": "12/Mar/2020:19:03:58 +0000",
            "timeEpoch": 1_583_348_638_390,
        },
        **_body(sent),
    }


def _signed(sent: Sent) -> dict[str, str]:
    """Slack's own headers, in its own letters."""
    at = str(int(time.time()))
    return {
        "Accept": "*/*",
        "Content-Type": sent.type,
        "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": sign(sent.secret, at, sent.body.encode()),
    }


def _body(sent: Sent) -> dict[str, Any]:
    body = base64.b64encode(sent.body.encode()).decode() if sent.base64 else sent.body
    return {"body": body, "isBase64Encoded": sent.base64}
