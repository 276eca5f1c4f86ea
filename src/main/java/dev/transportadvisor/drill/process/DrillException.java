package dev.transportadvisor.drill.process;

import java.util.List;
import java.util.Optional;

/** The bot cannot be drilled: it does not build, does not start, never connects. */
public final class DrillException extends RuntimeException {

    private final transient Optional<List<String>> log;

    /**
     * Nothing could be started.
     *
     * @param message one sentence for people, and what to do
     */
    public DrillException(String message) {
        super(message);
        log = Optional.empty();
    }

    /**
     * @param message one sentence for people, and what to do
     * @param log the last lines that the bot printed, without secrets
     */
    public DrillException(String message, List<String> log) {
        super(message);
        this.log = Optional.of(List.copyOf(log));
    }

    /** Empty if nothing was started that could have printed something. */
    public Optional<List<String>> log() {
        return log;
    }
}
