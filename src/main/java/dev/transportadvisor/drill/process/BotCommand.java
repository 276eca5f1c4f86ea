package dev.transportadvisor.drill.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a bot is started.
 *
 * @param directory where it is started
 * @param environment what it finds in its environment beside what the drill sets
 */
public record BotCommand(List<String> command, Path directory, Map<String, String> environment) {

    /** How a scaffolded bot is told where to store what it must not forget. */
    public static final String DATA_DIR = "DATA_DIR";

    private static final Set<String> STORES = Set.of(DATA_DIR, "DATABASE_URL");

    /** A command as it stands in a file for a shell to read. */
    public static BotCommand shell(String line, Path directory, Map<String, String> environment) {
        return new BotCommand(List.of("sh", "-c", line), directory, environment);
    }

    /** Whether somebody has said where the bot stores things: there all its processes come together. */
    public boolean hasStore() {
        return STORES.stream().anyMatch(name -> environment.containsKey(name) || System.getenv().containsKey(name));
    }
}
