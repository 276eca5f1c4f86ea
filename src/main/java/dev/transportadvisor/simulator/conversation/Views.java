package dev.transportadvisor.simulator.conversation;

import dev.transportadvisor.simulator.http.JsonTree;
import dev.transportadvisor.simulator.slack.BoundedMap;
import dev.transportadvisor.simulator.slack.Identity;
import dev.transportadvisor.simulator.time.Changes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What is on each person's screen: up to three modals on top of each other, and the Home tab. */
public final class Views {

    /** @see <a href="https://docs.slack.dev/surfaces/modals">Modals: a stack holds up to three views</a> */
    private static final int DEEPEST = 3;

    private final Changes changes;
    private final Map<String, List<View>> modals = new BoundedMap<>();
    private final Map<String, View> homes = new BoundedMap<>();
    private final Map<String, String> byExternalId = new BoundedMap<>();
    private final Map<String, String> owners = new BoundedMap<>();
    private long numbers;
    private long change;

    public Views(Changes changes) {
        this.changes = changes;
    }

    /** Opens a modal in place of whatever is open. */
    public synchronized View open(String person, ObjectNode view) {
        modals.put(person, new ArrayList<>());
        return push(person, view).orElseThrow();
    }

    /**
     * Opens a modal on top.
     *
     * @return empty if there are three already
     */
    public synchronized Optional<View> push(String person, ObjectNode view) {
        List<View> stack = modals.computeIfAbsent(person, id -> new ArrayList<>());
        if (stack.size() == DEEPEST) {
            return Optional.empty();
        }
        String id = "V0SIM" + ++numbers;
        String root = stack.isEmpty() ? id : stack.get(0).id();
        ObjectNode body = complete(view, id).put("type", "modal").put("root_view_id", root);
        body.put("previous_view_id", stack.isEmpty() ? null : stack.get(stack.size() - 1).id());
        View opened = shown(body);
        owners.put(id, person);
        stack.add(opened);
        return Optional.of(opened);
    }

    /** Puts a view in the place of an open one or of somebody's Home tab. */
    public synchronized Optional<View> update(String id, ObjectNode view) {
        return replace(id, old -> {
            ObjectNode body = complete(view, id);
            for (String kept : List.of("type", "root_view_id", "previous_view_id")) {
                old.body().optional(kept).ifPresent(value -> body.set(kept, value));
            }
            return shown(body);
        });
    }

    public synchronized View publish(String person, ObjectNode view) {
        String id = homeId(person);
        owners.put(id, person);
        View home = shown(complete(view, id).put("type", "home"));
        homes.put(person, home);
        return home;
    }

    /** Shows the bot's objections in an open modal. */
    public synchronized void objectTo(String id, ObjectNode errors) {
        replace(id, old -> new View(old.body(), errors, ""));
    }

    /** Shows in an open modal that the bot could not be reached. */
    public synchronized void failed(String id, String trouble) {
        replace(id, old -> new View(old.body(), JsonTree.object(), trouble));
    }

    /** Closes a modal, and what is on top of it. */
    public synchronized void close(String person, String id) {
        List<View> stack = modals.getOrDefault(person, new ArrayList<>());
        for (int i = 0; i < stack.size(); i++) {
            if (stack.get(i).id().equals(id)) {
                stack.subList(i, stack.size()).clear();
            }
        }
        change = changes.happened();
    }

    public synchronized void closeAll(String person) {
        modals.remove(person);
        change = changes.happened();
    }

    /** An open modal or a Home tab, by its id or by the one that the bot gave it. */
    public synchronized Optional<View> find(String id) {
        String own = byExternalId.getOrDefault(id, id);
        return onScreen(owners.getOrDefault(own, ""))
                .filter(view -> view.id().equals(own))
                .findFirst();
    }

    /** The open modals of each person, the lowest first. */
    public synchronized Map<String, List<View>> modals() {
        Map<String, List<View>> copy = new LinkedHashMap<>();
        modals.forEach((person, stack) -> copy.put(person, List.copyOf(stack)));
        return copy;
    }

    public synchronized Map<String, View> homes() {
        return new LinkedHashMap<>(homes);
    }

    /** The number of the last change of any of them. */
    public synchronized long change() {
        return change;
    }

    private Stream<View> onScreen(String person) {
        return Stream.concat(
                modals.getOrDefault(person, List.of()).stream(), Stream.ofNullable(homes.get(person)));
    }

    private Optional<View> replace(String id, UnaryOperator<View> change) {
        String person = owners.getOrDefault(id, "");
        modals.getOrDefault(person, new ArrayList<>())
                .replaceAll(view -> view.id().equals(id) ? change.apply(view) : view);
        homes.computeIfPresent(person, (owner, view) -> view.id().equals(id) ? change.apply(view) : view);
        this.change = changes.happened();
        return find(id);
    }

    private View shown(ObjectNode body) {
        change = changes.happened();
        return new View(body, JsonTree.object(), "");
    }

    /** With what Slack adds to it. */
    private ObjectNode complete(ObjectNode view, String id) {
        String external = view.path("external_id").asString("");
        if (!external.isEmpty()) {
            byExternalId.put(external, id);
        }
        ObjectNode body = view.deepCopy()
                .put("id", id)
                .put("team_id", Identity.TEAM)
                .put("app_id", Identity.APP)
                .put("bot_id", Identity.BOT)
                .put("hash", "hash." + changes.last());
        for (String text : List.of("callback_id", "private_metadata", "external_id")) {
            body.put(text, body.path(text).asString(""));
        }
        if (!body.has("state")) {
            body.putObject("state").putObject("values");
        }
        return body.set("blocks", Blocks.withIds(view.path("blocks")));
    }

    private static String homeId(String person) {
        return "V0SIMHOME" + person;
    }
}
