"""The bot in processes that are frozen as soon as they have answered."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from example_slack_bot.runtime.transport import Kind

from tests import payloads
from tests.delivery import OverHttp, request
from tests.eventually import PATIENCE_SECONDS, eventually
from tests.pretend_slack import RESPONSE_PATH, PretendSlack
from tests.running_bot import SIGNING_SECRET, environment

# What a machine that is too busy did not get to, the schedule finds within a minute.
LONG_SECONDS = 100.0

URL = os.environ.get("TEST_DATABASE_URL", "")
NEEDS_POSTGRES = pytest.mark.skipif(not URL, reason="TEST_DATABASE_URL names no PostgreSQL")


class Bridge:
    def __init__(self, folder: Path, variables: Mapping[str, str]) -> None:
        self._log = folder / "log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "example_slack_bot.feature.lambda_.local"],
                env={**os.environ, "PYTHONUNBUFFERED": "1", **variables},
                stdout=log,
                stderr=log,
            )

    @property
    def output(self) -> str:
        return self._log.read_text()

    def port(self) -> int:
        eventually(lambda: "on port " in self.output)
        return int(re.findall(r"on port (\d+)", self.output)[0])

    def states(self) -> list[str]:
        """Of its processes, as Linux calls them."""
        states = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, parent = stat.read_text().rpartition(") ")[2].split()[:2]
            except OSError:  # it is gone
                continue
            if int(parent) == self._process.pid:
                states.append(state)
        return states

    def terminate(self) -> int:
        self._process.send_signal(signal.SIGTERM)
        return self.status()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait(10)

    def status(self) -> int:
        return self._process.wait(PATIENCE_SECONDS)


Start = Callable[..., Bridge]


@pytest.fixture
def start(slack: PretendSlack, tmp_path: Path) -> Iterator[Start]:
    started: list[Bridge] = []

    def start(**changes: str) -> Bridge:
        variables = {**environment(slack, Kind.EVENTS_API), "DATABASE_URL": URL, **changes}
        started.append(Bridge(tmp_path, variables))
        return started[-1]

    yield start
    for bridge in started:
        bridge.kill()


@NEEDS_POSTGRES
def test_what_is_answered_is_worked_at_by_processes_that_are_frozen_in_between(
    slack: PretendSlack, start: Start
) -> None:
    bridge = start()
    http = OverHttp(bridge.port(), SIGNING_SECRET)
    mention = payloads.mention("hi")
    click = payloads.click("greet", slack.response_url)

    eventually(lambda: is_ready(http.port), LONG_SECONDS)
    eventually(lambda: http.event(mention).acknowledged)
    eventually(lambda: http.event(mention).acknowledged)
    eventually(lambda: http.interaction(click).acknowledged)
    eventually(lambda: len(slack.calls_to("chat.postMessage")) == 1, LONG_SECONDS)
    eventually(lambda: len(slack.calls_to(RESPONSE_PATH)) == 1, LONG_SECONDS)
    if sys.platform == "linux":
        eventually(lambda: set(bridge.states()) == {"T"})
    eventually(lambda: is_ready(http.port))

    assert bridge.terminate() == 0
    assert len(slack.calls_to("chat.postMessage")) == 1
    assert "xoxb-" not in bridge.output


def test_ends_with_2_when_a_setting_is_wrong(start: Start, tmp_path: Path) -> None:
    bridge = start(SLACK_SIGNING_SECRET="", DATABASE_URL="", DATA_DIR=str(tmp_path))

    assert bridge.status() == 2
    assert re.search(r"SLACK_SIGNING_SECRET is missing: [^\n]+\nDATABASE_URL is missing: ", bridge.output)


def is_ready(port: int) -> bool:
    try:
        return bool(json.loads(request(port, "GET", "/readyz").body)["ready"])
    except OSError:  # it takes its time
        return False
