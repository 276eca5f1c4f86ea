"""The bot of the benchmark: one listener, which acknowledges, and takes its time when it is told so."""

import os
import time

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

app = App(
    client=WebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"]),
    signing_secret=os.environ["SLACK_SIGNING_SECRET"],
)


@app.event("message")
def on_message(event):
    if event["text"] == "slow":
        time.sleep(0.05)


if os.environ["SLACK_TRANSPORT"] == "socket-mode":
    SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).start()
else:
    app.start(port=int(os.environ["PORT"]))
