package dev.transportadvisor.bench;

import dev.transportadvisor.scaffold.Bots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A bot that can be started.
 *
 * @param folder where it is started
 * @param environment what it needs beside what the local Slack tells it
 */
record MeasuredBot(String name, Path folder, List<String> command, Map<String, String> environment) {

    /** Over each transport. */
    Stream<BotProcess.Start> starts() {
        return Bots.TRANSPORTS.stream()
                .map(transport -> new BotProcess.Start(name, transport, folder, command, environment));
    }
}
