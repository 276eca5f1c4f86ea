package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tokens may do.
 *
 * @param granted the scopes of the kinds of tokens; a kind that is missing was granted everything
 * @param methods the scopes that methods need
 */
record GrantedScopes(Map<TokenKind, Set<String>> granted, MethodScopes methods) {

    /** How the scopes begin that are good for one kind of channel only. */
    private static final Set<String> FAMILIES = Set.of("channels", "groups", "im", "mpim");

    /** @throws ApiRefusal if the call's token lacks the scope, with Slack's words for what is needed */
    void check(ApiCall call) {
        Optional<Set<String>> provided = Optional.ofNullable(granted.get(call.token()));
        List<String> needed = needed(call);
        if (provided.isPresent() && !needed.isEmpty() && Collections.disjoint(provided.get(), needed)) {
            throw new ApiRefusal(
                    "missing_scope",
                    JsonTree.object()
                            .put("needed", String.join(",", needed))
                            .put("provided", String.join(",", provided.get())));
        }
    }

    /** The scopes of a kind of token, as Slack lists them; empty if it was granted everything. */
    String list(TokenKind token) {
        return String.join(",", granted.getOrDefault(token, Set.of()));
    }

    private List<String> needed(ApiCall call) {
        List<String> all = methods.of(call.method(), call.token());
        Set<String> families = families(call);
        List<String> fitting = all.stream()
                .filter(scope -> families.contains(family(scope)) || !FAMILIES.contains(family(scope)))
                .toList();
        return fitting.isEmpty() ? all : fitting;
    }

    private static String family(String scope) {
        return scope.substring(0, Math.max(0, scope.indexOf(':')));
    }

    /** Those of the channel that a call is about, told by its id, or of the one that it opens, told by the people. */
    private static Set<String> families(ApiCall call) {
        Optional<String> people = call.text("users");
        if (people.isPresent()) {
            return Set.of(people.get().contains(",") ? "mpim" : "im");
        }
        String channel = call.text("channel").orElse(" ");
        return switch (channel.charAt(0)) {
            case 'C' -> Set.of("channels");
            case 'D' -> Set.of("im");
            case 'G' -> Set.of("groups", "mpim");
            default -> FAMILIES;
        };
    }
}
