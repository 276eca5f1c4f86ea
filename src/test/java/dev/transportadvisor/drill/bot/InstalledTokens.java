package dev.transportadvisor.drill.bot;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The bot's tokens, by the workspace or the organization that has installed it. */
final class InstalledTokens {

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final BotFault fault;

    InstalledTokens(BotFault fault) {
        this.fault = fault;
    }

    void keep(JsonNode access) {
        boolean isOrgWide = access.path("is_enterprise_install").asBoolean();
        put(access.path(isOrgWide ? "enterprise" : "team").path("id").asString(), access);
    }

    private void put(String where, JsonNode access) {
        tokens.put(fault == BotFault.ONE_TOKEN ? "" : where, access.path("access_token").asString());
    }

    /** The one that an event is for; that of the environment where nobody has installed the bot. */
    String of(JsonNode event) {
        JsonNode authorization = event.at("/authorizations/0");
        boolean isOrgWide = authorization.path("is_enterprise_install").asBoolean(false);
        String where = authorization.path(isOrgWide ? "enterprise_id" : "team_id").asString("");
        return tokens.getOrDefault(fault == BotFault.ONE_TOKEN ? "" : where, System.getenv("SLACK_BOT_TOKEN"));
    }
}
