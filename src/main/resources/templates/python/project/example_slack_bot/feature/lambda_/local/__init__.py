"""Lambda on one machine: python -m example_slack_bot.feature.lambda_.local."""
