package dev.transportadvisor.drill;

/** Told how a drill goes on, on any thread. */
@FunctionalInterface
public interface DrillListener {

    void begins(Scenario scenario, Transport transport);

    /** @param sentence what a person should know before the drill is over */
    default void notes(String sentence) {}
}
