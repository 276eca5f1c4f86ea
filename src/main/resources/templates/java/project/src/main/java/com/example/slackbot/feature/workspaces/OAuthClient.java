package com.example.slackbot.feature.workspaces;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.oauth.OAuthV2AccessRequest;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Gets tokens from Slack. No answer of it is ever logged.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/oauth.v2.access">oauth.v2.access</a>
 */
final class OAuthClient {
    /** What auth.test says of tokens whose installation has ended: docs.slack.dev/reference/methods/auth.test. */
    private static final Set<String> ENDED = Set.of("account_inactive", "token_revoked", "invalid_auth");

    private final Slack slack;
    private final AppCredentials credentials;

    OAuthClient(Slack slack, AppCredentials credentials) {
        this.slack = slack;
        this.credentials = credentials;
    }

    /** Slack gives no token; the message is its error code. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String error) {
            super(error);
        }

        /** The refresh token was used or revoked: another installation is needed. */
        boolean isFinal() {
            return "invalid_refresh_token".equals(getMessage());
        }
    }

    /**
     * What somebody has installed.
     *
     * @param installedIn the id of a workspace, or of an organization
     * @param name of it, for people
     */
    record Installed(String installedIn, String name, Map<String, InstalledToken> byOwner) {}

    /** Exchanges the code that Slack has sent somebody back with. */
    Installed exchange(String code) throws IOException {
        OAuthV2AccessResponse answer = call(credentials.request().code(code).redirectUri(credentials.redirectUri()));
        Map<String, InstalledToken> byOwner = new LinkedHashMap<>();
        Instant now = Instant.now();
        if (answer.getAccessToken() != null) {
            byOwner.put(InstalledToken.BOT, new InstalledToken(
                    answer.getAccessToken(),
                    answer.getRefreshToken(),
                    answer.getBotUserId(),
                    expires(now, answer.getExpiresIn()),
                    now));
        }
        OAuthV2AccessResponse.AuthedUser person = answer.getAuthedUser();
        if (person != null && person.getAccessToken() != null) {
            byOwner.put(person.getId(), new InstalledToken(
                    person.getAccessToken(),
                    person.getRefreshToken(),
                    null,
                    expires(now, person.getExpiresIn()),
                    now));
        }
        return answer.isEnterpriseInstall()
                ? new Installed(answer.getEnterprise().getId(), answer.getEnterprise().getName(), byOwner)
                : new Installed(answer.getTeam().getId(), answer.getTeam().getName(), byOwner);
    }

    /** Exchanges a token that is due; its refresh token is used up by that. */
    InstalledToken refresh(InstalledToken due) throws IOException {
        OAuthV2AccessResponse answer =
                call(credentials.request().grantType("refresh_token").refreshToken(due.refresh()));
        // For a person's token, Slack may answer in the form of the first exchange.
        OAuthV2AccessResponse.AuthedUser person = answer.getAuthedUser();
        boolean isPersons = answer.getAccessToken() == null && person != null;
        return new InstalledToken(
                isPersons ? person.getAccessToken() : answer.getAccessToken(),
                isPersons ? person.getRefreshToken() : answer.getRefreshToken(),
                due.botUser(),
                expires(Instant.now(), isPersons ? person.getExpiresIn() : answer.getExpiresIn()),
                due.installed());
    }

    /**
     * Whether the installation of a token still stands, as far as Slack says.
     *
     * @throws IOException when Slack is in trouble of its own
     */
    boolean isInstalled(InstalledToken token) throws IOException {
        try {
            String error = slack.methods(token.access()).authTest(ask -> ask).getError();
            if (error == null || error.equals("token_expired")) {
                return true;
            }
            if (ENDED.contains(error)) {
                return false;
            }
            throw new IOException("auth.test answered " + error);
        } catch (SlackApiException e) {
            throw new IOException("auth.test answered " + e.getResponse().code());
        }
    }

    private OAuthV2AccessResponse call(OAuthV2AccessRequest.OAuthV2AccessRequestBuilder request) throws IOException {
        try {
            OAuthV2AccessResponse answer = slack.methods().oauthV2Access(request.build());
            if (!answer.isOk()) {
                throw new Refused(answer.getError());
            }
            return answer;
        } catch (SlackApiException e) { // its message may hold what Slack has answered
            throw new IOException("oauth.v2.access answered " + e.getResponse().code());
        }
    }

    private static Instant expires(Instant now, Integer seconds) {
        return seconds == null ? null : now.plusSeconds(seconds);
    }
}
