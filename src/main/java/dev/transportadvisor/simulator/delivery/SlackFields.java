package dev.transportadvisor.simulator.delivery;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Person;
import dev.transportadvisor.simulator.time.Timeline;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What Slack adds to a payload when it is about to send it. What is there already stays as it is. */
public final class SlackFields {

    private static final String DOMAIN = "local";

    private static final int RUN_LENGTH = 8;

    private final Timeline timeline;
    private final Supplier<String> messageTimestamp;
    private final Function<ObjectNode, String> triggerId;
    private final Function<ObjectNode, String> responseUrl;
    private final AtomicLong events = new AtomicLong();

    /** Its ids are unique: a bot that keeps them for longer than a local Slack lives must meet none of them again. */
    private final String run = Ids.unguessable().substring(0, RUN_LENGTH).toUpperCase(Locale.ROOT);

    /** Each supplier makes a new one; a trigger and a response URL are for a payload. */
    public SlackFields(
            Timeline timeline,
            Supplier<String> messageTimestamp,
            Function<ObjectNode, String> triggerId,
            Function<ObjectNode, String> responseUrl) {
        this.timeline = timeline;
        this.messageTimestamp = messageTimestamp;
        this.triggerId = triggerId;
        this.responseUrl = responseUrl;
    }

    public Payload addTo(Payload payload) {
        ObjectNode body =
                switch (payload.kind()) {
                    case EVENT -> event(payload.body());
                    case SLASH_COMMAND -> slashCommand(payload.body()).setAll(payload.body());
                    case INTERACTION -> interaction(payload.body()).setAll(payload.body());
                    default -> payload.body();
                };
        return new Payload(payload.kind(), body);
    }

    private ObjectNode event(ObjectNode given) {
        boolean whole = given.path("type").asString("").equals("event_callback");
        ObjectNode envelope = envelope();
        if (!whole) {
            return envelope.set("event", inner(given));
        }
        if (given.hasNonNull("team_id")) {
            envelope.path("authorizations").forEach(authorization ->
                    ((ObjectNode) authorization).put("team_id", given.path("team_id").asString()));
        }
        return envelope.setAll(given);
    }

    private ObjectNode inner(ObjectNode given) {
        String timestamp = messageTimestamp.get();
        ObjectNode event = JsonTree.object().put("type", "").put("event_ts", timestamp);
        if (given.has("text")) {
            event.put("ts", timestamp);
        }
        return event.setAll(given);
    }

    private ObjectNode envelope() {
        ObjectNode envelope = JsonTree.object()
                .put("token", Identity.VERIFICATION_TOKEN)
                .put("team_id", Identity.TEAM)
                .put("context_team_id", Identity.TEAM)
                .putNull("context_enterprise_id")
                .put("api_app_id", Identity.APP)
                .put("type", "event_callback")
                .put("event_id", String.format(Locale.ROOT, "Ev%s%06d", run, events.incrementAndGet()))
                .put("event_time", timeline.now().getEpochSecond())
                .put("is_ext_shared_channel", false)
                .put("event_context", "4-" + Ids.unguessable());
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", Identity.TEAM)
                .put("user_id", Identity.BOT_USER)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope;
    }

    private ObjectNode slashCommand(ObjectNode given) {
        return JsonTree.object()
                .put("token", Identity.VERIFICATION_TOKEN)
                .put("team_id", Identity.TEAM)
                .put("team_domain", DOMAIN)
                .put("channel_id", Identity.CHANNEL)
                .put("channel_name", "general")
                .put("user_id", Identity.USER)
                .put("user_name", Person.ADA.name())
                .put("api_app_id", Identity.APP)
                .put("is_enterprise_install", "false")
                .put("response_url", responseUrl.apply(given))
                .put("trigger_id", triggerId.apply(given));
    }

    private ObjectNode interaction(ObjectNode given) {
        String type = given.path("type").asString("");
        ObjectNode interaction = JsonTree.object()
                .put("token", Identity.VERIFICATION_TOKEN)
                .put("api_app_id", Identity.APP)
                .put("trigger_id", triggerId.apply(given))
                .put("is_enterprise_install", false)
                .putNull("enterprise");
        interaction.putObject("team").put("id", Identity.TEAM).put("domain", DOMAIN);
        interaction
                .putObject("user")
                .put("id", Identity.USER)
                .put("username", Person.ADA.name())
                .put("name", Person.ADA.name())
                .put("team_id", Identity.TEAM);
        if (type.equals("block_actions") || type.equals("message_action")) {
            interaction.put("response_url", responseUrl.apply(given));
        }
        return interaction;
    }
}
