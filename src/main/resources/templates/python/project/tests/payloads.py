"""What Slack sends, shortened to what matters."""

import uuid
from typing import Any

from example_slack_bot.listeners.command import COMMAND


def mention(text: str) -> dict[str, Any]:
    return event(type="app_mention", user="U1", text=text, ts="1.1", channel="C1")


def event(**fields: Any) -> dict[str, Any]:
    """An event under an id of its own."""
    return {
        "type": "event_callback",
        "team_id": "T1",
        "api_app_id": "A1",
        "event_id": f"Ev{uuid.uuid4()}",
        "event": fields,
    }


def command(response_url: str, text: str = "") -> dict[str, Any]:
    return {
        "command": COMMAND,
        "text": text,
        "user_id": "U1",
        "team_id": "T1",
        "channel_id": "C1",
        "trigger_id": str(uuid.uuid4()),
        "response_url": response_url,
    }


def click(action_id: str, response_url: str) -> dict[str, Any]:
    return {
        "type": "block_actions",
        "user": {"id": "U1"},
        "team": {"id": "T1"},
        "trigger_id": str(uuid.uuid4()),
        "response_url": response_url,
        "actions": [{"type": "button", "action_id": action_id, "block_id": "b"}],
    }
