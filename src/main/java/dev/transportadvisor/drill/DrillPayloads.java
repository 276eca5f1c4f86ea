package dev.transportadvisor.drill;

import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.delivery.Payloads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Payloads that can be told apart: each has a channel and a user of its own, which a bot names when it reacts. */
final class DrillPayloads {

    /** Holds what a bot gets wrong that writes it anew: several words, markup, a slash, an umlaut, an emoji. */
    private static final String TEXT = "drill *für* a/b 🚀";

    private static final String UNKNOWN_EVENT = "drill_unknown_event";

    /** The events that can be made, by their names in a manifest; what bots react to most comes first. */
    private static final Map<String, Supplier<Payload>> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("app_mention", () -> Payloads.appMention(TEXT));
        EVENTS.put("message.im", () -> Payloads.directMessage(TEXT));
        EVENTS.put("message.channels", () -> Payloads.message(TEXT));
        EVENTS.put("app_home_opened", Payloads::appHomeOpened);
        EVENTS.put("reaction_added", () -> Payloads.reactionAdded("wave"));
    }

    /** What can be sent. */
    enum Kind {
        /** An event that the app is subscribed to. */
        EVENT,
        /** The app's first slash command. */
        COMMAND,
        /** Each of the app's slash commands. */
        EACH_COMMAND,
        /** A click on the button in the answer to the command that came before. */
        CLICK,
        /** An event that Slack has and the app is not subscribed to. */
        FOREIGN_EVENT,
        /** An event that nobody has heard of. */
        UNKNOWN_EVENT
    }

    private final AppFeatures app;
    private final AtomicInteger numbers = new AtomicInteger();

    DrillPayloads(AppFeatures app) {
        this.app = app;
    }

    /**
     * One of the kind, or one for each command.
     *
     * @throws Skipped if the app has nothing of the kind
     */
    List<Numbered> each(Kind what) {
        return what == Kind.EACH_COMMAND && !app.commands().isEmpty()
                ? app.commands().stream().map(this::command).toList()
                : List.of(next(what));
    }

    /** @throws Skipped if the app has nothing of the kind */
    Numbered next(Kind what) {
        return switch (what) {
            case EVENT -> event(first(app.events()::contains, "The manifest subscribes to none of the events that the"
                    + " drill can make: " + String.join(", ", EVENTS.keySet()) + "."));
            case FOREIGN_EVENT -> event(first(name -> !app.events().contains(name),
                    "The manifest subscribes to every event that the drill can make."));
            case UNKNOWN_EVENT -> event(Payloads.event(
                    Payloads.appMention(TEXT).body().deepCopy().put("type", UNKNOWN_EVENT)));
            case COMMAND, EACH_COMMAND -> command(app.commands().stream()
                    .findFirst()
                    .orElseThrow(() -> new Skipped("The manifest has no slash command.")));
            case CLICK -> throw new IllegalArgumentException("A click needs the button that is clicked");
        };
    }

    /** One of the kind, if the app has such a thing. */
    Optional<Numbered> find(Kind what) {
        try {
            return Optional.of(next(what));
        } catch (Skipped e) {
            return Optional.empty();
        }
    }

    /** Somebody clicks on a button. */
    Numbered click(Button button) {
        int number = numbers.incrementAndGet();
        ObjectNode click =
                Payloads.blockAction(button.action(), button.value()).body().deepCopy();
        click.withObject("/channel").put("id", id('C', number));
        click.withObject("/container").put("channel_id", id('C', number));
        ((ObjectNode) click.path("actions").path(0)).put("block_id", button.block());
        click.putObject("user").put("id", id('U', number)).put("username", "drill").put("name", "drill");
        return new Numbered(number, Payloads.interaction(click));
    }

    private static Payload first(Predicate<String> which, String otherwise) {
        return EVENTS.entrySet().stream()
                .filter(event -> which.test(event.getKey()))
                .findFirst()
                .map(event -> event.getValue().get())
                .orElseThrow(() -> new Skipped(otherwise));
    }

    private Numbered event(Payload made) {
        int number = numbers.incrementAndGet();
        ObjectNode event = made.body().deepCopy();
        event.put("user", id('U', number));
        if (event.has("channel")) {
            event.put("channel", id(event.path("channel").asString().charAt(0), number));
        }
        if (event.path("item") instanceof ObjectNode item) {
            item.put("channel", id('C', number));
        }
        return new Numbered(number, Payloads.event(event));
    }

    private Numbered command(String command) {
        int number = numbers.incrementAndGet();
        ObjectNode body = Payloads.slashCommand(command, "").body().deepCopy();
        body.put("channel_id", id('C', number)).put("user_id", id('U', number)).put("user_name", "drill");
        return new Numbered(number, new Payload(Payload.Kind.SLASH_COMMAND, body));
    }

    private static String id(char kind, int number) {
        return String.format(Locale.ROOT, "%c" + VisibleEffect.MARK + "%06d", kind, number);
    }

    /** @param number which stands in the payload's ids */
    record Numbered(int number, Payload payload) {}
}
