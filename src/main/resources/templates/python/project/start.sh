#!/bin/sh
# Starts the bot; README.md says how.
# With CDPATH, cd could go elsewhere.
CDPATH= cd -- "$(dirname -- "$0")" || exit
[ -x .venv/bin/python ] || {
    echo ".venv is missing. Make it: python3 -m venv .venv && .venv/bin/pip install --quiet --editable '.[dev]'" >&2
    exit 2
}

# What a process writes must be there when it ends.
export PYTHONUNBUFFERED=1
# region lambda
# As Lambda runs it; over a socket, which a function cannot hold, as any other process.
[ "${SLACK_TRANSPORT:-events-api}" != events-api ] || exec .venv/bin/python -m example_slack_bot.feature.lambda_.local
# endregion
# With exec, Python gets the signals.
exec .venv/bin/python -m example_slack_bot
