"""The app as others install it, each with a token of their own."""

import re
from dataclasses import dataclass

from ...runtime.bolt_app import BoltApp
from ...runtime.environment import Environment
from ...runtime.http_server import HttpServer
from ..inbox.database import Database
from .departures import Departures
from .install_routes import REDIRECT, InstallRoutes
from .installed_tokens import InstalledTokens
from .key_ring import KeyRing
from .oauth_client import AppCredentials, OAuthClient
from .oauth_states import OAuthStates
from .requested_scopes import scopes_of_manifest
from .token_of_request import TokenOfRequest
from .token_store import TokenStore

_CLIENT_ID = r"[0-9]+\.[0-9]+"
_SECRET = r"[!-~]{16,}"
_REDIRECT = r"https?://[!-~]+" + re.escape(REDIRECT)
_KEYS = r"[A-Za-z0-9+/=, ]+"
_KEYS_EXPECTED = (
    "32 random bytes in Base64, as openssl rand -base64 32 prints them; behind a comma, older ones that are still to be"
    " read with"
)


@dataclass(frozen=True)
class Workspaces:
    credentials: AppCredentials
    keys: KeyRing

    def app(self, database: Database, http: HttpServer, api_url: str) -> BoltApp:
        """The app for all its installations, kept in this database; the server gets the routes of installing."""
        slack = OAuthClient(api_url, self.credentials)
        store = TokenStore(database, self.keys)
        tokens = InstalledTokens(store, slack)
        states = OAuthStates(database)
        InstallRoutes(api_url, self.credentials, scopes_of_manifest(), states, tokens, slack).mount(http)
        app = BoltApp(TokenOfRequest(tokens), api_url)
        Departures(store, tokens, slack).register(app.app)
        return app


def read(environment: Environment) -> Workspaces | None:
    """None without SLACK_CLIENT_ID: then the bot is at home in one workspace."""
    if not environment.value("SLACK_CLIENT_ID", ""):
        return None
    redirect_uri = None
    if environment.value("SLACK_REDIRECT_URI", ""):
        redirect_uri = environment.secret(
            "SLACK_REDIRECT_URI", _REDIRECT, f"one of the manifest's redirect_urls, which end with {REDIRECT}"
        )
    from_basic_information = "from Basic Information in the app's settings"
    credentials = AppCredentials(
        environment.secret(
            "SLACK_CLIENT_ID", _CLIENT_ID, f"two numbers with a dot between them, {from_basic_information}"
        ),
        environment.secret(
            "SLACK_CLIENT_SECRET", _SECRET, f"at least 16 characters without spaces, {from_basic_information}"
        ),
        redirect_uri,
    )
    keys = _keys(environment, environment.secret("TOKEN_KEY", _KEYS, _KEYS_EXPECTED))
    return None if keys is None else Workspaces(credentials, keys)


def _keys(environment: Environment, encoded: str) -> KeyRing | None:
    if not re.fullmatch(_KEYS, encoded):
        return None  # said already
    try:
        return KeyRing(encoded)
    except ValueError:
        environment.wrong("TOKEN_KEY", _KEYS_EXPECTED)
        return None
