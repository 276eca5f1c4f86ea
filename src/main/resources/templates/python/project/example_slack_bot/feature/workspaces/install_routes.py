"""The way in for those who install the app: https://docs.slack.dev/authentication/installing-with-oauth

INSTALL sends them to Slack, which asks them and sends them back to REDIRECT. A state goes with them, once in the
address and once in a cookie of their browser: nobody can make another's browser end an installation that it has not
begun.
"""

import asyncio
import hmac
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import escape
from urllib.parse import parse_qsl, urlencode, urljoin

from ...runtime.http_server import HttpAnswer, HttpRequest, HttpServer, Route
from ..inbox.store import StoreTrouble
from .installed_tokens import InstalledTokens
from .oauth_client import AppCredentials, OAuthClient, SlackTrouble, TokenRefused
from .oauth_states import OAuthStates
from .requested_scopes import RequestedScopes

_LOG = logging.getLogger(__name__)

INSTALL = "/slack/install"
REDIRECT = "/slack/oauth_redirect"

# With this prefix no other host of the domain can set it: RFC 6265bis, section 4.1.3.
COOKIE = "__Host-slack-install"

# At work side by side: anybody may ask, and must take neither threads nor connections from Slack's requests.
MOST = 8

_LIFE = timedelta(minutes=10)

# No page of these may be kept, framed, or name its address to another site: it may hold a code.
_HEADERS = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
}

_Step = Callable[[HttpRequest], HttpAnswer]


class InstallRoutes:
    def __init__(
        self,
        api_url: str,
        credentials: AppCredentials,
        scopes: RequestedScopes,
        states: OAuthStates,
        tokens: InstalledTokens,
        slack: OAuthClient,
    ) -> None:
        self._authorize_page = urljoin(api_url, "../oauth/v2/authorize")
        self._credentials = credentials
        self._scopes = scopes
        self._states = states
        self._tokens = tokens
        self._slack = slack
        self._threads = ThreadPoolExecutor(MOST, "install")
        self._at_work = 0  # known to the web server's thread alone

    def mount(self, http: HttpServer) -> None:
        http.mount(INSTALL, self._route(self._install))
        http.mount(REDIRECT, self._route(self._come_back))

    def _route(self, step: _Step) -> Route:
        async def answer(request: HttpRequest) -> HttpAnswer:
            if request.method != "GET":
                return HttpAnswer(405, headers={**_HEADERS, "allow": "GET"})
            if self._at_work >= MOST:
                return _page(503, "Too many come at once. Please try again in a moment.")
            self._at_work += 1
            try:
                return await asyncio.get_running_loop().run_in_executor(self._threads, _taken, step, request)
            finally:
                self._at_work -= 1

        return answer

    def _install(self, request: HttpRequest) -> HttpAnswer:
        state = self._states.begin(_LIFE)
        parameters = {"client_id": self._credentials.client_id, "scope": ",".join(self._scopes.bot)}
        if self._scopes.user:
            parameters["user_scope"] = ",".join(self._scopes.user)
        parameters["state"] = state
        if self._credentials.redirect_uri is not None:
            parameters["redirect_uri"] = self._credentials.redirect_uri
        location = f"{self._authorize_page}?{urlencode(parameters)}"
        return HttpAnswer(302, headers={**_HEADERS, "location": location, "set-cookie": _cookie(state, _LIFE)})

    def _come_back(self, request: HttpRequest) -> HttpAnswer:
        """The state first: nothing else of a request that somebody else has made is looked at."""
        parameters = dict(parse_qsl(request.query))
        state = parameters.get("state", "")
        if not _is_from_this_browser(request, state) or not self._states.take(state):
            return _page(
                400,
                f'This installation was begun elsewhere, or is over. Please <a href="{INSTALL}">begin again</a>.',
            )
        answer = self._end(parameters.get("code", ""))
        return HttpAnswer(answer.status, answer.body, {**answer.headers, "set-cookie": _cookie("", timedelta())})

    def _end(self, code: str) -> HttpAnswer:
        if not code:
            return _page(400, f'Nothing was installed. <a href="{INSTALL}">Begin again</a>?')
        try:
            installed = self._slack.exchange(code)
        except TokenRefused as refusal:
            _LOG.warning("Slack refused an installation: %s", refusal)
            return _page(400, f'Slack refused the installation. <a href="{INSTALL}">Begin again</a>?')
        self._tokens.save(installed)
        _LOG.info("Installed in %s", installed.installed_in)
        return _page(200, f"Installed in {escape(str(installed.name))}. You can close this page and go back to Slack.")


def _taken(step: _Step, request: HttpRequest) -> HttpAnswer:
    try:
        return step(request)
    except (SlackTrouble, StoreTrouble) as trouble:
        _LOG.error("An installation failed: %s", trouble)
        return _page(503, "This did not work. Please try again later.")


def _is_from_this_browser(request: HttpRequest, state: str) -> bool:
    """Takes as long for a near miss as for a wild guess."""
    own = f"{COOKIE}={state}".encode()
    cookies = request.headers.get("cookie", "").split(";")
    return bool(state) and any(hmac.compare_digest(cookie.strip().encode(), own) for cookie in cookies)


def _cookie(value: str, life: timedelta) -> str:
    """Lax: the browser sends it along when Slack's page leads back here, and with nothing that a page loads."""
    seconds = int(life.total_seconds())
    return f"{COOKIE}={value}; Max-Age={seconds}; Path=/; Secure; HttpOnly; SameSite=Lax"


def _page(status: int, content: str) -> HttpAnswer:
    body = f'<!doctype html><html lang="en"><title>Installation</title><body><p>{content}</p></body></html>\n'
    return HttpAnswer(status, body, {**_HEADERS, "content-type": "text/html; charset=utf-8"})
