package dev.transportadvisor.simulator;

/** Something else listens on the port that the local Slack was to use. */
public final class PortTakenException extends RuntimeException {

    PortTakenException(int port) {
        super("Port " + port + " is taken by another program.");
    }
}
