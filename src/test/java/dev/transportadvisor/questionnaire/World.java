package dev.transportadvisor.questionnaire;

import dev.transportadvisor.decision.table.Answers;
import dev.transportadvisor.decision.table.DecisionTable;
import dev.transportadvisor.decision.table.InputClause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The truth about a bot and its surroundings: an answer to each question of the built-in table, which fit together. As
 * in life most bots are internal, most have one process, and most
 * people know what they want.
 */
final class World {

    private final Random random;
    private final Map<String, String> truth = new TreeMap<>();

    private World(Random random) {
        this.random = random;
    }

    static Answers random(DecisionTable table, Random random) {
        World world = new World(random);
        world.wishes(table);
        world.surroundings();
        world.reach();
        world.traffic();
        Answers answers = Answers.none(table);
        for (InputClause input : table.inputs()) {
            String text = world.truth.get(input.id());
            answers = answers.with(input, Optional.of(input.domain().parse(text).orElseThrow()));
        }
        return answers;
    }

    private void wishes(DecisionTable table) {
        for (InputClause input : table.inputs()) {
            if (input.section() == InputClause.Section.NEEDS) {
                truth.put(input.id(), oneOf("must", "must", "should", "nice", "no", "no"));
            }
        }
    }

    /** What it runs on decides whether it stays up, and no laptop is reached from outside. */
    private void surroundings() {
        String platform = oneOf("kubernetes", "container", "virtual-machine", "lambda", "cloud-run", "laptop");
        truth.put("platform", platform);
        truth.put("hosting", switch (platform) {
            case "lambda" -> "scale-to-zero";
            case "cloud-run" -> oneOf("scale-to-zero", "long-running");
            default -> "long-running";
        });
        truth.put(
                "inbound-allowed",
                platform.equals("laptop") ? "false" : oneOf("true", "true", "true", "false", "relay"));
        truth.put("outbound-websocket", oneOf("allowed", "allowed", "allowed", "allowed", "blocked"));
        truth.put("proxy", oneOf("none", "none", "plain", "authenticated"));
        truth.put("replicas", platform.equals("laptop") ? "1" : oneOf("1", "1", "1", "1", "2", "3", "12", "12"));
        truth.put("operates-public-https", oneOf("true", "false"));
    }

    private void reach() {
        String distribution = oneOf(
                "internal", "internal", "internal", "internal", "internal", "unlisted", "marketplace", "per-customer");
        truth.put("distribution", distribution);
        truth.put("workspaces", switch (distribution) {
            case "internal" -> oneOf("1", "1", "1", "3", "12");
            case "per-customer" -> "1";
            default -> oneOf("1", "6", "40", "400");
        });
        boolean isInternal = distribution.equals("internal");
        truth.put(
                "organization", isInternal ? oneOf("workspaces", "workspaces", "enterprise-grid") : "workspaces");
        truth.put("slack", random.nextInt(20) == 0 ? "gov" : "commercial");
    }

    private void traffic() {
        truth.put("receives", oneOf("events", "events", "events", "events", "commands", "commands", "nothing"));
        truth.put("events-per-day", oneOf("50", "4000", "60000"));
        truth.put("peak-events-per-second", oneOf("0.5", "3", "40"));
        truth.put("handler-seconds", oneOf("0.4", "5"));
        boolean receives = !truth.get("receives").equals("nothing");
        truth.put("must-not-miss-events", receives ? oneOf("true", "false", "false") : "false");
    }

    private String oneOf(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
