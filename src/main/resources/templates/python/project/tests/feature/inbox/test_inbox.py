"""The bot as a process that dies: what it has acknowledged is not lost."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from example_slack_bot.feature.inbox.sqlite_store import SqliteStore
from example_slack_bot.feature.inbox.store import MOST_ATTEMPTS, Done, Outcome, StoredDelivery, now
from example_slack_bot.runtime.transport import Kind

from tests import payloads
from tests.delivery import OverHttp, Response, request
from tests.eventually import eventually
from tests.pretend_slack import PretendSlack
from tests.running_bot import SIGNING_SECRET, environment


class Mortal:
    """A process that can be killed and started anew."""

    def __init__(self, slack: PretendSlack, data: Path) -> None:
        self.port = free_port()
        self.delivery = OverHttp(self.port, SIGNING_SECRET)
        self.variables = {
            **environment(slack, Kind.EVENTS_API),
            "DATABASE_URL": "",
            "DATA_DIR": str(data),
            "PORT": str(self.port),
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.launch()
        eventually(lambda: self.readyz().status == 200)

    def launch(self) -> None:
        command = [sys.executable, "-m", "example_slack_bot"]
        self._process = subprocess.Popen(command, env={**os.environ, **self.variables})
        eventually(lambda: self.readyz().status > 0)

    def terminate(self) -> None:
        assert self._process is not None
        self._process.terminate()
        assert self._process.wait(30) == 0

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)

    def readyz(self) -> Response:
        try:
            return request(self.port, "GET", "/readyz")
        except OSError:
            return Response(0, "")


@pytest.fixture
def bot(slack: PretendSlack, tmp_path: Path) -> Iterator[Mortal]:
    mortal = Mortal(slack, tmp_path)
    yield mortal
    mortal.kill()


def test_works_after_a_crash_at_what_it_has_acknowledged(slack: PretendSlack, bot: Mortal) -> None:
    slack.refuse("chat.postMessage", "internal_error")
    bot.start()
    assert bot.delivery.event(payloads.mention("do not forget me")).acknowledged
    eventually(lambda: len(slack.calls_to("chat.postMessage")) == 1)
    bot.kill()
    slack.answer("chat.postMessage", json.dumps({"ok": True, "ts": "2.2"}))

    bot.start()

    eventually(lambda: len(slack.calls_to("chat.postMessage")) == 2)


def test_knows_a_repeat_after_a_restart(slack: PretendSlack, bot: Mortal) -> None:
    mention = payloads.mention("once")
    bot.start()
    assert bot.delivery.event(mention).acknowledged
    eventually(lambda: len(slack.calls_to("chat.postMessage")) == 1)
    bot.terminate()

    bot.start()
    assert bot.delivery.event(mention).acknowledged
    assert bot.delivery.event(payloads.mention("another one")).acknowledged
    bot.terminate()  # which ends what is at work

    assert len(slack.calls_to("chat.postMessage")) == 2


def test_gives_up_what_its_process_dies_over_each_time(slack: PretendSlack, bot: Mortal, tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    store.prepare()
    store.add(StoredDelivery("fatal", json.dumps(payloads.mention("boom")), now()), waiting=True)
    for _ in range(MOST_ATTEMPTS):
        store.begin("fatal")
    store.close()

    bot.start()
    assert bot.delivery.event(payloads.mention("what comes behind it")).acknowledged
    bot.terminate()  # which ends what is at work

    assert len(slack.calls_to("chat.postMessage")) == 1
    store = SqliteStore(tmp_path)
    assert [line.split()[0] for line in store.dead()] == ["fatal"]
    store.close()


def test_keeps_what_a_click_has_left_to_do(bot: Mortal, tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}/response"
    bot.start()
    assert bot.delivery.interaction(payloads.click("greet", nowhere)).acknowledged
    bot.kill()

    left: list[str] = []

    def note(one: StoredDelivery) -> Outcome:
        left.append(one.body)
        return Done()

    store = SqliteStore(tmp_path)
    eventually(lambda: store.work_at_one(note))
    store.close()
    assert len(left) == 1
    assert "block_actions" in left[0]


def test_acknowledges_nothing_without_its_database(bot: Mortal) -> None:
    bot.variables["DATABASE_URL"] = f"postgresql://bot@127.0.0.1:{free_port()}/bot"
    bot.launch()

    eventually(lambda: '"database":"not available"' in bot.readyz().body)
    assert bot.readyz().status == 503
    assert not bot.delivery.event(payloads.mention("come again")).acknowledged
    bot.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
