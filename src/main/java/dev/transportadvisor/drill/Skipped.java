package dev.transportadvisor.drill;

/** A scenario cannot be played, and why; that is no fault of the bot. */
final class Skipped extends RuntimeException {

    Skipped(String reason) {
        super(reason, null, false, false);
    }
}
