package dev.transportadvisor.drill;

import dev.transportadvisor.drill.advice.AdviceBook;
import dev.transportadvisor.drill.process.BotCommand;
import dev.transportadvisor.simulator.slack.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be drilled, and how.
 *
 * @param bot what to call the bot in the report
 * @param app which events and commands it has
 * @param readiness where it says whether it is ready: a path on its port, or a URL; empty if it does not
 * @param requestPath where on its port it takes those of Slack's requests for which its manifest names no path
 * @param port the port to give to the bot; 0 for a free one
 * @param replicas how many processes of it share the work
 * @param startLimit how long the bot may take to start
 */
public record DrillPlan(
        String bot,
        BotCommand command,
        AppFeatures app,
        Set<Transport> transports,
        List<Scenario> scenarios,
        AdviceBook advice,
        Optional<String> readiness,
        String requestPath,
        int port,
        int replicas,
        Duration startLimit) {

    /** Each has a WebSocket. */
    public static final int MOST_REPLICAS = Limits.CONNECTIONS;

    /** Where on its port the bot takes events: where its manifest says, or else as all requests. */
    String eventsPath() {
        return app.requestUrls().eventsPath().orElse(requestPath);
    }
}
