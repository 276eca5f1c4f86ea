package dev.transportadvisor.drill;

import java.util.List;

/** The bot cannot be drilled: it does not build, does not start, never connects. */
public final class DrillException extends RuntimeException {

    private final transient List<String> log;

    /**
     * @param message one sentence for people, and what to do
     * @param log the last lines that the bot printed, without secrets
     */
    public DrillException(String message, List<String> log) {
        super(message);
        this.log = List.copyOf(log);
    }

    public List<String> log() {
        return log;
    }
}
