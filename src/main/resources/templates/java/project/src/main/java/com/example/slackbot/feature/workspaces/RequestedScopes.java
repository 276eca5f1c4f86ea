package com.example.slackbot.feature.workspaces;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the app asks for when it is installed: what its manifest lists.
 *
 * @param bot of the bot
 * @param user of the person who installs it; usually none
 */
record RequestedScopes(List<String> bot, List<String> user) {

    /** Reads {@code .slack/manifest.json}, which the build packs into the jar. */
    static RequestedScopes ofManifest() {
        try (InputStream file = RequestedScopes.class.getResourceAsStream("/slack/manifest.json");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            JsonObject scopes = JsonParser.parseReader(text).getAsJsonObject()
                    .getAsJsonObject("oauth_config").getAsJsonObject("scopes");
            return new RequestedScopes(list(scopes.getAsJsonArray("bot")), list(scopes.getAsJsonArray("user")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(JsonArray scopes) {
        return scopes == null
                ? List.of()
                : StreamSupport.stream(scopes.spliterator(), false).map(scope -> scope.getAsString()).toList();
    }
}
