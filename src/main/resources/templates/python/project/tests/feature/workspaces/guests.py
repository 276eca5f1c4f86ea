"""A bot that others install, and what they and Slack do to it."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection, HTTPMessage
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from example_slack_bot.feature.workspaces.install_routes import INSTALL, REDIRECT
from example_slack_bot.runtime.transport import Kind

from tests import payloads
from tests.eventually import eventually
from tests.feature.workspaces.keys import OLD
from tests.pretend_slack import PretendSlack
from tests.running_bot import RunningBot

CLIENT_ID = "123.456"
CLIENT_SECRET = "client-secret-for-loopback"


class Page(NamedTuple):
    status: int
    headers: HTTPMessage
    body: str


class Begun(NamedTuple):
    """An installation that is under way: its state, and the cookie of the browser that has begun it."""

    state: str
    cookie: str

    @property
    def way_back(self) -> str:
        return f"{REDIRECT}?code=a-code&state={self.state}"


class Guests:
    """Those who install the bot."""

    def __init__(self, slack: PretendSlack, transport: Kind) -> None:
        self.slack = slack
        self.running = RunningBot(
            slack,
            transport,
            {
                "SLACK_BOT_TOKEN": "",
                "SLACK_CLIENT_ID": CLIENT_ID,
                "SLACK_CLIENT_SECRET": CLIENT_SECRET,
                "TOKEN_KEY": OLD,
            },
        ).wait_until_ready()
        self._replies = 0

    def install(self, answer: Mapping[str, Any]) -> Page:
        """Somebody begins, says yes, and Slack gives this for the code."""
        self.slack.answer("oauth.v2.access", json.dumps(answer))
        begun = self.begin()
        return self.get(begun.way_back, begun.cookie)

    def begin(self) -> Begun:
        link = self.get(INSTALL)
        (state,) = parse_qs(urlsplit(link.headers["location"]).query)["state"]
        return Begun(state, link.headers["set-cookie"].split(";")[0])

    def get(self, path: str, cookie: str = "", method: str = "GET") -> Page:
        connection = HTTPConnection("127.0.0.1", self.running.bot.port, timeout=60)
        try:
            connection.request(method, path, headers={"cookie": f"other=1; {cookie}"} if cookie else {})
            answer = connection.getresponse()
            return Page(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()

    def credentials_of_reply(self) -> str:
        """With which token the next reply is made."""
        self._replies += 1
        eventually(lambda: len(self.slack.calls_to("chat.postMessage")) == self._replies)
        return self.slack.calls_to("chat.postMessage")[-1].credentials

    def is_forgotten(self, workspace: str) -> bool:
        """A command of somebody there is answered so, which looks at nothing that is remembered."""
        command = {**payloads.command(self.slack.response_url), "team_id": workspace}
        answer = self.running.delivery.command(command).body
        return answer is not None and "not installed" in answer["text"]

    def places(self) -> list[str]:
        """Where the database has a token for, a bot's or a person's."""
        with closing(sqlite3.connect(f"{self.running.data}/installations.db")) as database:
            return [row[0] for row in database.execute("select installed_in from slack_token")]


def team(of: str, token: str, person: str | None = None, name: str | None = None) -> dict[str, Any]:
    """What Slack gives for a workspace's yes."""
    return {
        "ok": True,
        "access_token": token,
        "bot_user_id": "U0BOT",
        "is_enterprise_install": False,
        "team": {"id": of, "name": name or f"Team {of}"},
        "enterprise": None,
        "authed_user": {"id": "U1", **({"access_token": person} if person else {})},
    }


def organization(of: str, token: str) -> dict[str, Any]:
    """What Slack gives for an organization's yes."""
    return {
        **team(of, token),
        "is_enterprise_install": True,
        "team": None,
        "enterprise": {"id": of, "name": "Org"},
    }


def expiring(token: str, refresh: str, seconds: int) -> dict[str, Any]:
    """A token that has to be exchanged."""
    return {**team("T1", token), "refresh_token": refresh, "expires_in": seconds}


def mention(team_id: str, enterprise: str | None = None, is_org_wide: bool = False) -> dict[str, Any]:
    return {
        **payloads.mention("hi"),
        "team_id": team_id,
        "authorizations": [
            {
                "enterprise_id": enterprise,
                "team_id": None if is_org_wide else team_id,
                "user_id": "U0BOT",
                "is_bot": True,
                "is_enterprise_install": is_org_wide,
            }
        ],
    }


def departure(kind: str, at: float) -> dict[str, Any]:
    """Slack's word that the first workspace has removed the app."""
    revoked = {"tokens": {"oauth": ["U1"], "bot": ["U0BOT"]}} if kind == "tokens_revoked" else {}
    return {**payloads.event(type=kind, **revoked), "team_id": "T1", "event_time": int(at)}
