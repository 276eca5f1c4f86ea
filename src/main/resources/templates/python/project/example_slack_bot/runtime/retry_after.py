"""What to do when Slack says that calls come too fast: https://docs.slack.dev/apis/web-api/rate-limits"""

import logging
import time
from urllib.parse import urlsplit

from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryHandler, RetryState

_LOG = logging.getLogger(__name__)

# So often, and a minute at most each time: after that the caller gets the 429.
RETRIES = 4
LONGEST_SECONDS = 60


class RetryAfter(RetryHandler):
    """Waits and repeats the call. The SDK's own handler waits for as long as it is told, be it hours."""

    def __init__(self) -> None:
        super().__init__(RETRIES)

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        return response is not None and response.status_code == 429

    def prepare_for_next_attempt(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        seconds = _seconds(response)
        _LOG.warning("Slack limits %s, next try in %d s", urlsplit(request.url).path, seconds)
        time.sleep(seconds)
        state.next_attempt_requested = True
        state.increment_current_attempt()


def _seconds(response: HttpResponse | None) -> int:
    headers = {} if response is None else {name.lower(): values[0] for name, values in response.headers.items()}
    asked = headers.get("retry-after", "")
    return min(int(asked), LONGEST_SECONDS) if asked.isdecimal() else 1
