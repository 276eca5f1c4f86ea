package dev.transportadvisor.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All events that are known. */
public final class EventCatalog {

    private final Map<String, EventType> events;

    /** @param events by name, in alphabetical order */
    EventCatalog(Map<String, EventType> events) {
        this.events = events;
    }

    /** Of two events of one name, the first holds. */
    static EventCatalog of(List<EventType> events) {
        return new EventCatalog(events.stream()
                .collect(Collectors.toMap(
                        EventType::name, Function.identity(), (first, second) -> first, TreeMap::new)));
    }

    public Optional<EventType> find(String name) {
        return Optional.ofNullable(events.get(name));
    }

    /** In alphabetical order. */
    public Collection<EventType> all() {
        return List.copyOf(events.values());
    }

    /** The scopes that would deliver an event with a token; unknown for an event that is not known. */
    public ScopeNeed need(String event, Token token) {
        return find(event).map(type -> type.need(token)).orElseGet(ScopeNeed.Unknown::new);
    }

    /** The events that an app can subscribe to, in alphabetical order. */
    public List<String> subscribable() {
        return events.values().stream()
                .filter(event -> event.delivery() == EventType.Delivery.SUBSCRIPTION)
                .map(EventType::name)
                .toList();
    }
}
