package dev.transportadvisor.simulator.install;

import dev.transportadvisor.simulator.slack.BoundedMap;
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

/**
 * Where the app is installed, and with which tokens. Safe for use by many threads.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Installing with OAuth</a>
 * @see <a href="https://docs.slack.dev/authentication/using-token-rotation">Using token rotation</a>
 */
public final class Installations {

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
            grants.add(issue(new Token(TokenKind.BOT, approval)));
        }
        if (!approval.userScopes().isEmpty()) {
            grants.add(issue(new Token(TokenKind.USER, approval)));
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
        if (old == null || old.isEnded()) {
            throw new OAuthTrouble("invalid_refresh_token");
        }
        return issue(old.renewed());
    }

    private Grant issue(Token token) {
        String text = token.newText(app.rotatesTokens());
        tokens.put(text, token);
        return token.grant(text, app.rotatesTokens() ? Optional.of(expiring(token)) : Optional.empty());
    }

    private Grant.Expiring expiring(Token token) {
        token.expireAfter(timeline.now().plus(tokenLife));
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
        Token token = tokens.computeIfAbsent(text.orElse(""), given -> Token.read(given).orElse(null));
        return token == null ? Bearer.of(TokenKind.UNKNOWN) : token.bearerAt(timeline.now());
    }

    /** Ends the tokens of the bot or of one person in an installation, which stays. */
    public synchronized void revoke(Bearer whose) {
        tokens.values().stream().filter(token -> token.bearer().equals(whose)).forEach(Token::end);
    }

    /**
     * Ends all tokens of an installation, and the installation itself.
     *
     * @return whose tokens were good
     */
    public synchronized List<Bearer> uninstall(String where) {
        List<Token> good = tokens.values().stream()
                .filter(token -> token.bearer().where().equals(where) && !token.isEnded())
                .toList();
        good.forEach(Token::end);
        installed.remove(where);
        return good.stream().map(Token::bearer).toList();
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
}
