package dev.transportadvisor.drill.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a bot is started.
 *
 * @param directory where it is started
 * @param environment what it finds in its environment beside what the drill sets
 */
public record BotCommand(List<String> command, Path directory, Map<String, String> environment) {

    /** A command as it stands in a file for a shell to read. */
    public static BotCommand shell(String line, Path directory, Map<String, String> environment) {
        return new BotCommand(List.of("sh", "-c", line), directory, environment);
    }
}
