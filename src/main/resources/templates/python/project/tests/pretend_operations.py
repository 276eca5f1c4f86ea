# region private-systems
"""Something that anybody may ask, and something that is better not done twice."""

from threading import Lock

from example_slack_bot.feature.private_systems import Change, Offer, Question, SystemTrouble, Words


class Weather(Question):
    """Of a system that says what it likes."""

    name = "weather"
    usage = "weather"

    def __init__(self, says: str) -> None:
        self._says = says

    def accepts(self, words: Words) -> bool:
        return not words

    def answer(self, words: Words) -> str:
        return self._says


class Countdown(Change):
    """`launch now`, say."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.usage = f"{name} now"
        self.done = 0
        self.target = ""
        """What changes between the question and the click, if anything does."""
        self._lock = Lock()

    def accepts(self, words: Words) -> bool:
        return len(words) == 1

    def offer(self, words: Words) -> Offer:
        if words[0] == "never":
            raise SystemTrouble("It cannot go off <!channel>.")
        return Offer(f"It goes off now{self.target}.", self.target)

    def carry_out(self, words: Words, pin: str, by: str) -> str:
        with self._lock:
            self.done += 1
        if words[0] == "broken":
            raise RuntimeError("a mistake in the code")
        return f"It is done{pin} for {by}"
# endregion
