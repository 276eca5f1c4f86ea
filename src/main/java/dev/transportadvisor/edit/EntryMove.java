package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves an entry to another mapping.
 *
 * @param source the entry's place
 */
record EntryMove(Layout layout, NodePath source, EntryText moved) {

    static EntryMove of(Layout layout, NodePath source) {
        boolean inFlow = layout.isFlow(source.parent().node());
        MappingNode.Entry entry = source.entry().orElseThrow();
        Extent extent = Extent.of(entry);
        Lines lines = layout.lines();
        String indent = inFlow ? lines.indentOf(extent.start()) : columnOf(source);
        int from = inFlow || isFirstOfDocument(source) ? extent.start() : lines.commentsAbove(extent.start(), indent);
        int to = inFlow ? extent.end() : lines.endOf(lines.beforeSpace(extent.end()));
        return new EntryMove(
                layout, source, new EntryText(entry, from, to, layout.text().substring(from, to), indent));
    }

    /** A comment in front of the first entry is about the whole file. */
    private static boolean isFirstOfDocument(NodePath source) {
        return source.parent().isDocument() && source.index() == 0;
    }

    /** Empty where the target has that key, or is no mapping. */
    Optional<Change> to(Destination target) {
        boolean isTaken = target.isFound()
                && !target.path().indexesOf(moved.entry().key().text()).isEmpty();
        if (isTaken || target.path().node() instanceof SequenceNode || target.path().isIn(source)) {
            return Optional.empty();
        }
        NodePath gone = source.emptied(target.path());
        if (!gone.isSpeltOut()) {
            return Optional.empty();
        }
        return gone.parent().indexes().equals(target.path().indexes())
                ? inPlaceOf(gone, target)
                : across(gone, target);
    }

    /** What goes away stands in the target, so the entry gets its place. */
    private Optional<Change> inPlaceOf(NodePath gone, Destination target) {
        int from = startOf(gone);
        int to = Math.max(gone.extent().end(), moved.to());
        NodeWriter writer = new NodeWriter(layout, Optional.of(moved));
        String text = target.isFlow(layout)
                ? writer.inFlow(outer(target), layout.lines().indentOf(from))
                : writer.inBlock(outer(target), columnOf(gone));
        List<TextEdit> edits = List.of(layout.edit(from, to, text));
        return Optional.of(new Change(edits, gone.replaced(outer(target)))).filter(change -> !losesComment(edits));
    }

    private int startOf(NodePath gone) {
        return gone.equals(source) ? moved.from() : gone.extent().start();
    }

    private static String columnOf(NodePath path) {
        ScalarNode key = path.entry().orElseThrow().key();
        return " ".repeat(key.span().start().column() - 1);
    }

    private Optional<Change> across(NodePath gone, Destination target) {
        List<TextEdit> removal = new Removal(layout).of(gone, startOf(gone));
        return insertion(target)
                .filter(insertion -> !losesComment(removal))
                .map(insertion -> new Change(
                        TextEdits.inOrder(Stream.concat(removal.stream(), insertion.edits().stream())
                                .toList()),
                        gone.removedFrom(insertion.intended())));
    }

    /** The entry, in what is missing of the target. */
    private MappingNode.Entry outer(Destination target) {
        return target.isFound()
                ? moved.entry()
                : NewNodes.nested(target.missing(), NewNodes.mapping(moved.entry()));
    }

    /** An entry of a block that goes between braces is spelt anew, without comments. */
    private Optional<Change> insertion(Destination target) {
        boolean isRespelt = !layout.isFlow(source.parent().node()) && target.isFlow(layout);
        if (isRespelt && holdsComment(moved.text())) {
            return Optional.empty();
        }
        NodeWriter writer = new NodeWriter(layout, isRespelt ? Optional.empty() : Optional.of(moved));
        return new Insertion(layout, writer).put(target.path(), outer(target));
    }

    /** Whether something is taken away that is neither the entry nor bare of comments. */
    private boolean losesComment(List<TextEdit> removal) {
        String removed = removal.stream()
                .map(edit -> layout.text()
                        .substring(edit.span().start().offset(), edit.span().end().offset()))
                .collect(Collectors.joining());
        return holdsComment(removed.replace(moved.text(), ""));
    }

    private boolean holdsComment(String text) {
        return !layout.isJson() && text.contains("#");
    }
}
