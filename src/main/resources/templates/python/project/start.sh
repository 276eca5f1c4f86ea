#!/bin/sh
# Starts the bot; README.md says how.
# With CDPATH, cd could go elsewhere.
CDPATH= cd -- "$(dirname -- "$0")" || exit
[ -x .venv/bin/python ] || {
    echo ".venv is missing. Make it: python3 -m venv .venv && .venv/bin/pip install --quiet --editable '.[dev]'" >&2
    exit 2
}

# What a process writes must be there when it ends. With exec, Python gets the signals.
exec env PYTHONUNBUFFERED=1 .venv/bin/python -m example_slack_bot
