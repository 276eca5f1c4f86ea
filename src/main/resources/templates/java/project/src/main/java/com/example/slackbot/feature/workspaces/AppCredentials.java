package com.example.slackbot.feature.workspaces;

import com.slack.api.methods.request.oauth.OAuthV2AccessRequest;

/**
 * Who the app is to Slack.
 *
 * @param redirectUri where Slack sends people back to; null for the first of the manifest
 */
record AppCredentials(String clientId, String clientSecret, String redirectUri) {

    OAuthV2AccessRequest.OAuthV2AccessRequestBuilder request() {
        return OAuthV2AccessRequest.builder().clientId(clientId).clientSecret(clientSecret);
    }

    /** Leaves the secret out, so that no log line can show it. */
    @Override
    public String toString() {
        return "AppCredentials[" + clientId + "]";
    }
}
