#!/usr/bin/env bash
# Runs `transport-advisor lint` from a clone of this repository, which the GitHub action and the pre-commit hook are.
# The first run installs the program from npm, in seconds and without Java. TRANSPORT_ADVISOR_PACKAGES names other
# packages, or their files, one a line; TRANSPORT_ADVISOR names a program that is there already.
set -euo pipefail

if [ -n "${TRANSPORT_ADVISOR:-}" ]; then
  # A program that cannot start may end with 1, as findings do.
  if ! "$TRANSPORT_ADVISOR" --version >/dev/null 2>&1; then
    echo "error: $TRANSPORT_ADVISOR, which TRANSPORT_ADVISOR names, does not start: it has to be there and whole." >&2
    exit 2
  fi
  exec "$TRANSPORT_ADVISOR" lint "$@"
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
installed=$root/target/lint
if [ ! -d "$installed" ]; then
  if ! command -v npm >/dev/null; then
    echo "error: transport-advisor is installed with npm, and there is no npm on the path." >&2
    exit 2
  fi
  packages=()
  while IFS= read -r package || [ -n "$package" ]; do
    if [ -n "$package" ]; then packages+=("$package"); fi
  done <<< "${TRANSPORT_ADVISOR_PACKAGES:-@owner/transport-advisor@0.1.0}"
  echo "Installing transport-advisor, for the first run only …" >&2
  # Standard output belongs to the report. It gets its name when it is whole.
  mkdir -p "$installed.$$"
  if ! npm install --prefix "$installed.$$" --ignore-scripts --no-audit --no-fund --silent "${packages[@]}" >&2; then
    rm -rf "$installed.$$"
    echo "error: npm could not install ${packages[*]}." >&2
    exit 2
  fi
  mv "$installed.$$" "$installed"
fi

exec "$installed/node_modules/.bin/transport-advisor" lint "$@"
