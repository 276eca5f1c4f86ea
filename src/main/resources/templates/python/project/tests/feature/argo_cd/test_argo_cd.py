"""Applications, as the documentation of Argo CD describes them."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from example_slack_bot.feature.argo_cd import read_argo_cd
from example_slack_bot.feature.argo_cd.applications import Applications
from example_slack_bot.feature.argo_cd.argo_cd_status import Status
from example_slack_bot.feature.argo_cd.argo_cd_sync import Sync
from example_slack_bot.feature.private_systems import Offer, SystemTrouble, Watch
from example_slack_bot.runtime.environment import Environment
from example_slack_bot.runtime.startup_error import StartupError

from tests.pretend_system import PretendSystem

GET = "GET /api/v1/applications/shop"
SYNC = "POST /api/v1/applications/shop/sync"
BUSY = "another operation is already in progress"
SHOP = ["shop"]


def application(state: dict[str, str], **more: Any) -> str:
    return json.dumps(
        {
            "metadata": {"name": "shop"},
            "spec": {
                "project": "default",
                "destination": {"server": "https://cluster.example.com", "namespace": "shop"},
                **more.pop("spec", {}),
            },
            "status": {
                "sync": {"status": "OutOfSync", "revision": "4f1d"},
                "health": {"status": "Healthy"},
                "operationState": state,
            },
            **more,
        }
    )


RUNNING = application({"phase": "Running"})
SUCCEEDED = application({"phase": "Succeeded", "message": "successfully synced"})
REQUESTED = application({"phase": "Failed"}, operation={"sync": {}})


@pytest.fixture
def applications(system: PretendSystem) -> Applications:
    return Applications(system.client("Argo CD"), "default")


@pytest.fixture
def status(applications: Applications) -> Status:
    return Status(applications)


@pytest.fixture
def sync(applications: Applications) -> Sync:
    return Sync(applications, Watch(0.01, 60))


def test_is_there_once_its_address_is_set_and_then_wants_a_token() -> None:
    assert read_argo_cd(Environment({"ARGOCD_TOKEN": "x"})).operations == ()
    whole = Environment({"ARGOCD_URL": "https://argo.example.com", "ARGOCD_TOKEN": "x"})
    assert [operation.name for operation in read_argo_cd(whole).operations] == ["status", "sync"]
    whole.raise_if_wrong()

    without = Environment({"ARGOCD_URL": "https://argo.example.com"})
    read_argo_cd(without)
    with pytest.raises(StartupError, match=r"^ARGOCD_TOKEN is missing.*$"):
        without.raise_if_wrong()


def test_syncs_to_the_revision_that_was_shown(system: PretendSystem, sync: Sync) -> None:
    """Between the question and the click, somebody may push."""
    system.answers(GET, 200, SUCCEEDED).answers(SYNC, 200, "{}")

    offer = sync.offer(SHOP)
    assert offer.text == (
        "Sync shop, which is OutOfSync and Healthy, to revision 4f1d, in namespace shop of"
        " https://cluster.example.com. Nothing is pruned."
    )
    sync.carry_out(SHOP, offer.pin, "U1")
    assert system.changes()[0].body == '{"revision":"4f1d","project":"default","prune":false,"dryRun":false}'


@pytest.mark.parametrize(
    ("policy", "pin"),
    [({"automated": {}}, ""), ({"automated": {"enabled": False}}, "4f1d"), ({"syncOptions": []}, "4f1d")],
)
def test_names_no_revision_where_argo_cd_syncs_by_itself(
    system: PretendSystem, sync: Sync, policy: dict[str, Any], pin: str
) -> None:
    """It refuses every revision but the one that the application follows."""
    system.answers(GET, 200, application({}, spec={"syncPolicy": policy}))

    offer: Offer = sync.offer(SHOP)
    assert offer.pin == pin
    assert ("to what is newest by then" in offer.text) == (pin == "")


def test_tells_how_an_application_is(system: PretendSystem, status: Status) -> None:
    system.answers(GET, 200, SUCCEEDED)

    said = status.answer(SHOP)
    assert said == "shop: OutOfSync, Healthy, revision 4f1d\nLast operation: Succeeded successfully synced"
    assert system.calls[0].target == "/api/v1/applications/shop?project=default"


def test_knows_no_application_of_another_project(system: PretendSystem, status: Status, sync: Sync) -> None:
    system.answers(GET, 200, SUCCEEDED.replace("default", "other"))

    sentence = "Argo CD knows no application shop in the project of this bot."
    assert trouble(lambda: status.answer(SHOP)) == sentence
    assert trouble(lambda: sync.offer(SHOP)) == sentence


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (404, "Argo CD knows no application shop."),
        (403, "Argo CD knows no application shop, or does not let the bot do this."),
        (401, "Argo CD refuses the bot's credentials, or they may not do this."),
    ],
)
def test_tells_an_unknown_application_from_a_forbidden_one(
    system: PretendSystem, status: Status, code: int, says: str
) -> None:
    """Where Argo CD does."""
    system.answers(GET, code, '{"error":"x","code":5,"message":"x"}')

    assert trouble(lambda: status.answer(SHOP)) == says


def test_waits_for_the_end_of_a_sync_and_not_for_that_of_the_one_before(system: PretendSystem, sync: Sync) -> None:
    system.answers(SYNC, 200, REQUESTED)
    system.answers(GET, 200, REQUESTED).answers(GET, 200, RUNNING).answers(GET, 200, SUCCEEDED)

    assert sync.carry_out(SHOP, "", "U1") == "The sync of shop ended: Succeeded successfully synced"
    (change,) = system.changes()
    assert change.body == '{"project":"default","prune":false,"dryRun":false}'


def test_does_not_wait_forever(system: PretendSystem, applications: Applications) -> None:
    system.answers(SYNC, 200, REQUESTED).answers(GET, 200, RUNNING)

    assert "not finished yet" in Sync(applications, Watch(0.01, 0.1)).carry_out(SHOP, "", "U1")


def test_says_that_a_sync_has_begun_though_its_end_cannot_be_seen(system: PretendSystem, sync: Sync) -> None:
    system.answers(SYNC, 200, REQUESTED).answers(GET, 500, "")

    assert "has begun" in sync.carry_out(SHOP, "", "U1")


def test_says_that_another_sync_is_at_work(system: PretendSystem, sync: Sync) -> None:
    system.answers(SYNC, 400, json.dumps({"error": BUSY, "code": 9, "message": BUSY}))

    assert trouble(lambda: sync.carry_out(SHOP, "", "U1")) == "Argo CD is already at work on shop."


@pytest.mark.parametrize("body", ["{}", "[]", '{"spec":[],"status":"x"}', '{"status":{"sync":{"revision":{}}}}'])
def test_takes_what_is_missing_for_nothing(system: PretendSystem, body: str) -> None:
    system.answers(GET, 200, body)

    found = Applications(system.client("Argo CD"), "").get("shop")
    assert (found.revision, found.sync, found.is_busy) == ("", "", False)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "..",
        "../shop",
        "shop/sync",
        "shop?refresh=hard",
        "shop#x",
        "shop%2Fsync",
        "Shop",
        "shop.",
        "shop\n",
        "<@U1>",
        "shop&x",
        "shop;x",
        "`shop`",
        "shop\0",
        "\u202eshop",
        "shop web",
        "shop --prune",
        "a" * 10_000,
    ],
)
def test_accepts_nothing_but_a_name(status: Status, sync: Sync, words: str) -> None:
    assert not status.accepts(words.split(" "))
    assert not sync.accepts(words.split(" "))


def trouble(step: Callable[[], object]) -> str:
    with pytest.raises(SystemTrouble) as raised:
        step()
    return str(raised.value)
