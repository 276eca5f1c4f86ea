#!/bin/sh
# Starts the bot; README.md says what has to be in the environment.
# With CDPATH, cd could go elsewhere.
CDPATH= cd -- "$(dirname -- "$0")" || exit

[ -d node_modules ] || {
    echo "node_modules is missing. Install what the bot needs: npm ci" >&2
    exit 2
}

# region lambda
# As Lambda runs it; over a socket, which a function cannot hold, as any other process.
[ "${SLACK_TRANSPORT:-events-api}" != events-api ] || exec node feature/lambda/local/run-bridge.js
# endregion
# With exec, Node.js gets the signals; npm would not pass them on in every case.
exec node app.js
