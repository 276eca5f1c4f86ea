package dev.transportadvisor.cli;

/** A manifest of which {@code lint --fix} can mend the one thing that is wrong. */
final class FixableManifest {

    static final String FIXED =
            """
            display_information:
              name: deploy-bot
            features:
              bot_user:
                display_name: deploy-bot
            oauth_config:
              scopes:
                bot:
                  - chat:write # to answer
                  - app_mentions:read
            settings:
              event_subscriptions:
                bot_events:
                  - app_mention
              socket_mode_enabled: true
            """;

    static final String UNFIXED = FIXED.replace("      - app_mentions:read\n", "");

    private FixableManifest() {}
}
