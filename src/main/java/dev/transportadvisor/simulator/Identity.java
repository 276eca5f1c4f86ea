package dev.transportadvisor.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one workspace, app and user of the local Slack, and the secrets that open nothing else. */
final class Identity {

    static final String TEAM = "T0SIMTEAM";
    static final String APP = "A0SIMAPP0";
    static final String BOT_USER = "U0SIMBOT0";
    static final String BOT = "B0SIMBOT0";
    static final String USER = "U0SIMUSER";
    static final String CHANNEL = "C0SIMCHAN";
    static final String DIRECT_CHANNEL = "D0SIMUSER";

    /** Slack's older secret, which some payloads still carry. */
    static final String VERIFICATION_TOKEN = "local-slack-verification";

    static final String BOT_TOKEN = "xoxb-" + "local-slack-bot-token";
    static final String USER_TOKEN = "xoxp-" + "local-slack-user-token";
    static final String APP_TOKEN = "xapp-" + "local-slack-app-token";
    static final String CONFIGURATION_TOKEN = "xoxe.xoxp-" + "local-slack-configuration-token";
    static final String SIGNING_SECRET = "local-slack-signing-secret";

    private Identity() {}

    /** What a bot finds in its environment, in the names that Bolt's documentation uses. */
    static Map<String, String> environment(String apiUrl) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SLACK_API_URL", apiUrl);
        environment.put("SLACK_BOT_TOKEN", BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", APP_TOKEN);
        environment.put("SLACK_SIGNING_SECRET", SIGNING_SECRET);
        return environment;
    }
}
