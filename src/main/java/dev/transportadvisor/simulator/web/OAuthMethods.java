package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.install.Grant;
import dev.transportadvisor.simulator.install.Installations;
import dev.transportadvisor.simulator.install.OAuthTrouble;
import dev.transportadvisor.simulator.install.Place;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * How others get tokens of the app, and lose them.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/oauth.v2.access">oauth.v2.access</a>
 * @see <a href="https://docs.slack.dev/reference/methods/auth.revoke">auth.revoke</a>
 * @see <a href="https://docs.slack.dev/reference/methods/apps.uninstall">apps.uninstall</a>
 */
final class OAuthMethods {

    private final Installations installations;
    private final Departures departures;

    OAuthMethods(Departures departures) {
        this.departures = departures;
        installations = departures.installations();
    }

    Stream<ApiMethod> methods() {
        return Stream.of(
                ApiMethod.of("oauth.v2.access", Set.of(), this::access),
                ApiMethod.of("auth.revoke", this::revoke),
                ApiMethod.of("apps.uninstall", this::uninstall));
    }

    private ObjectNode access(ApiCall call) {
        checkClient(call);
        try {
            return switch (call.text("grant_type").orElse("authorization_code")) {
                case "authorization_code" -> exchanged(installations.exchange(
                        call.required("code", "invalid_code"), call.text("redirect_uri").orElse("")));
                case "refresh_token" -> refreshed(
                        installations.refresh(call.required("refresh_token", "invalid_refresh_token")));
                default -> throw new ApiRefusal("invalid_grant_type");
            };
        } catch (OAuthTrouble e) {
            throw new ApiRefusal(e.getMessage());
        }
    }

    private static void checkClient(ApiCall call) {
        if (!call.text("client_id").equals(Optional.of(Identity.CLIENT_ID))) {
            throw new ApiRefusal("invalid_client_id");
        }
        if (!call.text("client_secret").equals(Optional.of(Identity.CLIENT_SECRET))) {
            throw new ApiRefusal("bad_client_secret");
        }
    }

    private static ObjectNode exchanged(List<Grant> grants) {
        ObjectNode answer = JsonTree.object();
        for (Grant grant : grants) {
            if (grant.kind() == TokenKind.BOT) {
                put(grant, answer);
            }
        }
        putPlace(grants.get(0).where(), answer);
        ObjectNode person = answer.putObject("authed_user").put("id", grants.get(0).approvedBy());
        grants.stream().filter(grant -> grant.kind() == TokenKind.USER).forEach(grant -> put(grant, person));
        return answer;
    }

    /** Slack's answer has the same form for both kinds of tokens. */
    private static ObjectNode refreshed(Grant grant) {
        ObjectNode answer = JsonTree.object();
        put(grant, answer);
        putPlace(grant.where(), answer);
        return answer;
    }

    private static void put(Grant grant, ObjectNode to) {
        boolean isBot = grant.kind() == TokenKind.BOT;
        to.put("access_token", grant.token())
                .put("token_type", isBot ? "bot" : "user")
                .put("scope", String.join(",", grant.scopes()));
        if (isBot) {
            to.put("bot_user_id", Identity.BOT_USER);
        }
        grant.expiring().ifPresent(expiring -> to.put("refresh_token", expiring.refreshToken())
                .put("expires_in", expiring.life().toSeconds()));
    }

    /** The team is null in an organization: api.slack.com/enterprise/apps/reference. */
    private static void putPlace(String where, ObjectNode answer) {
        boolean isOrgWide = where.equals(Installation.ENTERPRISE);
        answer.put("app_id", Identity.APP).put("is_enterprise_install", isOrgWide);
        answer.putNull(isOrgWide ? "team" : "enterprise");
        answer.putObject(isOrgWide ? "enterprise" : "team")
                .put("id", where)
                .put("name", Place.of(where).map(Place::name).orElse(""));
    }

    /** A token that never changes stays good: it is in the environment of bots. */
    private ObjectNode revoke(ApiCall call) {
        boolean isTest = call.text("test").filter(test -> test.equals("1") || test.equals("true")).isPresent();
        boolean isRevoked = !isTest && !call.bearer().where().isEmpty();
        if (isRevoked) {
            departures.revoke(call.bearer());
        }
        return JsonTree.object().put("revoked", isRevoked);
    }

    private ObjectNode uninstall(ApiCall call) {
        checkClient(call);
        String where = call.bearer().where();
        if (where.isEmpty()) {
            throw new ApiRefusal("no_permission");
        }
        departures.uninstall(where);
        return JsonTree.object();
    }
}
