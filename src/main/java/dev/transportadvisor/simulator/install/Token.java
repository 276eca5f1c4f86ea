package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.TokenKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token of an installation, and whether it is still good. To be guarded by whoever holds it. */
final class Token {

    /** How they look: they say what they are for. */
    private static final Pattern FORM = Pattern.compile("(?:xoxe\\.)?xox([bp])-(?:1-)?([TE][A-Z0-9]+)-[0-9a-f]{32}");

    private final TokenKind kind;
    private final Approval approval;
    private Instant goodUntil = Instant.MAX;
    private String end = "";

    Token(TokenKind kind, Approval approval) {
        this.kind = kind;
        this.approval = approval;
    }

    /** One that another local Slack has given out. */
    static Optional<Token> read(String text) {
        Matcher token = FORM.matcher(text);
        if (!token.matches()) {
            return Optional.empty();
        }
        TokenKind kind = token.group(1).equals("b") ? TokenKind.BOT : TokenKind.USER;
        return Place.of(token.group(2))
                .map(place -> new Approval(place.id(), place.person().id(), "", List.of(), List.of()))
                .map(approval -> new Token(kind, approval));
    }

    /** What stands for it in a request: no two are the same. */
    String newText(boolean expires) {
        String prefix = kind == TokenKind.BOT ? "xoxb-" : "xoxp-";
        return (expires ? "xoxe." + prefix + "1-" : prefix) + approval.where() + "-" + Ids.unguessable();
    }

    Grant grant(String text, Optional<Grant.Expiring> expiring) {
        List<String> scopes = kind == TokenKind.BOT ? approval.scopes() : approval.userScopes();
        return new Grant(kind, approval.where(), approval.user(), scopes, text, expiring);
    }

    /** Another one for the same. */
    Token renewed() {
        return new Token(kind, approval);
    }

    void expireAfter(Instant moment) {
        goodUntil = moment;
    }

    /** What Slack says of a token whose app is gone: docs.slack.dev/reference/methods/auth.test, errors. */
    void end() {
        end = kind == TokenKind.BOT ? "account_inactive" : "token_revoked";
    }

    boolean isEnded() {
        return !end.isEmpty();
    }

    Bearer bearer() {
        return new Bearer(kind, approval.where(), user(), "");
    }

    /** With what is wrong with it by now. */
    Bearer bearerAt(Instant now) {
        String expired = now.isAfter(goodUntil) ? "token_expired" : "";
        return new Bearer(kind, approval.where(), user(), isEnded() ? end : expired);
    }

    private String user() {
        return kind == TokenKind.BOT ? Identity.BOT_USER : approval.user();
    }
}
