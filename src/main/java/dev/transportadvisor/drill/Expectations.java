package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Answer;
import dev.transportadvisor.simulator.delivery.Attempt;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.source.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What a scenario expects of the bot. Each one says what was seen instead, in one sentence. */
final class Expectations {

    private final Session session;
    private final Traffic traffic;

    Expectations(Session session, Traffic traffic) {
        this.session = session;
        this.traffic = traffic;
    }

    void acknowledged(Duration within, int retries) {
        List<Delivery> all = traffic.acknowledged();
        Wait.until(() -> all.stream().noneMatch(Expectations::isWaiting), within);
        List<Delivery> wanting = all.stream()
                .filter(delivery -> delivery.state() != Delivery.State.ACKNOWLEDGED
                        || delivery.attempts().size() > 1 + retries)
                .toList();
        if (!wanting.isEmpty()) {
            throw new Failed(share(wanting.size(), all.size(), "was", "were")
                    + " not acknowledged in time (" + trouble(wanting.get(0)) + ").");
        }
    }

    private static boolean isWaiting(Delivery delivery) {
        return delivery.state() == Delivery.State.WAITING;
    }

    /** What went wrong with the first attempt that failed, in words. */
    private static String trouble(Delivery delivery) {
        return delivery.payload().name() + ": "
                + delivery.attempts().stream()
                        .filter(attempt -> attempt.failure().isPresent())
                        .findFirst()
                        .map(Expectations::trouble)
                        .orElse("no answer yet");
    }

    private static String trouble(Attempt attempt) {
        String failure = attempt.failure().orElse("");
        String status = attempt.answer()
                .map(Answer::status)
                .filter(OptionalInt::isPresent)
                .map(known -> "HTTP " + known.getAsInt())
                .orElse("");
        return switch (failure) {
            case "timeout", "http_timeout" -> "no answer within 3 s";
            case "no_connection" -> "no open connection";
            case "connection_failed" -> "connection refused";
            case "challenge_failed" -> "the answer did not hold the challenge";
            default -> status.isEmpty() ? failure : status;
        };
    }

    void refused(Duration within) {
        traffic.refused().forEach((forgery, delivery) -> {
            delivery.await(within);
            int status = delivery.attempts().stream()
                    .flatMap(attempt -> attempt.answer().stream())
                    .map(answer -> answer.status().orElse(0))
                    .findFirst()
                    .orElse(0);
            if (status / 100 != 4) {
                String answer = status == 0 ? "with nothing" : "with HTTP " + status;
                throw new Failed("A request with " + words(forgery) + " was answered " + answer
                        + " instead of being refused (401).");
            }
        });
    }

    private static String words(Forgery forgery) {
        return switch (forgery) {
            case WRONG_SIGNATURE -> "a wrong signature";
            case NO_SIGNATURE -> "no signature";
            case OLD_TIMESTAMP -> "a timestamp of six minutes ago";
            case FUTURE_TIMESTAMP -> "a timestamp six minutes ahead";
        };
    }

    void handled(Duration within, boolean once) {
        Wait.until(() -> traffic.handling().lost() == 0, within);
        Measurement.Handling handling = traffic.handling();
        int all = handling.handled() + handling.lost();
        if (handling.lost() > 0) {
            throw new Failed(share(handling.lost(), all, "was", "were") + " lost: acknowledged or given up, and never"
                    + " followed by a call to Slack.");
        }
        if (once && handling.duplicates() > 0) {
            throw new Failed("Handled more than once: " + handling.duplicates() + " effects came again, such as "
                    + Quoted.of(traffic.firstDuplicate()) + ".");
        }
    }

    void quiet(Duration time) {
        int before = traffic.effectsBefore();
        if (Wait.until(() -> traffic.effects().size() > before, time)) {
            throw new Failed("It was handled again: " + Quoted.of(traffic.effects().get(before).what()) + ".");
        }
    }

    void connected(Duration within) {
        boolean isConnected = Wait.until(
                () -> session.slack().connections().stream()
                        .anyMatch(connection -> connection.state() == Connection.State.OPEN),
                within);
        if (!isConnected) {
            throw new Failed("No new connection within " + within.toSeconds() + " s.");
        }
    }

    void ready(Duration within) {
        ReadinessProbe probe = probe();
        if (!Wait.until(probe::isReady, within)) {
            throw new Failed("It did not call itself ready within " + within.toSeconds() + " s, although it works.");
        }
    }

    void unready(Duration within) {
        ReadinessProbe probe = probe();
        if (!Wait.until(() -> !probe.isReady(), within)) {
            throw new Failed("It still called itself ready after " + within.toSeconds()
                    + " s, although it could not work.");
        }
    }

    private ReadinessProbe probe() {
        return session.readiness()
                .orElseThrow(() -> new Skipped("The bot has no address that says whether it is ready: --readiness."));
    }

    void ended(Duration within, Set<Integer> statuses) {
        OptionalInt status = session.await(within);
        traffic.ended();
        if (status.isEmpty()) {
            throw new Failed("It did not end within " + within.toSeconds() + " s after SIGTERM.");
        }
        if (!statuses.contains(status.getAsInt())) {
            throw new Failed("It ended with status " + status.getAsInt() + " after SIGTERM; allowed: "
                    + statuses.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String share(int count, int all, String singular, String plural) {
        return count + " of " + all + " " + (count == 1 ? singular : plural);
    }
}
