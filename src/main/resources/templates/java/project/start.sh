#!/bin/sh
# Starts the bot, fast and in little memory; README.md says how.
#
#   ./start.sh            starts it; when there is no archive yet, one is made in the background for the next start
#   ./start.sh --archive  makes the archive and starts nothing
# With CDPATH, cd could go elsewhere.
CDPATH= cd -- "$(dirname -- "$0")" || exit
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
bot=target/example-slack-bot

# Java's log is for people who look into Java itself; without this, JDK 17 writes about archives to standard output.
quiet='-Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr'

[ -r $bot.jar ] || {
    echo "$bot.jar is missing. Build it: mvn -q package" >&2
    exit 2
}

# Under another name first: whoever starts meanwhile sees all of it or nothing.
make_archive() {
    # In a container image there are no tests, and the list of classes was brought along.
    if [ -d target/test-classes ]; then
        nice "$java" $quiet -Xshare:off -XX:DumpLoadedClassList=$bot.classes.$$ \
            -cp target/test-classes:$bot.jar com.example.slackbot.Rehearsal && mv -f $bot.classes.$$ $bot.classes
    fi
    nice "$java" $quiet -Xshare:dump -XX:SharedClassListFile=$bot.classes \
        -XX:SharedArchiveFile=$bot.jsa.$$ -cp $bot.jar && mv -f $bot.jsa.$$ $bot.jsa
    made=$?
    rm -f $bot.*.$$
    return $made
}

if [ "${1:-}" = --archive ]; then
    make_archive >/dev/null
    exit
fi
[ $bot.jsa -nt $bot.jar ] || (make_archive </dev/null >/dev/null 2>&1 &)

# Measured: the serial collector needs the least memory. The second compiler costs more than it gains, and so does the
# first one in code that runs only a few times, as most of the start does.
fast='-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5 -XX:+UseSerialGC -Xmx96m -XX:-UsePerfData'

# An archive of another Java or another jar is left aside. With -jar, Java would read the jar's thousands of entries
# once more. With exec, Java gets the signals.
exec "$java" $quiet $fast -XX:SharedArchiveFile=$bot.jsa ${JAVA_OPTS:-} -cp $bot.jar com.example.slackbot.Main
