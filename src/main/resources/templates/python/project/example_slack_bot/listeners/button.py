"""A click on the button updates the message that holds it."""

from typing import Any

from slack_bolt import Ack, App, Respond

from ..runtime.work_queue import WorkQueue

BUTTON = "greet"


def register(app: App, work: WorkQueue) -> None:
    @app.action(BUTTON)
    def on_click(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        text = f"A very good day to you, <@{body['user']['id']}>!"

        def update() -> None:
            answer = respond(text, replace_original=True)
            if answer.status_code != 200:
                raise OSError(f"The response URL answered {answer.status_code}")

        work.submit("Answer to a button", update)
        ack()
