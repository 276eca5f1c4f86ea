package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.Origin;
import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lets a bot open a modal: good once, and for three seconds.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/views.open">views.open, for the errors</a>
 */
public final class Triggers {

    private final Timeline timeline;
    private final Map<String, Trigger> issued = new BoundedMap<>();

    public Triggers(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param payload what it is sent with */
    public synchronized String issue(ObjectNode payload) {
        String id = "1.2." + Ids.unguessable();
        issued.put(id, new Trigger(payload, timeline.now().plus(Limits.TRIGGER_LIFE)));
        return id;
    }

    /**
     * Uses a trigger up.
     *
     * @return where it comes from
     * @throws ApiRefusal if the trigger is unknown, used or old
     */
    synchronized Origin exchange(String id) {
        Trigger trigger = issued.get(id);
        if (trigger == null) {
            throw new ApiRefusal("invalid_trigger_id");
        }
        if (trigger.used) {
            throw new ApiRefusal("exchanged_trigger_id");
        }
        trigger.used = true;
        if (timeline.now().isAfter(trigger.goodUntil)) {
            throw new ApiRefusal("expired_trigger_id");
        }
        return Origin.of(trigger.payload);
    }

    private static final class Trigger {

        private final ObjectNode payload;
        private final Instant goodUntil;
        private boolean used;

        Trigger(ObjectNode payload, Instant goodUntil) {
            this.payload = payload;
            this.goodUntil = goodUntil;
        }
    }
}
