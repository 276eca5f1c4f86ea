"""The transport that the bot was made for; SLACK_TRANSPORT overrules it."""

TRANSPORT = "events-api"
