"""The bot against a pretend Slack on loopback. No test needs a token or a network."""
