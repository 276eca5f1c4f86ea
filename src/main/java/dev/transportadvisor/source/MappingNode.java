package dev.transportadvisor.source;

import java.util.List;
import java.util.Optional;

/** A mapping; its entries keep the order of the text, and duplicate keys stay visible. */
public record MappingNode(List<Entry> entries, Span span) implements Node {

    public record Entry(ScalarNode key, Node value) {}

    public MappingNode {
        entries = List.copyOf(entries);
    }

    /** The value of the first entry with this key. */
    public Optional<Node> get(String key) {
        return entries.stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    @Override
    public String kindName() {
        return "a mapping";
    }
}
