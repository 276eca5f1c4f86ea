"""What happens between an installation and its end, over both transports."""

import json
import time
from collections.abc import Iterator

import pytest

from example_slack_bot.feature.workspaces import for_a_minute
from example_slack_bot.runtime.transport import Kind

from tests import payloads
from tests.eventually import eventually
from tests.feature.workspaces.guests import Guests, departure, expiring, mention, organization, team
from tests.pretend_slack import RESPONSE_PATH, PretendSlack


@pytest.fixture(params=list(Kind), ids=lambda kind: kind.value)
def guests(request: pytest.FixtureRequest, slack: PretendSlack) -> Iterator[Guests]:
    guests = Guests(slack, request.param)
    yield guests
    guests.running.close()


def test_each_installation_is_answered_with_its_own_token(slack: PretendSlack, guests: Guests) -> None:
    """Two workspaces and an organization: each has its own token, and none that of another."""
    for installed in [team("T1", "xoxb-of-T1"), team("T2", "xoxb-of-T2"), organization("E1", "xoxb-of-E1")]:
        assert guests.install(installed).status == 200
    expected = [
        (mention("T1"), "Bearer xoxb-of-T1"),
        (mention("T2"), "Bearer xoxb-of-T2"),
        (mention("T3", "E1", is_org_wide=True), "Bearer xoxb-of-E1"),
        # A workspace with an installation of its own in that organization.
        (mention("T1", "E1"), "Bearer xoxb-of-T1"),
    ]

    for event, credentials in expected:
        assert guests.running.delivery.event(event).acknowledged
        assert guests.credentials_of_reply() == credentials
    assert slack.calls_to("auth.test") == []


def test_an_organizations_commands_and_clicks_are_answered(slack: PretendSlack, guests: Guests) -> None:
    guests.install(organization("E1", "xoxb-of-E1"))
    where = {"team_id": "T3", "enterprise_id": "E1", "is_enterprise_install": "true"}
    click = {
        **payloads.click("greet", slack.response_url),
        "team": None,
        "enterprise": {"id": "E1"},
        "is_enterprise_install": True,
    }

    answer = guests.running.delivery.command({**payloads.command(slack.response_url), **where})

    assert answer.body is not None
    assert answer.body["text"] == "Hello <@U1>!"
    assert guests.running.delivery.interaction(click).acknowledged
    eventually(lambda: len(slack.calls_to(RESPONSE_PATH)) == 1)


def test_whoever_has_not_installed_it_gets_nothing(slack: PretendSlack, guests: Guests) -> None:
    guests.install(team("T1", "xoxb-of-T1"))

    assert guests.running.delivery.event(mention("T9")).acknowledged
    assert guests.running.delivery.event(mention("T9", "E9", is_org_wide=True)).acknowledged
    click = {**payloads.click("greet", slack.response_url), "team": {"id": "T9"}}
    assert guests.running.delivery.interaction(click).body is None
    assert guests.is_forgotten("T9")
    assert guests.running.bot.close()  # which ends what is at work
    assert slack.calls_to("chat.postMessage") == []


@pytest.mark.parametrize(
    "order", [["app_uninstalled", "tokens_revoked"], ["tokens_revoked", "app_uninstalled"], ["app_uninstalled"]]
)
def test_nothing_is_left_after_a_removal(guests: Guests, order: list[str]) -> None:
    """In either order, and the tokens of people as well."""
    guests.install(team("T1", "xoxb-of-T1", person="xoxp-of-U1"))
    guests.install(team("T2", "xoxb-of-T2"))

    for kind in order:
        assert guests.running.delivery.event(departure(kind, time.time() + 1)).acknowledged

    # Whoever asked while it was there would have it remembered for a minute.
    eventually(lambda: guests.places() == ["T2"])
    eventually(lambda: guests.is_forgotten("T1"))
    guests.running.delivery.event(mention("T2"))
    assert guests.credentials_of_reply() == "Bearer xoxb-of-T2"


def test_an_organizations_removal_ends_its_own_installation_only(guests: Guests) -> None:
    """Slack's event of an organization names no workspace."""
    guests.install(organization("E1", "xoxb-of-E1"))
    guests.install(team("T1", "xoxb-of-T1"))
    removal = {**departure("app_uninstalled", time.time() + 1), "team_id": None, "enterprise_id": "E1"}

    guests.running.delivery.event(removal)

    eventually(lambda: guests.places() == ["T1"])


def test_a_late_event_ends_no_newer_installation(slack: PretendSlack, guests: Guests) -> None:
    guests.install(team("T1", "xoxb-of-T1"))

    guests.running.delivery.event(departure("app_uninstalled", time.time() - 3_600))

    eventually(lambda: len(slack.calls_to("auth.test")) == 1)
    guests.running.delivery.event(mention("T1"))
    assert guests.credentials_of_reply() == "Bearer xoxb-of-T1"


def test_a_late_event_ends_what_slack_takes_no_more(slack: PretendSlack, guests: Guests) -> None:
    """This machine's clock may be wrong; Slack knows."""
    guests.install(team("T1", "xoxb-of-T1"))
    slack.refuse("auth.test", "account_inactive")

    guests.running.delivery.event(departure("app_uninstalled", time.time() - 3_600))

    eventually(lambda: guests.places() == [])
    eventually(lambda: guests.is_forgotten("T1"))


def test_a_token_that_expires_is_exchanged_once(slack: PretendSlack, guests: Guests) -> None:
    guests.install(expiring("xoxe.xoxb-1", "xoxe-1-first", 60))
    slack.answer("oauth.v2.access", json.dumps(expiring("xoxe.xoxb-2", "xoxe-1-second", 43_200)))

    for _ in range(3):
        guests.running.delivery.event(mention("T1"))
        assert guests.credentials_of_reply() == "Bearer xoxe.xoxb-2"

    _, exchange = slack.calls_to("oauth.v2.access")
    assert exchange.body == {"grant_type": "refresh_token", "refresh_token": "xoxe-1-first"}


def test_a_token_is_used_as_long_as_it_is_good(
    slack: PretendSlack, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(for_a_minute, "SECONDS", 3_600)  # however busy the machine is
    guests.install(expiring("xoxe.xoxb-1", "xoxe-1-first", 1_800))
    slack.refuse("oauth.v2.access", "invalid_refresh_token")

    for _ in range(2):
        guests.running.delivery.event(mention("T1"))
        assert guests.credentials_of_reply() == "Bearer xoxe.xoxb-1"

    assert len(slack.calls_to("oauth.v2.access")) == 2  # Slack is not asked each time


def test_a_token_that_slack_gives_no_new_one_for_ends_its_installation(slack: PretendSlack, guests: Guests) -> None:
    guests.install(expiring("xoxe.xoxb-1", "xoxe-1-first", 0))
    slack.refuse("oauth.v2.access", "invalid_refresh_token")

    assert guests.is_forgotten("T1")
    assert guests.is_forgotten("T1")

    assert len(slack.calls_to("oauth.v2.access")) == 2  # Slack is not asked for ever
