"""Jobs, as the documentation of Jenkins describes them."""

from collections.abc import Callable

import pytest

from example_slack_bot.feature.jenkins import read_jenkins
from example_slack_bot.feature.jenkins.jenkins_build import Build
from example_slack_bot.feature.private_systems import Change, SystemTrouble, Watch
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.startup_error import StartupError

from tests.pretend_system import PretendSystem


@pytest.fixture
def build(system: PretendSystem) -> Build:
    return Build(system.client("Jenkins"), Watch(0.01, 60))


def test_is_there_once_its_address_is_set_and_then_wants_a_user_and_a_token() -> None:
    assert read_jenkins(Environment({"JENKINS_USER": "bot"})).operations == ()

    without = Environment({"JENKINS_URL": "https://ci.example.com/jenkins"})
    assert len(read_jenkins(without).operations) == 1
    with pytest.raises(StartupError) as raised:
        without.raise_if_wrong()
    assert [problem.split(" ")[0] for problem in raised.value.problems] == ["JENKINS_USER", "JENKINS_TOKEN"]


def test_brings_its_credentials_with_the_first_request(system: PretendSystem) -> None:
    """Jenkins never asks for them with a 401."""
    system.answers("GET /job/main/api/json", 200, '{"buildable":true}')
    environment = Environment({"JENKINS_URL": system.address, "JENKINS_USER": "bot", "JENKINS_TOKEN": "11a2"})

    (build,) = read_jenkins(environment).operations
    assert isinstance(build, Change)
    build.offer(["main"])
    assert system.calls[0].authorization == "Basic Ym90OjExYTI="  # bot:11a2


def test_starts_a_build_and_tells_its_number(system: PretendSystem, build: Build) -> None:
    url = "https://jenkins.example.com/job/web/7/"
    system.answers("GET /job/web/job/main/api/json", 200, '{"buildable":true,"lastBuild":{"number":6}}')
    elsewhere = {"Location": "https://elsewhere.example.com/queue/item/41/"}
    system.answers("POST /job/web/job/main/build", 201, "", elsewhere)
    system.answers("GET /queue/item/41/api/json", 200, '{"why":"In the quiet period"}')
    system.answers("GET /queue/item/41/api/json", 200, f'{{"executable":{{"number":7,"url":"{url}"}}}}')

    assert build.offer(["web/main"]).text == "Start the job web/main in Jenkins. Its last build is #6."
    assert build.carry_out(["web/main"], "", "U1") == f"Build #7 of web/main has begun: {url}"
    assert {call.authorization for call in system.calls} == {"Bearer secret-token"}


def test_tells_what_jenkins_does_not_do(system: PretendSystem, build: Build) -> None:
    system.answers("GET /job/a/api/json", 200, '{"buildable":false}')
    system.answers("POST /job/a/build", 400, "")
    system.answers("POST /job/b/build", 403, "<html>")
    system.answers("POST /job/c/build", 201, "", {"Location": "https://x.example.com/queue/item/1/"})
    system.answers("GET /queue/item/1/api/json", 200, '{"cancelled":true}')
    system.answers("POST /job/d/build", 302, "", {"Location": "https://x.example.com/login"})
    system.answers("POST /job/e/build", 201, "", {"Location": "https://x.example.com/queue/item/1/../../x"})

    assert trouble(lambda: build.offer(["a"])) == "Jenkins cannot build a: it is disabled, or a folder."
    assert started(build, "a") == "Jenkins wants parameters for a: start it there."
    assert started(build, "b") == "Jenkins refuses the bot's credentials, or they may not do this."
    assert build.carry_out(["c"], "", "U1") == "The build of c was cancelled in the queue."
    assert started(build, "d") == "Jenkins answered with status 302."
    assert build.carry_out(["e"], "", "U1") == "e is in the queue of Jenkins."
    assert trouble(lambda: build.offer(["no"])) == "Jenkins knows no job no, or does not let the bot see it."


@pytest.mark.parametrize(
    "words",
    [
        "",
        "..",
        "a/../b",
        "a/./b",
        "/a",
        "a/",
        "a//b",
        "a\n",
        "a?token=x",
        "a%2Fb",
        "a b",
        "a PARAM=$(id)",
        "-x",
        "a\\b",
        "<!here>",
        "a/b/c/d/e/f/g/h/i",
        "a" * 10_000,
    ],
)
def test_accepts_nothing_but_a_job(build: Build, words: str) -> None:
    assert not build.accepts(words.split(" "))


def started(build: Build, job: str) -> str:
    return trouble(lambda: build.carry_out([job], "", "U1"))


def trouble(step: Callable[[], object]) -> str:
    with pytest.raises(SystemTrouble) as raised:
        step()
    return str(raised.value)
