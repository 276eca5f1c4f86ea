"""Who typed or clicked, where, as Slack says; never what a message or a button says."""

from dataclasses import dataclass, field

from slack_bolt import BoltContext
from slack_sdk import WebClient


@dataclass(frozen=True)
class Asker:
    user: str
    team: str
    is_external: bool
    """Whether they are of another workspace, from which Slack Connect brings people to a channel."""

    channel: str
    slack: WebClient = field(repr=False, compare=False)
    """The Web API of the bot's workspace."""


def asker(bot: BoltContext, user: str, team: str | None, enterprise: str | None, channel: str) -> Asker:
    """People of the bot's organization are at home, too.

    Of them, Slack may tell the organization's id in the place of the workspace's:
    https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload

    The team is that of the person, not of the message: a click from another workspace comes with the message's, as
    issue 1041 of an SDK of Slack's shows, BlockActionRequest not setting user's teamId.
    """
    is_of = bot.authorize_result
    homes = {is_of.team_id, is_of.enterprise_id} - {None} if is_of is not None else set()
    is_external = not homes & {team, enterprise}
    home = "" if is_of is None else is_of.team_id or ""
    assert bot.client is not None
    return Asker(user, (team or "") if is_external else home, is_external, channel, bot.client)
