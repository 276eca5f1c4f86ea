package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the app is installed, and with which tokens. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Installing with OAuth</a>
 * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Using token rotation</a>
 */
public final class Installations {

    /** How its own tokens look: they say what they are for. */
    private static final Pattern OWN = Pattern.compile("(?:xoxe\\.)?xox([bp])-(?:1-)?([TE][A-Z0-9]+)-[0-9a-f]{32}");

    private final Timeline timeline;
    private final OAuthApp app;
    private final Map<String, Code> codes = new BoundedMap<>();
    private final Map<String, Token> tokens = new BoundedMap<>();
    private final Map<String, Token> byRefreshToken = new BoundedMap<>();
    private final Set<String> installed = new TreeSet<>();
    private Duration tokenLife = Limits.TOKEN_LIFE;
    private Installation home;
    private boolean wasInstalled;

    /** @param home where the app is while nobody has installed it by OAuth */
    public Installations(Timeline timeline, OAuthApp app, Installation home) {
        this.timeline = timeline;
        this.app = app;
        this.home = home;
    }

    public OAuthApp app() {
        return app;
    }

    /** Where the app is while nobody has installed it by OAuth. */
    public synchronized Installation home() {
        return home;
    }

    public synchronized void setHome(Installation where) {
        home = where;
    }

    /** How long tokens that are given out from now on are good, where they expire at all. */
    public synchronized void setTokenLife(Duration life) {
        tokenLife = life;
    }

    /** A code for somebody's yes: good once, and for ten minutes. */
    public synchronized String approve(Approval approval) {
        String code = Ids.unguessable();
        codes.put(code, new Code(approval, timeline.now().plus(Limits.OAUTH_CODE_LIFE)));
        return code;
    }

    /**
     * Exchanges a code for tokens: the bot's, and that of the one who said yes where the app wants one. This is the
     * installation.
     *
     * @param redirectUri the same as when the code was asked for; empty if there was none
     * @throws OAuthTrouble if Slack would give none
     */
    public synchronized List<Grant> exchange(String code, String redirectUri) {
        Code found = codes.get(code);
        if (found == null || timeline.now().isAfter(found.goodUntil)) {
            throw new OAuthTrouble("invalid_code");
        }
        if (found.isUsed) {
            throw new OAuthTrouble("code_already_used");
        }
        if (!found.approval.redirectUri().equals(redirectUri)) {
            throw new OAuthTrouble("bad_redirect_uri");
        }
        found.isUsed = true;
        Approval approval = found.approval;
        installed.add(approval.where());
        wasInstalled = true;
        List<Grant> grants = new ArrayList<>();
        if (!approval.scopes().isEmpty()) {
            grants.add(issue(new Token(TokenKind.BOT, approval, Identity.BOT_USER, approval.scopes())));
        }
        if (!approval.userScopes().isEmpty()) {
            grants.add(issue(new Token(TokenKind.USER, approval, approval.user(), approval.userScopes())));
        }
        return grants;
    }

    /**
     * Exchanges a refresh token, which is used up by this. The token that it came with stays good until it expires.
     *
     * @throws OAuthTrouble if it is unknown, used or revoked
     */
    public synchronized Grant refresh(String refreshToken) {
        Token old = byRefreshToken.remove(refreshToken);
        if (old == null || !old.end.isEmpty()) {
            throw new OAuthTrouble("invalid_refresh_token");
        }
        return issue(new Token(old.kind, old.approval, old.user, old.scopes));
    }

    private Grant issue(Token token) {
        String where = token.approval.where();
        String prefix = token.kind == TokenKind.BOT ? "xoxb-" : "xoxp-";
        String text = (app.rotatesTokens() ? "xoxe." + prefix + "1-" : prefix) + where + "-" + Ids.unguessable();
        tokens.put(text, token);
        Optional<Grant.Expiring> expiring = app.rotatesTokens() ? Optional.of(expiring(token)) : Optional.empty();
        return new Grant(token.kind, where, token.user, token.approval.user(), token.scopes, text, expiring);
    }

    private Grant.Expiring expiring(Token token) {
        token.goodUntil = timeline.now().plus(tokenLife);
        String refreshToken = "xoxe-1-" + Ids.unguessable();
        byRefreshToken.put(refreshToken, token);
        return new Grant.Expiring(refreshToken, tokenLife);
    }

    /**
     * Whose token it is. One that another local Slack has given out is good here too, as those are that never change:
     * a bot may keep it for longer than a local Slack lives.
     */
    public synchronized Bearer bearer(Optional<String> text) {
        TokenKind fixed = TokenKind.of(text);
        if (fixed != TokenKind.UNKNOWN) {
            return Bearer.of(fixed);
        }
        Token token = tokens.get(text.orElse(""));
        if (token == null) {
            return ofAnother(text.orElse(""));
        }
        String expired = timeline.now().isAfter(token.goodUntil) ? "token_expired" : "";
        return token.bearer(token.end.isEmpty() ? expired : token.end);
    }

    private static Bearer ofAnother(String text) {
        Matcher own = OWN.matcher(text);
        if (!own.matches()) {
            return Bearer.of(TokenKind.UNKNOWN);
        }
        return new Bearer(own.group(1).equals("b") ? TokenKind.BOT : TokenKind.USER, own.group(2), "", "");
    }

    /** Ends the tokens of the bot or of one person in an installation, which stays. */
    public synchronized void revoke(Bearer whose) {
        tokens.values().stream().filter(token -> token.bearer("").equals(whose)).forEach(Installations::end);
    }

    /**
     * Ends all tokens of an installation, and the installation itself.
     *
     * @return whose tokens were good, the bot's first
     */
    public synchronized List<Bearer> uninstall(String where) {
        List<Bearer> ended = new ArrayList<>();
        for (TokenKind kind : List.of(TokenKind.BOT, TokenKind.USER)) {
            tokens.values().stream()
                    .filter(token -> token.kind == kind && token.approval.where().equals(where) && token.end.isEmpty())
                    .forEach(token -> {
                        ended.add(token.bearer(""));
                        end(token);
                    });
        }
        installed.remove(where);
        return ended;
    }

    /** What Slack says of a token whose app is gone: docs.slack.dev/reference/methods/auth.test, errors. */
    private static void end(Token token) {
        token.end = token.kind == TokenKind.BOT ? "account_inactive" : "token_revoked";
    }

    /** The workspaces and organizations with an installation by OAuth. */
    public synchronized List<String> all() {
        return List.copyOf(installed);
    }

    /**
     * The installation that serves a workspace: its own before that of its organization.
     *
     * @return empty if there is none
     */
    public synchronized Optional<Installation> serving(String team) {
        if (!wasInstalled) {
            return Optional.of(home);
        }
        if (installed.contains(team)) {
            return Optional.of(Installation.WORKSPACE);
        }
        return installed.contains(Installation.ENTERPRISE)
                ? Optional.of(Installation.ORGANIZATION)
                : Optional.empty();
    }

    private static final class Code {

        private final Approval approval;
        private final Instant goodUntil;
        private boolean isUsed;

        Code(Approval approval, Instant goodUntil) {
            this.approval = approval;
            this.goodUntil = goodUntil;
        }
    }

    private static final class Token {

        private final TokenKind kind;
        private final Approval approval;
        private final String user;
        private final List<String> scopes;
        private Instant goodUntil = Instant.MAX;
        private String end = "";

        Token(TokenKind kind, Approval approval, String user, List<String> scopes) {
            this.kind = kind;
            this.approval = approval;
            this.user = user;
            this.scopes = scopes;
        }

        Bearer bearer(String trouble) {
            return new Bearer(kind, approval.where(), user, trouble);
        }
    }
}
