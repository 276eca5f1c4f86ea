package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves an entry to another mapping.
 *
 * @param source the entry's place
 */
record EntryMove(SourceFile file, Layout layout, Branch source, Moved moved) {

    static EntryMove of(SourceFile file, Layout layout, Branch source) {
        boolean inFlow = layout.isFlow(source.parent().node());
        MappingNode.Entry entry = source.entry().orElseThrow();
        Extent extent = Extent.of(entry);
        Lines lines = layout.lines();
        String indent = inFlow ? lines.indentOf(extent.start()) : columnOf(source);
        int from = inFlow || isFirstOfDocument(source) ? extent.start() : lines.commentsAbove(extent.start(), indent);
        int to = inFlow ? extent.end() : lines.endOf(lines.beforeSpace(extent.end()));
        return new EntryMove(
                file, layout, source, new Moved(entry, from, to, lines.text().substring(from, to), indent));
    }

    /** A comment in front of the first entry is about the whole file. */
    private static boolean isFirstOfDocument(Branch source) {
        return source.parent().isDocument() && source.index() == 0;
    }

    /** Empty where the target has that key, or is no mapping. */
    Optional<Draft> to(Spot target) {
        boolean isTaken = target.isFound()
                && !target.branch().indexesOf(moved.entry().key().text()).isEmpty();
        if (isTaken || target.branch().node() instanceof SequenceNode || target.branch().isIn(source)) {
            return Optional.empty();
        }
        Branch gone = source.emptied(target.branch());
        if (!gone.isSpeltOut()) {
            return Optional.empty();
        }
        return gone.parent().way().equals(target.branch().way())
                ? inPlaceOf(gone, target)
                : across(gone, target);
    }

    /** What goes away stands in the target, so the entry gets its place. */
    private Optional<Draft> inPlaceOf(Branch gone, Spot target) {
        int from = gone.equals(source) ? moved.from() : gone.extent().start();
        int to = Math.max(gone.extent().end(), moved.to());
        NodeWriter writer = new NodeWriter(layout, Optional.of(moved));
        String text = target.isFlow(layout)
                ? writer.inFlow(outer(target), layout.lines().indentOf(from))
                : writer.inBlock(outer(target), columnOf(gone));
        TextEdit edit = new TextEdit(file.span(from, to), text);
        return losesComment(List.of(edit))
                ? Optional.empty()
                : Optional.of(new Draft(List.of(edit), gone.replaced(outer(target))));
    }

    private static String columnOf(Branch branch) {
        ScalarNode key = branch.entry().orElseThrow().key();
        return " ".repeat(key.span().start().column() - 1);
    }

    private Optional<Draft> across(Branch gone, Spot target) {
        int from = gone.equals(source) ? moved.from() : gone.extent().start();
        List<TextEdit> removal = new Removal(file, layout).of(gone, from);
        return losesComment(removal) ? Optional.empty() : insertion(target).map(inserted -> {
            List<TextEdit> edits = new ArrayList<>(removal);
            edits.addAll(inserted.edits());
            return new Draft(TextEdits.inOrder(edits), gone.removedFrom(inserted.intended()));
        });
    }

    /** The entry, in what is missing of the target. */
    private MappingNode.Entry outer(Spot target) {
        return target.isFound()
                ? moved.entry()
                : Tree.nested(target.missing(), Tree.mapping(moved.entry()));
    }

    /** An entry of a block that goes between braces is spelt anew, without comments. */
    private Optional<Draft> insertion(Spot target) {
        boolean isRespelt = !layout.isFlow(source.parent().node()) && target.isFlow(layout);
        if (isRespelt && holdsComment(moved.text())) {
            return Optional.empty();
        }
        NodeWriter writer = new NodeWriter(layout, isRespelt ? Optional.empty() : Optional.of(moved));
        return new Insertion(file, layout, writer).put(target.branch(), outer(target));
    }

    /** Whether something is taken away that is neither the entry nor bare of comments. */
    private boolean losesComment(List<TextEdit> removal) {
        StringBuilder removed = new StringBuilder();
        for (TextEdit edit : removal) {
            removed.append(file.text(), edit.span().start().offset(), edit.span().end().offset());
        }
        return holdsComment(removed.toString().replace(moved.text(), ""));
    }

    private boolean holdsComment(String text) {
        return !layout.isJson() && text.contains("#");
    }
}
