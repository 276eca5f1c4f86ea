"""What the bot does. A listener returns at once and leaves everything slow to the work queue.

The place for one more: a module beside these, its line in `register`, its event or command and its scope in
manifest.yaml, a case in tests/test_bot.py.
"""

from slack_bolt import App

from ..runtime.work_queue import WorkQueue
from . import button, command, mention


def register(app: App, work: WorkQueue) -> None:
    mention.register(app, work)
    command.register(app)
    button.register(app, work)
