package dev.transportadvisor.simulator;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method of the Web API.
 *
 * @param tokens the kinds of tokens that may call it; empty if it needs none
 * @param scope what a token needs to have been granted
 * @param postOnly whether a GET is refused
 */
record ApiMethod(String name, Set<TokenKind> tokens, Optional<String> scope, boolean postOnly, Handler handler) {

    /** What a method does. */
    interface Handler {

        /**
         * @return the answer, without {@code ok}
         * @throws ApiRefusal if Slack would say no
         */
        ObjectNode answer(ApiCall call);
    }

    /** For bots and users, with a scope. */
    static ApiMethod scoped(String name, String scope, Handler handler) {
        return new ApiMethod(name, EnumSet.of(TokenKind.BOT, TokenKind.USER), Optional.of(scope), false, handler);
    }

    /** For these tokens, without a scope. */
    static ApiMethod open(String name, Set<TokenKind> tokens, Handler handler) {
        return new ApiMethod(name, tokens, Optional.empty(), false, handler);
    }
}
