"""The process: python -m example_slack_bot."""

import os

from . import bot, settings
from .runtime import launcher

if __name__ == "__main__":
    launcher.run(lambda: bot.of(settings.read(os.environ)))
