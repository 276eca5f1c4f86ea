package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.events.Forgery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Requests that do not bring anything new: forged ones, replayed ones, and Slack's own checks. */
final class RequestSteps {

    /** For a bot that has shown none: what is forged must be refused before anybody looks for a listener. */
    private static final Button MADE_UP = new Button("drill", "block", "1");

    private RequestSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                        StepKind.action("forge", RequestSteps::forge),
                        StepKind.action("replay", given -> RequestSteps::replay),
                        StepKind.action("challenge", given -> RequestSteps::challenge),
                        StepKind.action("ssl-check", given -> RequestSteps::sslCheck))
                .map(kind -> kind.only(Transport.EVENTS_API));
    }

    /** Sends an event, a command and a click, as far as the app has them, that do not come from Slack, or not now. */
    private static Step forge(StepParameters given) {
        Forgery forgery = given.choice("as", Forgery.values());
        return run -> payloads(run).forEach(payload -> {
            run.sent().own(payload.number());
            run.sent().refuse(forgery, run.slack().forge(payload.payload(), forgery));
        });
    }

    private static List<DrillPayloads.Numbered> payloads(ScenarioRun run) {
        DrillPayloads payloads = run.payloads();
        return Stream.of(
                        payloads.find(DrillPayloads.Kind.EVENT).stream(),
                        payloads.find(DrillPayloads.Kind.COMMAND).stream(),
                        Stream.of(payloads.click(button(run))))
                .flatMap(kind -> kind)
                .toList();
    }

    /** A button that the bot has shown in this scenario or in an earlier one. */
    private static Button button(ScenarioRun run) {
        return Button.first(
                        run.slack().deliveries().stream(), run.slack().journal().calls().stream())
                .orElse(MADE_UP);
    }

    /** Sends the last request of each kind once more, byte for byte. */
    private static void replay(ScenarioRun run) {
        Map<Payload.Kind, Delivery> last = new EnumMap<>(Payload.Kind.class);
        run.sent().toHandle().values().forEach(delivery -> last.put(delivery.payload().kind(), delivery));
        if (last.isEmpty()) {
            throw new Skipped("Nothing was sent before that could be replayed.");
        }
        last.values().forEach(delivery -> run.sent().acknowledge(run.slack().replay(delivery)));
    }

    /** Checks the request URL as Slack does when it is saved. */
    private static void challenge(ScenarioRun run) {
        run.sent().acknowledge(run.slack().challenge());
    }

    /** Checks the certificate as Slack does now and then where an app has commands. */
    private static void sslCheck(ScenarioRun run) {
        if (run.payloads().find(DrillPayloads.Kind.COMMAND).isEmpty()) {
            throw new Skipped("The manifest has no slash command.");
        }
        run.sent().acknowledge(run.slack().sslCheck());
    }
}
