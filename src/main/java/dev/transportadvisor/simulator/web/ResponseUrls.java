package dev.transportadvisor.simulator.web;

import dev.transportadvisor.simulator.conversation.BotMessage;
import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Origin;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.http.WebReply;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.install.Bearer;
import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Ids;
import dev.transportadvisor.simulator.slack.Limits;
import dev.transportadvisor.simulator.slack.TokenKind;
import dev.transportadvisor.simulator.time.TimeScale;
import dev.transportadvisor.simulator.time.Timeline;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The URLs over which a bot answers a command or a click later: five times, within half an hour.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Handling user interaction</a>
 */
public final class ResponseUrls {

    public static final String PATH = "/response/";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Timeline timeline;
    private final TimeScale scale;
    private final Journal journal;
    private final Conversations conversations;
    private final Map<String, Url> issued = new BoundedMap<>();

    public ResponseUrls(Timeline timeline, TimeScale scale, Journal journal, Conversations conversations) {
        this.timeline = timeline;
        this.scale = scale;
        this.journal = journal;
        this.conversations = conversations;
    }

    /**
     * The path of a new URL.
     *
     * @param payload what it is sent with
     */
    public synchronized String issue(ObjectNode payload) {
        String id = Ids.unguessable();
        issued.put(id, new Url(payload, timeline.now().plus(scale.of(Limits.RESPONSE_URL_LIFE))));
        return PATH + id;
    }

    /** What Slack says about a spent URL is not documented; clients were seen to expect 404 with these errors. */
    public WebReply use(WebRequest request) {
        ObjectNode message = JsonTree.parseObject(request.text()).orElseGet(JsonTree::object);
        String id = request.path().substring(PATH.length());
        String error = message.isEmpty() ? "invalid_payload" : spend(id);
        if (error.isEmpty()) {
            show(message, origin(id));
            note(message, OK, JsonTree.object().put("ok", true));
            return WebReply.text(OK, "text/plain", "ok");
        }
        int status = message.isEmpty() ? BAD_REQUEST : NOT_FOUND;
        ObjectNode answer = new ApiRefusal(error).answer();
        note(message, status, answer);
        return WebReply.json(status, answer);
    }

    private synchronized Origin origin(String id) {
        return Origin.of(issued.get(id).payload);
    }

    /** In the place of the message that was clicked, or as another one. */
    private void show(ObjectNode message, Origin origin) {
        Optional<ObjectNode> said = BotMessage.of(message, conversations.timestamp());
        if (message.path("delete_original").asBoolean(false)) {
            conversations.delete(origin.channel(), origin.message());
        } else if (message.path("replace_original").asBoolean(false) && !origin.message().isEmpty()) {
            said.ifPresent(now -> conversations.change(
                    origin.channel(), origin.message(), old -> BotMessage.inPlaceOf(old, now)));
        } else if (message.path("response_type").asString("").equals("in_channel")) {
            said.ifPresent(now -> conversations.post(origin.channel(), now));
        } else {
            said.ifPresent(now -> conversations.whisper(origin.channel(), origin.person(), now));
        }
    }

    private void note(ObjectNode message, int status, ObjectNode answer) {
        ApiPath path = new ApiPath("", Journal.RESPONSE_URL);
        journal.add(journal.arrival(), timeline.now(), path, Bearer.of(TokenKind.NONE), message, status, answer);
    }

    private synchronized String spend(String id) {
        Url url = issued.get(id);
        if (url == null || timeline.now().isAfter(url.goodUntil)) {
            return "expired_url";
        }
        return url.uses++ < Limits.RESPONSE_URL_USES ? "" : "used_url";
    }

    private static final class Url {

        private final ObjectNode payload;
        private final Instant goodUntil;
        private int uses;

        Url(ObjectNode payload, Instant goodUntil) {
            this.payload = payload;
            this.goodUntil = goodUntil;
        }
    }
}
