from collections.abc import Callable, Iterator

import pytest

# region inbox
from example_slack_bot.feature.inbox import side_tables
# endregion
from example_slack_bot.runtime.transport import Kind

from .pretend_slack import PretendSlack
# region private-systems
from .pretend_system import PretendSystem
# endregion
from .running_bot import RunningBot

Start = Callable[[Kind], RunningBot]


# region inbox
@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine may need longer than the bot waits."""
    monkeypatch.setattr(side_tables, "PATIENCE_SECONDS", 30)


# endregion
@pytest.fixture
def slack() -> Iterator[PretendSlack]:
    pretended = PretendSlack()
    yield pretended
    pretended.close()


# region private-systems
@pytest.fixture
def system() -> Iterator[PretendSystem]:
    pretended = PretendSystem()
    yield pretended
    pretended.close()


# endregion
@pytest.fixture
def start(slack: PretendSlack) -> Iterator[Start]:
    """Starts a bot, and stops it after the test."""
    started: list[RunningBot] = []

    def start(transport: Kind) -> RunningBot:
        started.append(RunningBot(slack, transport))
        return started[-1]

    yield start
    slack.replies_allowed.set()
    for running in started:
        running.close()


@pytest.fixture(params=list(Kind), ids=lambda kind: kind.value)
def running(request: pytest.FixtureRequest, start: Start) -> RunningBot:
    """A bot that is ready, over the one transport and over the other."""
    return start(request.param).wait_until_ready()
