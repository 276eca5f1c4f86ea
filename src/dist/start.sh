# The rest of what starts Transport Advisor, for the archive and for npm's package. home is the folder above this one's.

fail() {
    printf 'error: %s\n' "$1" >&2
    exit 2
}

# Java would read from, or write to, whatever file it opens first in the place of a closed one.
{ true 9<&0; } 2>/dev/null || exec </dev/null
true 9>&2 || exec 2>/dev/null

[ -z '@loader@' ] || [ -e '@loader@' ] ||
    fail 'This Transport Advisor needs glibc, whose @loader@ is not here: on musl, as in Alpine, run its jar with Java 17 or newer.'
[ "$PWD" -ef . ] || env pwd -P >/dev/null 2>&1 ||
    fail 'The current folder is not there any more: change to one that is.'
case $home in
    /*) ;;
    *) home=$PWD/$home ;;
esac
case $home in
    *:*) fail "Java takes : for the end of a path, so $home cannot be started: move it to a path without one." ;;
esac

# Java takes the encoding of file names from the locale. In that of C it would know no letters beyond ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# As the user can call it again: by its name, unless only npx knows it.
program=$0
[ "${npm_command:-}" = exec ] || case :$PATH: in
    *:"${0%/*}":*) [ "$(command -v -- "${0##*/}")" != "$0" ] || program=${0##*/} ;;
esac

# What runs for long is worth Java's second compiler, and early compilation.
compiler=
case ${1:-} in
    simulate | drill) compiler='-XX:TieredStopAtLevel=4 -XX:CompileThresholdScaling=1' ;;
esac
exec "$home/runtime/bin/java" $compiler "-Dtransport-advisor.program=$program" -m dev.transportadvisor "$@"
