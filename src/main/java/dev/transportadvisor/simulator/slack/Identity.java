package dev.transportadvisor.simulator.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one workspace, app and user of the local Slack, and the secrets that open nothing else. */
public final class Identity {

    public static final String TEAM = "T0SIMTEAM";
    public static final String APP = "A0SIMAPP0";
    public static final String BOT_USER = "U0SIMBOT0";
    public static final String BOT = "B0SIMBOT0";
    public static final String USER = "U0SIMUSER";
    public static final String CHANNEL = "C0SIMCHAN";
    public static final String DIRECT_CHANNEL = "D0SIMUSER";

    /**
     * Slack's older secret, which every payload carries. Ours holds what can be written in several ways in JSON and in
     * forms, so that every payload does: a slash, asterisks, blanks, an umlaut and an emoji.
     */
    public static final String VERIFICATION_TOKEN = "local/slack *old* token für bots 🤖";

    public static final String BOT_TOKEN = "xoxb-" + "local-slack-bot-token";
    public static final String USER_TOKEN = "xoxp-" + "local-slack-user-token";
    public static final String APP_TOKEN = "xapp-" + "local-slack-app-token";
    public static final String CONFIGURATION_TOKEN = "xoxe.xoxp-" + "local-slack-configuration-token";
    public static final String CLIENT_ID = "1000000000000.2000000000000";
    public static final String CLIENT_SECRET = "local-slack-client-secret";
    public static final String SIGNING_SECRET = "local-slack-signing-secret";

    private Identity() {}

    /** What a bot finds in its environment, in the names that Bolt's documentation uses. */
    public static Map<String, String> environment(String apiUrl) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SLACK_API_URL", apiUrl);
        environment.put("SLACK_BOT_TOKEN", BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", APP_TOKEN);
        environment.put("SLACK_SIGNING_SECRET", SIGNING_SECRET);
        return environment;
    }

    /** What a bot finds there besides that others can install. */
    public static Map<String, String> ofDistributedApp() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SLACK_CLIENT_ID", CLIENT_ID);
        environment.put("SLACK_CLIENT_SECRET", CLIENT_SECRET);
        return environment;
    }
}
