package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.conversation.Conversations;
import dev.transportadvisor.simulator.conversation.Message;
import dev.transportadvisor.simulator.conversation.View;
import dev.transportadvisor.simulator.conversation.Views;
import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.people.Place;
import dev.transportadvisor.simulator.slack.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is new since somebody last asked. Who asks again and again sees everything that happens.
 *
 * @param run a name for this local Slack, which no other one on this port has had
 */
record ChangesFeed(LocalSlack slack, String run) {

    /** Deliveries that are told of at once, ours: more than a person looks through. */
    private static final int MOST = 5_000;

    /**
     * @param seenRun the {@code run} that the last answer had: what somebody knows of another one counts for nothing;
     *     empty for this one
     * @param after the number that the last answer had, 0 for everything
     * @param call the number of the last call that is known
     * @param wait how long to wait until there is something new
     */
    CompletionStage<ObjectNode> after(String seenRun, long after, long call, Duration wait) {
        return seenRun.isEmpty() || seenRun.equals(run)
                ? changes(after, call, wait)
                : changes(0, 0, Duration.ZERO);
    }

    private CompletionStage<ObjectNode> changes(long after, long call, Duration wait) {
        return slack.changes()
                .after(after)
                .completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(nothing -> json(after, call));
    }

    private ObjectNode json(long after, long call) {
        // First of all, so that what changes meanwhile is told twice and not never.
        ObjectNode json = JsonTree.object().put("change", slack.changes().last()).put("run", run);
        json.set("state", ControlJson.state(slack).setAll(new ProfileJson(slack).all()));
        json.set("channels", ControlJson.list(slack.people().conversations().channels(), ChangesFeed::channel));
        json.set("messages", ControlJson.list(conversations().changedAfter(after), ChangesFeed::message));
        json.set("deliveries", ControlJson.list(last(deliveriesChangedAfter(after)), ControlJson::delivery));
        json.set("calls", ControlJson.list(last(slack.journal().callsAfter(call)), ControlJson::call));
        Views views = slack.people().views();
        if (views.change() > after) {
            json.set("modals", modals(views));
            json.set("homes", homes(views));
        }
        return json;
    }

    private Conversations conversations() {
        return slack.people().conversations();
    }

    private List<Delivery> deliveriesChangedAfter(long change) {
        return slack.deliveries().stream()
                .filter(delivery -> delivery.change() > change)
                .toList();
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private static ObjectNode channel(String id) {
        Place place = Place.of(id);
        return JsonTree.object()
                .put("id", id)
                .put("name", Channel.of(id).name())
                .put("team", place.team().id());
    }

    private static ObjectNode message(Message message) {
        ObjectNode json = JsonTree.object()
                .put("channel", message.channel())
                .put("visibleTo", message.visibleTo().orElse(null))
                .put("deleted", message.isDeleted());
        return json.set("body", message.body());
    }

    private static ObjectNode modals(Views views) {
        ObjectNode json = JsonTree.object();
        views.modals().forEach((person, stack) -> json.set(person, ControlJson.list(stack, ChangesFeed::view)));
        return json;
    }

    private static ObjectNode homes(Views views) {
        ObjectNode json = JsonTree.object();
        views.homes().forEach((person, home) -> json.set(person, view(home)));
        return json;
    }

    private static ObjectNode view(View view) {
        ObjectNode json = JsonTree.object().put("trouble", view.trouble());
        return json.set("errors", view.errors()).set("body", view.body());
    }
}
