#!/usr/bin/env bash
# Runs `transport-advisor lint` from a clone of this repository, which the GitHub action and the pre-commit hook are.
# The first run builds the program; it needs a JDK 17 or newer and Maven. TRANSPORT_ADVISOR_JAR names a jar that is
# built already.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)

if [ -n "${TRANSPORT_ADVISOR_JAR:-}" ]; then
  # Where Java cannot start, it ends with 1, as findings do.
  if ! java -jar "$TRANSPORT_ADVISOR_JAR" --version >/dev/null 2>&1; then
    echo "error: Java does not start $TRANSPORT_ADVISOR_JAR, which TRANSPORT_ADVISOR_JAR names: the jar has to be there" \
      "and whole, and Java 17 or newer." >&2
    exit 2
  fi
  exec java -jar "$TRANSPORT_ADVISOR_JAR" lint "$@"
fi

program=$root/target/transport-advisor
if [ ! -f "$program" ]; then
  if ! command -v mvn >/dev/null; then
    echo "error: transport-advisor is built with Maven, and there is no mvn on the path." >&2
    exit 2
  fi
  echo "Building transport-advisor, for the first run only …" >&2
  # Standard output belongs to the report.
  if ! (cd "$root" && mvn -B -q -ntp package -DskipTests) >&2; then
    echo "error: transport-advisor could not be built in $root." >&2
    exit 2
  fi
fi

exec "$program" lint "$@"
