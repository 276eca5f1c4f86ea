package dev.transportadvisor.drill;

/** One step of a scenario: something that happens to the bot, or something that is expected of it. */
@FunctionalInterface
interface Step {

    /**
     * @throws Failed if the bot does not do what is expected
     * @throws Skipped if it cannot be done with this bot
     */
    void play(ScenarioRun run);
}
