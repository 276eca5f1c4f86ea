package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where something new goes in a text: behind the last entry or item, or in the place of nothing. */
record Insertion(Layout layout, NodeWriter writer) {

    /** Adds an item to a list, or to nothing behind a key. */
    Optional<Change> add(NodePath path, ScalarNode item) {
        if (path.node() instanceof SequenceNode list) {
            return Optional.of(new Change(append(list, item), path.changed(node -> list.with(item))));
        }
        return fill(path, NewNodes.list(item));
    }

    /** Adds an entry to a mapping, or to nothing behind a key. */
    Optional<Change> put(NodePath path, MappingNode.Entry entry) {
        if (path.node() instanceof MappingNode mapping) {
            return Optional.of(new Change(append(mapping, entry), path.changed(node -> mapping.with(entry))));
        }
        return fill(path, NewNodes.mapping(entry));
    }

    private Optional<Change> fill(NodePath path, Node value) {
        boolean isNothing = path.node() instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
        return path.entry()
                .filter(entry -> isNothing)
                .map(entry -> new Change(
                        fill(entry, !layout.isFlow(path.parent().node()), value), path.changed(node -> value)));
    }

    private List<TextEdit> append(MappingNode mapping, MappingNode.Entry entry) {
        if (mapping.entries().isEmpty()) {
            return inPlaceOf(mapping, mapping.with(entry));
        } else if (layout.isFlow(mapping)) {
            return behindLast(mapping, indent -> writer.inFlow(entry, indent));
        }
        String indent = columnOf(mapping.entries().get(0).key());
        return lineBehind(mapping, indent + writer.inBlock(entry, indent));
    }

    private List<TextEdit> append(SequenceNode list, ScalarNode item) {
        if (list.items().isEmpty()) {
            return inPlaceOf(list, list.with(item));
        }
        String spelling = writer.spelling(item, like(list.items()));
        if (layout.isFlow(list)) {
            return behindLast(list, indent -> spelling);
        }
        return lineBehind(list, columnOf(list) + dash(list) + spelling);
    }

    /** The text of the last item, whose quotes the next one gets. */
    private String like(List<Node> items) {
        Extent last = Extent.of(items.get(items.size() - 1));
        String old = text().substring(last.start(), last.end());
        // What is no plain text on one line has no quotes to follow.
        return items.get(items.size() - 1) instanceof ScalarNode && old.matches("[^|>].*") ? old : "x";
    }

    private List<TextEdit> fill(MappingNode.Entry empty, boolean inBlock, Node value) {
        Extent nothing = Extent.of(empty.value());
        boolean isUnwritten = nothing.start() == nothing.end();
        if (inBlock && isUnwritten) {
            return lineBehind(empty.key(), writer.blockLines(value, columnOf(empty.key())));
        }
        String inFlow = writer.inFlow(value, indentOf(empty.value()));
        return List.of(new TextEdit(empty.value().span(), (isUnwritten ? " " : "") + inFlow));
    }

    private List<TextEdit> inPlaceOf(Node empty, Node filled) {
        Extent extent = Extent.of(empty);
        boolean holdsNothing = text().substring(extent.start() + 1, extent.end() - 1).isBlank();
        return holdsNothing
                ? List.of(new TextEdit(empty.span(), writer.inFlow(filled, indentOf(empty))))
                : List.of();
    }

    /** Between brackets or braces: on a line of its own where the last one has its own. */
    private List<TextEdit> behindLast(Node collection, UnaryOperator<String> child) {
        List<Extent> children = Extent.ofChildren(collection);
        Extent last = children.get(children.size() - 1);
        String indent = layout.lines().indentOf(last.start());
        if (!layout.lines().beginsAt(last.start())) {
            return List.of(insert(last.end(), comma(children) + child.apply(indent)));
        }
        String line = lineBreakAt(last.end()) + indent + child.apply(indent);
        int comma = layout.lines().behindSpace(last.end());
        if (text().startsWith(",", comma)) {
            return List.of(insert(endOfLineIfFree(comma + 1), line + ","));
        }
        int at = endOfLineIfFree(last.end());
        return at == last.end()
                ? List.of(insert(at, "," + line))
                : List.of(insert(last.end(), ","), insert(at, line));
    }

    /** Behind the comment that belongs to the last one, if there is one. */
    private int endOfLineIfFree(int offset) {
        return layout.lines().endsAt(offset) ? layout.lines().endOf(offset) : offset;
    }

    /** As between the last two on one line. */
    private String comma(List<Extent> children) {
        if (children.size() < 2) {
            return layout.comma();
        }
        String between = text().substring(
                children.get(children.size() - 2).end(),
                children.get(children.size() - 1).start());
        return between.matches(" *, *") ? between : layout.comma();
    }

    /** Lines behind the one on which something ends, in front of its break: a missing last one stays missing. */
    private List<TextEdit> lineBehind(Node node, String lines) {
        int end = layout.lines().beforeSpace(Extent.of(node).end());
        return List.of(insert(layout.lines().endOf(end), lineBreakAt(end) + lines));
    }

    private String lineBreakAt(int offset) {
        String own = layout.lines().breakAt(layout.lines().endOf(offset));
        return own.isEmpty() ? layout.lines().usualBreak() : own;
    }

    /** The dash of a list's first item, and the blanks behind it. */
    private String dash(SequenceNode list) {
        int dash = Extent.of(list).start();
        int item = Extent.of(list.items().get(0)).start();
        boolean isPlain = item > dash && text().substring(dash, item).matches("- +");
        return isPlain ? text().substring(dash, item) : "- ";
    }

    private TextEdit insert(int offset, String inserted) {
        return layout.edit(offset, offset, inserted);
    }

    private static String columnOf(Node node) {
        return " ".repeat(node.span().start().column() - 1);
    }

    private String indentOf(Node node) {
        return layout.lines().indentOf(Extent.of(node).start());
    }

    private String text() {
        return layout.text();
    }
}
