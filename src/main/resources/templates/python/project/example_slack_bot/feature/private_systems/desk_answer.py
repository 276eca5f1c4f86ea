"""What the bot says, in Slack's markup, and to whom."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """To the one who asked; whatever was clicked stays as it is."""

    text: str


@dataclass(frozen=True)
class Done:
    """In the place of what was clicked."""

    text: str


@dataclass(frozen=True)
class Confirmation:
    """To the one who asked, with a button to confirm and one to let it be."""

    text: str
    request_id: str


@dataclass(frozen=True)
class Approval:
    """To everybody in the channel, with a button to approve and one to refuse."""

    text: str
    request_id: str


DeskAnswer = Told | Done | Confirmation | Approval
