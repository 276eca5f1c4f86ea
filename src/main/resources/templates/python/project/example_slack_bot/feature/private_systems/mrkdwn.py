"""Text from elsewhere in Slack's markup: https://docs.slack.dev/messaging/formatting-message-text#escaping"""

import re

# A section takes 3,000 characters.
LONGEST = 2_900

# What turns the direction of text could show somebody who decides another text than the one that counts.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escaped(text: str) -> str:
    """Mentions nobody, links nowhere, hides nothing, and fits into a section."""
    plain = _TURNING.sub("", text.encode(errors="replace").decode())  # half a character cannot be sent
    safe = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe if len(safe) <= LONGEST else re.sub("&[a-z]{0,3}$", "", safe[:LONGEST]) + " ..."
