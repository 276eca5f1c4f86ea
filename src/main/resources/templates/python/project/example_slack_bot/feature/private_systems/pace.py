"""How much one person may ask: nobody keeps the systems, or the audit channel, busy alone.

Whether they may do anything does not matter, since a denial takes work, too.
"""

import time
from collections.abc import Callable

from .asker import Asker
from .forgetful import Expiring

# Words and clicks of one person in a minute that begins with the first of them.
MOST = 20


class Pace:
    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._asked: Expiring[int] = Expiring(60, 10_000, clock)

    def allows(self, asker: Asker) -> bool:
        return self._asked.change(f"{asker.team} {asker.user}", lambda times: times + 1, 0) <= MOST
