#!/bin/sh
# Starts the bot; README.md says what has to be in the environment.
# With CDPATH, cd could go elsewhere.
CDPATH= cd -- "$(dirname -- "$0")" || exit

[ -d node_modules ] || {
    echo "node_modules is missing. Install what the bot needs: npm ci" >&2
    exit 2
}

# With exec, Node.js gets the signals; npm would not pass them on in every case.
exec node app.js
