package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is sent to the bot. */
final class SendingSteps {

    private SendingSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                StepKind.action("send", SendingSteps::send),
                StepKind.action("stream", SendingSteps::stream),
                StepKind.action("all-sent", given -> ScenarioRun::awaitBackground),
                StepKind.action("repeat", given -> SendingSteps::repeat));
    }

    /** Sends payloads, all at once; none waits for an answer. What is optional is left out where the app has none. */
    private static Step send(StepParameters given) {
        DrillPayloads.Kind what = given.choice("what", DrillPayloads.Kind.values());
        int times = given.times();
        boolean isOptional = given.flag("optional", false);
        return run -> {
            try {
                for (int i = 0; i < times; i++) {
                    payloads(what, run).forEach(next -> send(what, next, run));
                }
            } catch (Skipped e) {
                if (!isOptional) {
                    throw e;
                }
            }
        };
    }

    /** Sends one payload after the other while the steps that follow go on, until {@code all-sent}. */
    private static Step stream(StepParameters given) {
        DrillPayloads.Kind what = given.choice("what", DrillPayloads.Kind.values());
        int times = given.times();
        Duration every = given.duration("every");
        return run -> {
            DrillPayloads.Numbered first = payload(what, run); // here, so that it is told what cannot be made
            run.sent().streaming();
            run.inBackground(() -> {
                for (int i = 0; i < times && !run.isOver(); i++) {
                    send(what, i == 0 ? first : payload(what, run), run);
                    Polling.pause(every);
                }
            });
        };
    }

    private static List<DrillPayloads.Numbered> payloads(DrillPayloads.Kind what, ScenarioRun run) {
        return what == DrillPayloads.Kind.CLICK
                ? List.of(payload(what, run))
                : run.payloads().each(what);
    }

    private static DrillPayloads.Numbered payload(DrillPayloads.Kind what, ScenarioRun run) {
        return what == DrillPayloads.Kind.CLICK
                ? run.payloads().click(button(run))
                : run.payloads().next(what);
    }

    private static void send(DrillPayloads.Kind what, DrillPayloads.Numbered next, ScenarioRun run) {
        run.sent().own(next.number());
        Delivery delivery = run.slack().deliver(next.payload());
        if (what == DrillPayloads.Kind.FOREIGN_EVENT || what == DrillPayloads.Kind.UNKNOWN_EVENT) {
            run.sent().acknowledge(delivery);
        } else {
            run.sent().handle(next.number(), delivery);
        }
    }

    /** The button that the bot shows in its answer to the command. */
    private static Button button(ScenarioRun run) {
        return Button.first(run.sent().toHandle().values().stream(), run.effects().calls().stream())
                .orElseThrow(() -> new Skipped("The answer to the command shows no button."));
    }

    /** Sends everything that was sent so far once more, marked as Slack's retry. */
    private static void repeat(ScenarioRun run) {
        run.sent().toHandle().values().forEach(delivery -> run.sent()
                .acknowledge(run.slack().repeat(delivery)));
    }
}
