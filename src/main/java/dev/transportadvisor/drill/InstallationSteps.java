package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Team;
import dev.transportadvisor.simulator.web.Journal;
import dev.transportadvisor.source.Quoted;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The app as others install it: in workspaces and an organization, each with a token of its own. */
final class InstallationSteps {

    /** Without it, a scenario is about an app that nobody else installs. */
    static final String INSTALL = "install";

    private static final String TIMESTAMP = "1700000000.000700";

    private InstallationSteps() {}

    static Stream<StepKind> kinds() {
        return Stream.of(
                StepKind.action(INSTALL, InstallationSteps::install),
                StepKind.action("send-from", InstallationSteps::send),
                StepKind.expectation("own-token", given -> InstallationSteps::ownToken));
    }

    /** Where it is installed, besides the first workspace. */
    private enum Where {
        ORGANIZATION(Installation.ENTERPRISE),
        SECOND_WORKSPACE(Team.SECOND.id());

        private final String id;

        Where(String id) {
            this.id = id;
        }
    }

    private enum From {
        FIRST_WORKSPACE(Team.FIRST),
        SECOND_WORKSPACE(Team.SECOND);

        private final Team team;

        From(Team team) {
            this.team = team;
        }
    }

    private static Step install(StepParameters given) {
        Where where = given.choice("in", Where.values());
        return run -> {
            Session session = run.session();
            if (!session.isDistributed()) {
                throw new Skipped("The manifest has no redirect_urls: nobody else installs the bot.");
            }
            session.install(session.replicas().get(0), where.id).ifPresent(trouble -> {
                throw new Failed("It could not be installed: " + trouble + ".");
            });
        };
    }

    /** An event of a workspace. */
    private static Step send(StepParameters given) {
        From from = given.choice("from", From.values());
        return run -> {
            DrillPayloads.Numbered next = run.payloads().next(DrillPayloads.Kind.EVENT);
            ObjectNode event = next.payload().body().put("event_ts", TIMESTAMP);
            if (event.has("text")) {
                event.put("ts", TIMESTAMP);
            }
            Payload payload = Payloads.event(JsonTree.object()
                    .put("type", "event_callback")
                    .put("team_id", from.team.id())
                    .put("context_team_id", from.team.id())
                    .set("event", event));
            run.sent().own(next.number());
            run.sent().handle(next.number(), run.slack().deliver(payload));
        };
    }

    /** Every effect came with the token of the installation that its event was for. */
    private static void ownToken(ScenarioRun run) {
        Map<Integer, Delivery> sent = run.sent().toHandle();
        for (Journal.Call call : run.effects().calls()) {
            VisibleEffect.of(call).number().stream()
                    .filter(sent::containsKey)
                    .forEach(number -> check(call, installation(sent.get(number).payload().body())));
        }
    }

    private static void check(Journal.Call call, String wanted) {
        String used = call.bearer().where();
        if (!used.equals(wanted)) {
            throw new Failed(call.method() + " for " + Quoted.of(wanted) + " was called with "
                    + (used.isEmpty() ? "SLACK_BOT_TOKEN" : "the token of " + Quoted.of(used)) + ".");
        }
    }

    private static String installation(JsonNode event) {
        JsonNode authorization = event.at("/authorizations/0");
        return authorization.path("is_enterprise_install").asBoolean(false)
                ? Installation.ENTERPRISE
                : authorization.path("team_id").asString("");
    }
}
