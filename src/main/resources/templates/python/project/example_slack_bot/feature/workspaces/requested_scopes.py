"""What the app asks for when it is installed: what its manifest lists."""

import json
from dataclasses import dataclass
from pathlib import Path

from ...runtime.startup_error import failed

# In the folder that start.sh makes the current one.
_MANIFEST = Path(".slack/manifest.json")


@dataclass(frozen=True)
class RequestedScopes:
    bot: list[str]
    """Of the bot."""
    user: list[str]
    """Of the person who installs it; usually none."""


def scopes_of_manifest() -> RequestedScopes:
    """Raises StartupError when there is none."""
    try:
        scopes = json.loads(_MANIFEST.read_text(encoding="utf-8"))["oauth_config"]["scopes"]
        return RequestedScopes(scopes["bot"], scopes.get("user", []))
    except (OSError, ValueError, KeyError) as error:
        raise failed(f"{_MANIFEST}, which says what to ask for, cannot be read: {error}") from error
