package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.slack.TokenKind;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method of the Web API.
 *
 * @param tokens the kinds of tokens that may call it; empty if it needs none
 * @param postOnly whether a GET is refused
 */
record ApiMethod(String name, Set<TokenKind> tokens, boolean postOnly, Handler handler) {

    /** What a method does. */
    interface Handler {

        /**
         * @return the answer, without {@code ok}
         * @throws ApiRefusal if Slack would say no
         */
        ObjectNode answer(ApiCall call);
    }

    /** For bots and users. */
    static ApiMethod of(String name, Handler handler) {
        return of(name, EnumSet.of(TokenKind.BOT, TokenKind.USER), handler);
    }

    static ApiMethod of(String name, Set<TokenKind> tokens, Handler handler) {
        return new ApiMethod(name, tokens, false, handler);
    }
}
