"""A request as a Function URL passes it on, in the payload format 2.0.

https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
"""

import base64
import re
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

# Types that a Function URL takes for text; any other body is sent in Base64.
_TEXT = re.compile(r"(text/.*|application/(json|xml))(;|$)")


def event_of(method: str, target: str, headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """The names of the headers are in small letters."""
    url = urlsplit(target)
    is_text = _TEXT.match(headers.get("content-type", "")) is not None
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": url.path,
        "rawQueryString": url.query,
        "headers": dict(headers),
        "requestContext": {
            "domainName": headers.get("host", ""),
            "http": {"method": method, "path": url.path, "protocol": "HTTP/1.1"},
            "stage": "$default",
            "timeEpoch": int(time.time() * 1_000),
        },
        **({"body": body.decode(errors="replace") if is_text else base64.b64encode(body).decode()} if body else {}),
        "isBase64Encoded": bool(body) and not is_text,
    }
