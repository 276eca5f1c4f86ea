"""One thing that people may ask of a system: a question or a change.

What it says is plain text; who sends it on escapes it for Slack.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

# What follows the name of an operation.
Words = Sequence[str]


class SystemTrouble(Exception):
    """A system did not do what it was asked. The text is one sentence for the person who asked, without any secret."""


class Operation(ABC):
    name: str
    """The first word of the command, and the key in permissions.yaml."""

    usage: str
    """How to ask for it, without the bot's name."""

    @abstractmethod
    def accepts(self, words: Words) -> bool:
        """Whether the words are what it needs. Whatever it accepts is safe in a URL's path and in JSON."""


class Question(Operation):
    """Changes nothing."""

    @abstractmethod
    def answer(self, words: Words) -> str:
        """The answer to words that were accepted. Raises SystemTrouble."""


class Offer(NamedTuple):
    """What would happen."""

    text: str
    """For the person who decides."""

    pin: str = ""
    """What must be the same when it happens, such as a revision; empty where there is nothing of the kind."""


class Change(Operation):
    """Has an effect, so that it is confirmed first, and done at most once."""

    @abstractmethod
    def offer(self, words: Words) -> Offer:
        """Looks what would happen to words that were accepted, and changes nothing. Raises SystemTrouble."""

    @abstractmethod
    def carry_out(self, words: Words, pin: str, by: str) -> str:
        """Does it, and tells what came of it. Raises SystemTrouble.

        `pin` is that of the offer; `by` holds the ids of who asked and who approved, for the system's own records.
        """
