package dev.transportadvisor.drill.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * The bot's tokens, by the workspace or the organization that has installed it; a file for each, so that a bot that is
 * started again still has them.
 */
final class InstalledTokens {

    private final Path folder = Path.of(System.getenv().getOrDefault("DATA_DIR", "."), "tokens");
    private final BotFault fault;

    InstalledTokens(BotFault fault) {
        this.fault = fault;
    }

    void keep(JsonNode access) {
        boolean isOrgWide = access.path("is_enterprise_install").asBoolean();
        put(access.path(isOrgWide ? "enterprise" : "team").path("id").asString(), access);
    }

    private void put(String where, JsonNode access) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(where), access.path("access_token").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that an event is for; that of the environment where nobody has installed the bot. */
    String of(JsonNode event) {
        JsonNode authorization = event.at("/authorizations/0");
        boolean isOrgWide = authorization.path("is_enterprise_install").asBoolean(false);
        return read(authorization.path(isOrgWide ? "enterprise_id" : "team_id").asString("nowhere"));
    }

    private String read(String where) {
        try {
            return Files.readString(file(where));
        } catch (NoSuchFileException e) {
            return System.getenv("SLACK_BOT_TOKEN");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String where) {
        return folder.resolve(fault == BotFault.ONE_TOKEN ? "any" : where);
    }
}
