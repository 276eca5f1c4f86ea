package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What concerns the app itself: who it is, its sockets, its manifest, its installation. */
final class AppMethods {

    private final UnaryOperator<String> socketUrl;
    private final Supplier<Installation> installation;
    private final GrantedScopes grants;
    private final Function<String, List<ManifestError>> manifestValidator;

    /**
     * @param socketUrl makes a URL that opens one WebSocket of a process
     * @param installation where the app is installed
     * @param manifestValidator what is wrong with a manifest, given as JSON
     */
    AppMethods(
            UnaryOperator<String> socketUrl,
            Supplier<Installation> installation,
            GrantedScopes grants,
            Function<String, List<ManifestError>> manifestValidator) {
        this.socketUrl = socketUrl;
        this.installation = installation;
        this.grants = grants;
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
                ApiMethod.of("apps.manifest.validate", EnumSet.of(TokenKind.CONFIGURATION), this::validate),
                ApiMethod.of("oauth.v2.access", Set.of(), this::install));
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
        ObjectNode identity = JsonTree.object()
                .put("url", "https://local.slack.invalid/")
                .put("team", "Local")
                .put("user", call.token() == TokenKind.BOT ? "bot" : "user")
                .put("team_id", Identity.TEAM)
                .put("user_id", call.token() == TokenKind.BOT ? Identity.BOT_USER : Identity.USER)
                .put("bot_id", call.token() == TokenKind.BOT ? Identity.BOT : null)
                .put("is_enterprise_install", isOrgWide());
        return isOrgWide() ? identity.put("enterprise_id", Installation.ENTERPRISE) : identity;
    }

    private boolean isOrgWide() {
        return installation.get() == Installation.ORGANIZATION;
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

    private ObjectNode install(ApiCall call) {
        call.required("code", "invalid_code");
        ObjectNode answer = JsonTree.object()
                .put("access_token", Identity.BOT_TOKEN)
                .put("token_type", "bot")
                .put("scope", grants.list(TokenKind.BOT))
                .put("bot_user_id", Identity.BOT_USER)
                .put("app_id", Identity.APP)
                .put("is_enterprise_install", isOrgWide())
                .putNull(isOrgWide() ? "team" : "enterprise");
        if (isOrgWide()) {
            answer.putObject("enterprise")
                    .put("id", Installation.ENTERPRISE)
                    .put("name", Installation.ENTERPRISE_NAME);
        } else {
            answer.putObject("team").put("id", Identity.TEAM).put("name", "Local");
        }
        answer.putObject("authed_user").put("id", Identity.USER);
        return answer;
    }
}
