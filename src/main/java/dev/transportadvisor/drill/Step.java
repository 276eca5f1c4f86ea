package dev.transportadvisor.drill;

/** One step of a scenario: something that happens to the bot, or something that is expected of it. */
sealed interface Step permits Act, Expectation {

    /** What can be sent. */
    enum What {
        /** An event that the app is subscribed to. */
        EVENT,
        /** The app's slash command. */
        COMMAND,
        /** A click on the button in the answer to the command that came before. */
        CLICK,
        /** An event that Slack has and the app is not subscribed to. */
        FOREIGN_EVENT,
        /** An event that nobody has heard of. */
        UNKNOWN_EVENT
    }
}
