"""What Lambda calls."""

import os
from typing import Any

from ... import bot, settings
from ...runtime import launcher
from ...runtime.startup_error import StartupError
from .bot_function import BotFunction, Context
from .http_event import Event
from .self_invoker import Invoker


def _begun() -> BotFunction:
    launcher.log_to_standard_output()
    # A file would be one process's, and Lambda runs several.
    made = bot.function(
        settings.read({**os.environ, "SLACK_TRANSPORT": "events-api", "DATA_DIR": ""}), Invoker(os.environ)
    )
    made.wake()
    return made


# Before the first invocation, since it counts within the three seconds that Slack waits.
_BOT = launcher.or_end(_begun)


def handler(event: Event, context: Context) -> dict[str, Any]:
    """The event is a request, or the bot's own wish to go on.

    A refused token ends the process: Lambda starts another one, and its log says why.
    """
    try:
        return _BOT.invoked(event, context)
    except StartupError as error:
        launcher.end_for(error)
