"""How long what is done stays: as long as Slack may repeat it."""

import math
import time
from datetime import timedelta
from threading import Lock

from .store import InboxStore

# Slack repeats for up to 24 hours where Delayed Events are on.
MEMORY = timedelta(hours=25)
CLEANING_SECONDS = 600.0


class Retention:
    def __init__(self) -> None:
        self._cleaning = Lock()
        self._cleaned = -math.inf

    def clean(self, store: InboxStore) -> None:
        """Forgets what is older, unless that was done a short while ago. Raises StoreTrouble."""
        with self._cleaning:
            if time.monotonic() - self._cleaned < CLEANING_SECONDS:
                return
            self._cleaned = time.monotonic()
        store.forget_older_than(MEMORY)
