package dev.transportadvisor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The same with one more entry at the end. */
    public MappingNode with(Entry last) {
        return new MappingNode(Stream.concat(entries.stream(), Stream.of(last)).toList(), span);
    }

    /** The same with another entry in the place of one. */
    public MappingNode with(int index, Entry entry) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.set(index, entry);
        return new MappingNode(changed, span);
    }

    public MappingNode without(int index) {
        List<Entry> rest = new ArrayList<>(entries);
        rest.remove(index);
        return new MappingNode(rest, span);
    }

    @Override
    public String kindName() {
        return "a mapping";
    }
}
