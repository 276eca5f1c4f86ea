package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.source.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is expected of the bot's answers and of its work. Each says what was seen instead, in one sentence. */
final class AnswerSteps {

    private AnswerSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                StepKind.expectation("acknowledged", AnswerSteps::acknowledged),
                StepKind.expectation("refused", AnswerSteps::refused),
                StepKind.expectation("handled", AnswerSteps::handled),
                StepKind.action("settle", AnswerSteps::settle),
                StepKind.expectation("quiet", AnswerSteps::quiet));
    }

    /**
     * Everything that was sent is acknowledged, each attempt within Slack's three seconds; {@code retries} says how
     * often Slack may have to try again.
     */
    private static Step acknowledged(StepParameters given) {
        Duration within = given.duration("within");
        int retries = given.count("retries", 0, 0, StepParameters.MOST);
        return run -> {
            List<Delivery> all = run.sent().all();
            Polling.until(() -> all.stream().noneMatch(delivery -> delivery.state() == Delivery.State.WAITING), within);
            List<Delivery> wanting = all.stream()
                    .filter(delivery -> delivery.state() != Delivery.State.ACKNOWLEDGED
                            || delivery.attempts().size() > 1 + retries)
                    .toList();
            if (!wanting.isEmpty()) {
                throw new Unanswered(wanting, all.size()).failure(run);
            }
        };
    }

    /** Everything that was forged is answered with a 4xx status. */
    private static Step refused(StepParameters given) {
        Duration within = given.duration("within");
        return run -> run.sent().toRefuse().forEach(forged -> {
            forged.delivery().await(within);
            int status = status(forged.delivery());
            if (status / 100 != 4) {
                String answer = status == 0 ? "with nothing" : "with HTTP " + status;
                throw new Failed(words(forged.delivery().payload().kind()) + " with " + words(forged.forgery())
                        + " was answered " + answer + " instead of being refused (401).");
            }
        });
    }

    private static int status(Delivery delivery) {
        return delivery.attempts().stream()
                .flatMap(attempt -> attempt.answer().stream())
                .map(answer -> answer.status().orElse(0))
                .findFirst()
                .orElse(0);
    }

    private static String words(Payload.Kind kind) {
        return switch (kind) {
            case EVENT -> "An event";
            case SLASH_COMMAND -> "A command";
            case INTERACTION -> "A click";
            default -> "A request";
        };
    }

    private static String words(Forgery forgery) {
        return switch (forgery) {
            case WRONG_SIGNATURE -> "a wrong signature";
            case NO_SIGNATURE -> "no signature";
            case OLD_TIMESTAMP -> "a timestamp of six minutes ago";
            case FUTURE_TIMESTAMP -> "a timestamp six minutes ahead";
        };
    }

    /** Every event, command and click had its effect; {@code once} says that a second one counts against the bot. */
    private static Step handled(StepParameters given) {
        Duration within = given.duration("within");
        boolean once = given.flag("once", true);
        return run -> {
            VisibleEffects effects = run.effects();
            Polling.until(() -> effects.handling().lost() == 0, within);
            Measurement.Handling handling = effects.handling();
            if (handling.lost() > 0) {
                throw new Lost(effects.lost(), handling.handled() + handling.lost()).failure(run);
            }
            if (once && handling.duplicates() > 0) {
                throw new Failed("Handled more than once: " + handling.duplicates() + " effects came again, such as "
                        + Quoted.of(effects.firstDuplicate()) + ".");
            }
        };
    }

    /** Waits until everything had its effect, but not longer than this: what is late is not the matter here. */
    private static Step settle(StepParameters given) {
        Duration within = given.duration("within");
        return run -> Polling.until(() -> run.effects().handling().lost() == 0, within);
    }

    /** For some time, nothing that was not there before the last action has an effect. */
    private static Step quiet(StepParameters given) {
        Duration time = given.duration("time");
        return run -> {
            Polling.until(() -> run.effects().firstSinceMark().isPresent(), time);
            run.effects().firstSinceMark().ifPresent(effect -> {
                String how = run.sent().toHandle().isEmpty() ? "all the same" : "again";
                throw new Failed("It was handled " + how + ": " + Quoted.of(effect.what()) + ".");
            });
        };
    }
}
