package com.example.slackbot.feature.workspaces;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.middleware.MiddlewareOps;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each request the token of the installation that it comes from, and lets it go no further without one. */
final class TokenOfRequest implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(TokenOfRequest.class);
    private static final String NOT_INSTALLED =
            "{\"response_type\":\"ephemeral\",\"text\":\"I am not installed here any more. Please install me again.\"}";

    private final InstalledTokens tokens;

    TokenOfRequest(InstalledTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        // What tells of a removal comes when there is no token any more.
        if (MiddlewareOps.isNoAuthRequiredRequest(request.getRequestType())
                || MiddlewareOps.isNoTokenRequiredRequest(request)) {
            return chain.next(request);
        }
        String installedIn = installedIn(request);
        Optional<InstalledToken> bot = tokens.find(installedIn, InstalledToken.BOT);
        if (bot.isEmpty()) {
            LOG.warn("Not installed in {}: {} is acknowledged and not handled", installedIn, request.getRequestType());
            return request.getRequestType() == RequestType.Command
                    ? Response.json(200, JsonParser.parseString(NOT_INSTALLED))
                    : Response.ok();
        }
        authorize(request.getContext(), installedIn, bot.get());
        return chain.next(request);
    }

    private void authorize(Context context, String installedIn, InstalledToken bot) throws IOException {
        context.setEnterpriseInstall(installedIn.equals(context.getEnterpriseId()));
        context.setBotToken(bot.access());
        context.setBotUserId(bot.botUser());
        if (context.getRequestUserId() != null) {
            tokens.find(installedIn, context.getRequestUserId())
                    .ifPresent(person -> context.setRequestUserToken(person.access()));
        }
    }

    /**
     * Which installation a payload is for, as Slack says: never what is stored decides. An organization's own may be
     * beside those of its workspaces.
     */
    static String installedIn(Request<?> request) {
        Context context = request.getContext();
        return context.getTeamId() == null || isOrgWide(request)
                ? String.valueOf(context.getEnterpriseId())
                : context.getTeamId();
    }

    /** Bolt reads it from a command only. */
    private static boolean isOrgWide(Request<?> request) {
        if (request instanceof SlashCommandRequest command) {
            return command.getPayload().isEnterpriseInstall();
        }
        String body = request.getRequestBodyAsString();
        String json = body.startsWith("{") ? body : new JsonPayloadExtractor().extractIfExists(body);
        JsonObject payload = json == null ? new JsonObject() : JsonParser.parseString(json).getAsJsonObject();
        JsonElement authorizations = payload.get("authorizations");
        boolean isEvent = authorizations != null
                && authorizations.isJsonArray()
                && authorizations.getAsJsonArray().size() > 0;
        JsonElement flag = (isEvent ? authorizations.getAsJsonArray().get(0).getAsJsonObject() : payload)
                .get("is_enterprise_install");
        return flag != null && flag.isJsonPrimitive() && flag.getAsBoolean();
    }
}
