"""What somebody's browser sees who installs the bot."""

from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

import pytest

from example_slack_bot.feature.workspaces.install_routes import COOKIE, INSTALL, MOST, REDIRECT
from example_slack_bot.runtime.transport import Kind

from tests.feature.workspaces.guests import CLIENT_ID, CLIENT_SECRET, Guests, team
from tests.pretend_slack import PretendSlack


@pytest.fixture
def guests(slack: PretendSlack) -> Iterator[Guests]:
    """Over a socket, so that nothing but health and these routes is at the port."""
    guests = Guests(slack, Kind.SOCKET_MODE)
    yield guests
    slack.tokens_allowed.set()
    guests.running.close()


def test_the_link_leads_to_slack_with_the_scopes_of_the_manifest(slack: PretendSlack, guests: Guests) -> None:
    link = guests.get(INSTALL)

    assert link.status == 302
    page, _, query = link.headers["location"].partition("?")
    assert page == slack.api_url.replace("/api", "/oauth/v2/authorize")
    assert f"client_id={CLIENT_ID}" in query
    assert "scope=app_mentions%3Aread%2Cchat%3Awrite%2Ccommands" in query
    for attribute in ["__Host-", "Path=/;", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=600"]:
        assert attribute in link.headers["set-cookie"]


def test_the_app_proves_who_it_is_to_slack(slack: PretendSlack, guests: Guests) -> None:
    page = guests.install(team("T1", "xoxb-of-T1"))

    assert page.status == 200
    assert "Installed in Team T1." in page.body
    assert f"{COOKIE}=; Max-Age=0;" in page.headers["set-cookie"]
    (exchange,) = slack.calls_to("oauth.v2.access")
    assert exchange.body["code"] == "a-code"
    assert exchange.credentials == "Basic " + b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()


def test_nobody_ends_an_installation_that_their_browser_has_not_begun(slack: PretendSlack, guests: Guests) -> None:
    own, other = guests.begin(), guests.begin()

    assert guests.get(own.way_back).status == 400  # no cookie
    assert guests.get(other.way_back, own.cookie).status == 400  # another's state
    assert guests.get(f"{REDIRECT}?code=a-code&state=guessed", f"{COOKIE}=guessed").status == 400  # never given out
    assert guests.get(f"{REDIRECT}?code=a-code", own.cookie).status == 400  # no state
    assert guests.get(f"{REDIRECT}?code=a-code&state=", f"{COOKIE}=").status == 400
    assert guests.get(f"{REDIRECT}?code=a-code&state=%FF", f"{COOKIE}=\u00ff").status == 400  # not even a text
    assert slack.calls_to("oauth.v2.access") == []


def test_a_state_is_used_once(slack: PretendSlack, guests: Guests) -> None:
    guests.install(team("T2", "xoxb-of-T2"))
    begun = guests.begin()

    assert guests.get(begun.way_back, begun.cookie).status == 200
    assert guests.get(begun.way_back, begun.cookie).status == 400
    assert len(slack.calls_to("oauth.v2.access")) == 2


def test_whoever_says_no_installs_nothing(slack: PretendSlack, guests: Guests) -> None:
    begun = guests.begin()

    page = guests.get(f"{REDIRECT}?error=access_denied&state={begun.state}", begun.cookie)

    assert page.status == 400
    assert "Nothing was installed" in page.body
    assert slack.calls_to("oauth.v2.access") == []


def test_a_code_that_slack_refuses_is_shown_to_nobody(guests: Guests, caplog: pytest.LogCaptureFixture) -> None:
    page = guests.install({"ok": False, "error": "invalid_code"})

    assert page.status == 400
    assert "a-code" not in page.body
    assert "a-code" not in caplog.text
    assert CLIENT_SECRET not in caplog.text


def test_says_so_when_slack_fails(slack: PretendSlack, guests: Guests, caplog: pytest.LogCaptureFixture) -> None:
    begun = guests.begin()
    slack.once("oauth.v2.access", 502, "xoxb-in-clear")

    page = guests.get(begun.way_back, begun.cookie)

    assert page.status == 503
    assert "in-clear" not in page.body + caplog.text


def test_no_page_is_kept_or_framed(guests: Guests) -> None:
    page = guests.install(team("T1", "xoxb-of-T1", name="<script>alert(1)</script>"))

    assert "<script>" not in page.body
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_where_too_many_come_the_last_is_told_so_at_once(slack: PretendSlack, guests: Guests) -> None:
    """Anybody may ask for an installation: the bot's threads and its database are for Slack first."""
    guests.install(team("T1", "xoxb-of-T1"))
    slack.tokens_allowed.clear()
    all_begun = [guests.begin() for _ in range(MOST + 1)]
    with ThreadPoolExecutor(MOST + 1) as browsers:
        pages = [browsers.submit(guests.get, begun.way_back, begun.cookie) for begun in all_begun]
        (first, *_), _ = wait(pages, return_when=FIRST_COMPLETED)
        slack.tokens_allowed.set()

    assert first.result().status == 503
    assert "Too many" in first.result().body
    assert sorted(page.result().status for page in pages) == [200] * MOST + [503]


def test_the_routes_are_for_browsers_only(guests: Guests) -> None:
    page = guests.get(INSTALL, method="POST")

    assert page.status == 405
    assert page.headers["allow"] == "GET"
