"""The slash command. Reply and button ride in the acknowledgement: one answer, nothing to queue."""

from typing import Any

from slack_bolt import Ack, App

from .button import BUTTON

COMMAND = "/example-slack-bot"


def register(app: App) -> None:
    @app.command(COMMAND)
    def on_command(ack: Ack, command: dict[str, Any]) -> None:
        ack(
            response_type="ephemeral",
            text=f"Hello <@{command['user_id']}>!",
            blocks=[
                {"type": "section", "text": {"type": "plain_text", "text": "Shall I greet you properly?"}},
                {
                    "type": "actions",
                    "elements": [
                        {
                            "type": "button",
                            "action_id": BUTTON,
                            "text": {"type": "plain_text", "text": "Yes, please"},
                        }
                    ],
                },
            ],
        )
