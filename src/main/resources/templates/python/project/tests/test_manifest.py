"""The app's settings in Slack and the code belong together."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from example_slack_bot.listeners.command import COMMAND
from example_slack_bot.settings import DEFAULT_TRANSPORT

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def manifest() -> dict[str, Any]:
    return dict(yaml.safe_load((PROJECT / "manifest.yaml").read_text()))


def test_the_slack_cli_reads_the_same_manifest(manifest: dict[str, Any]) -> None:
    assert json.loads((PROJECT / ".slack/manifest.json").read_text()) == manifest


def test_the_manifest_is_for_the_default_transport(manifest: dict[str, Any]) -> None:
    assert manifest["settings"]["socket_mode_enabled"] == (DEFAULT_TRANSPORT == "socket-mode")


def test_the_manifest_has_what_the_listeners_need(manifest: dict[str, Any]) -> None:
    assert "app_mention" in manifest["settings"]["event_subscriptions"]["bot_events"]
    assert {"app_mentions:read", "chat:write", "commands"} <= set(manifest["oauth_config"]["scopes"]["bot"])
    assert manifest["settings"]["interactivity"]["is_enabled"]
    assert COMMAND in [command["command"] for command in manifest["features"]["slash_commands"]]
