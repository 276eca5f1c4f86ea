package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.web.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong with the bot's calls to the Web API. */
final class WebApiSteps {

    /** Faults last until they are repaired, or the scenario ends. */
    private static final Duration UNTIL_REPAIRED = Duration.ofHours(1);

    private WebApiSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                StepKind.action("slow-api", given -> always(given, new Fault.Delayed(given.duration("by")))),
                StepKind.action("break-api", given -> always(given, new Fault.Broken(status(given)))),
                StepKind.action("limit-api", WebApiSteps::limit),
                StepKind.action("repair-api", given -> run -> run.slack().faults().clear()));
    }

    private static int status(StepParameters given) {
        return given.count("status", 503, Fault.Broken.LOWEST, Fault.Broken.HIGHEST);
    }

    private static Step always(StepParameters given, Fault fault) {
        List<String> methods = given.texts("methods");
        return run -> methods.forEach(method -> run.slack().faults().during(UNTIL_REPAIRED, method, fault));
    }

    /** Answers the next calls of each method with HTTP 429; the header is in whole seconds. */
    private static Step limit(StepParameters given) {
        List<String> methods = given.texts("methods");
        int times = given.times();
        Fault fault = new Fault.RateLimited(given.secondsFromOneOn("retry-after"));
        return run -> methods.forEach(method -> run.slack().faults().next(times, method, fault));
    }
}
