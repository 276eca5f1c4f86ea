package dev.transportadvisor.drill;

/** The bot did not do what a step expects, in one sentence. */
final class Failed extends RuntimeException {

    Failed(String reason) {
        super(reason, null, false, false);
    }
}
