package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.install.Bearer;
import dev.transportadvisor.simulator.install.Installations;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Team;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What concerns the app itself: who it is, its sockets, its manifest. */
final class AppMethods {

    private final UnaryOperator<String> socketUrl;
    private final Installations installations;
    private final Function<String, List<ManifestError>> manifestValidator;

    /**
     * @param socketUrl makes a URL that opens one WebSocket of a process
     * @param manifestValidator what is wrong with a manifest, given as JSON
     */
    AppMethods(
            UnaryOperator<String> socketUrl,
            Installations installations,
            Function<String, List<ManifestError>> manifestValidator) {
        this.socketUrl = socketUrl;
        this.installations = installations;
        this.manifestValidator = manifestValidator;
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("api.test", Set.of(), AppMethods::echo),
                ApiMethod.of(
                        "auth.test", EnumSet.of(TokenKind.BOT, TokenKind.USER, TokenKind.APP), this::identity),
                new ApiMethod(
                        "apps.connections.open",
                        EnumSet.of(TokenKind.APP),
                        true,
                        call -> JsonTree.object().put("url", socketUrl.apply(call.process()))),
                ApiMethod.of("apps.manifest.validate", EnumSet.of(TokenKind.CONFIGURATION), this::validate));
    }

    private static ObjectNode echo(ApiCall call) {
        call.text("error").ifPresent(error -> {
            throw new ApiRefusal(error);
        });
        return JsonTree.object().set("args", call.arguments());
    }

    private ObjectNode identity(ApiCall call) {
        if (call.token() == TokenKind.APP) {
            return JsonTree.object().put("app_id", Identity.APP).put("app_name", "local");
        }
        Team team = team(call.bearer());
        boolean isOrgWide = isOrgWide(call.bearer());
        boolean isBot = call.token() == TokenKind.BOT;
        ObjectNode identity = JsonTree.object()
                .put("url", "https://" + team.domain() + ".slack.invalid/")
                .put("team", team.name())
                .put("user", isBot ? "bot" : "user")
                .put("team_id", team.id())
                .put("user_id", isBot ? Identity.BOT_USER : user(call.bearer()))
                .put("bot_id", isBot ? Identity.BOT : null)
                .put("is_enterprise_install", isOrgWide);
        return isOrgWide ? identity.put("enterprise_id", Installation.ENTERPRISE) : identity;
    }

    private static Team team(Bearer bearer) {
        return Team.ALL.stream().filter(team -> team.id().equals(bearer.where())).findFirst().orElse(Team.FIRST);
    }

    private static String user(Bearer bearer) {
        return bearer.user().isEmpty() ? Identity.USER : bearer.user();
    }

    private boolean isOrgWide(Bearer bearer) {
        return bearer.where().isEmpty()
                ? installations.home() == Installation.ORGANIZATION
                : bearer.where().equals(Installation.ENTERPRISE);
    }

    /** Slack's answer has a message and a pointer for each error: docs.slack.dev/reference/methods. */
    private ObjectNode validate(ApiCall call) {
        String manifest = call.required("manifest", "invalid_arguments");
        List<ManifestError> errors = manifestValidator.apply(manifest);
        if (errors.isEmpty()) {
            return JsonTree.object().set("errors", JsonTree.array());
        }
        ArrayNode list = JsonTree.array();
        errors.forEach(error ->
                list.add(JsonTree.object().put("message", error.message()).put("pointer", error.pointer())));
        throw new ApiRefusal("invalid_manifest", JsonTree.object().set("errors", list));
    }
}
