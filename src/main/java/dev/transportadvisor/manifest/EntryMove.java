package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
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
        String indent = inFlow
                ? lines.indentOf(extent.start())
                : " ".repeat(entry.key().span().start().column() - 1);
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
        if (target.branch().isIn(source)) {
            return Optional.empty();
        } else if (target.branch().way().equals(source.parent().way())) {
            return target.isFound() ? Optional.empty() : Optional.of(wrapped(target.missing()));
        }
        boolean isTaken = target.isFound()
                && !target.branch().indexesOf(moved.entry().key().text()).isEmpty();
        return isTaken ? Optional.empty() : across(target);
    }

    /** What is missing of the target is built around the entry, where it stands. */
    private Draft wrapped(List<String> keys) {
        NodeWriter writer = new NodeWriter(layout, Optional.of(moved));
        MappingNode.Entry outer = Tree.nested(keys, Tree.mapping(moved.entry()));
        String text = layout.isFlow(source.parent().node())
                ? writer.inFlow(outer, moved.indent())
                : writer.inBlock(outer, moved.indent());
        TextEdit edit = new TextEdit(file.span(moved.from(), moved.to()), text);
        return new Draft(List.of(edit), source.replaced(outer));
    }

    private Optional<Draft> across(Spot target) {
        Branch gone = source.emptied();
        List<TextEdit> removal = new Removal(file, layout)
                .of(gone, gone.equals(source) ? moved.from() : gone.extent().start());
        return losesComment(removal) ? Optional.empty() : insertion(target).map(inserted -> {
            List<TextEdit> edits = new ArrayList<>(removal);
            edits.addAll(inserted.edits());
            return new Draft(TextEdits.inOrder(edits), gone.removedFrom(inserted.intended()));
        });
    }

    /** An entry of a block that goes between braces is spelt anew, without comments. */
    private Optional<Draft> insertion(Spot target) {
        boolean isRespelt = !layout.isFlow(source.parent().node()) && target.isFlow(layout);
        if (isRespelt && holdsComment(moved.text())) {
            return Optional.empty();
        }
        NodeWriter writer = new NodeWriter(layout, isRespelt ? Optional.empty() : Optional.of(moved));
        MappingNode.Entry entry = target.isFound()
                ? moved.entry()
                : Tree.nested(target.missing(), Tree.mapping(moved.entry()));
        return new Insertion(file, layout, writer).put(target.branch(), entry);
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
