package dev.transportadvisor.edit;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * Changes to a document as edits of its text, which keep all else byte for byte: comments, order, indentation, quotes
 * and line breaks. Keys lead from the document down.
 *
 * <p>Every change is tried before it is given away: the edited text must read as the old document with just this
 * change. Where it does not, there are no edits: such as where an alias makes a change of one value one of others. Nor
 * are there any in and beside an alias, whose text stands elsewhere.
 */
public final class DocumentEditor {

    private static final Optional<List<TextEdit>> NOTHING_TO_DO = Optional.of(List.of());

    private final SourceFile file;
    private final Node root;
    private final Layout layout;
    private final NodeWriter writer;

    /** @param root what the text of the file says */
    public DocumentEditor(SourceFile file, Node root) {
        this.file = file;
        this.root = root;
        this.layout = Layout.of(file, root);
        this.writer = new NodeWriter(layout, Optional.empty());
    }

    /**
     * Where a value stands; empty where the text says something else there, or is not the value's own.
     *
     * @param pointer JSON Pointer (RFC 6901)
     */
    public Optional<NodePath> find(String pointer, Node value) {
        return NodePath.of(root, pointer, value).filter(NodePath::isSpeltOut);
    }

    /**
     * What stands at a place; empty where nothing does, or the text is not its own.
     *
     * @param pointer JSON Pointer (RFC 6901)
     */
    public Optional<NodePath> find(String pointer) {
        return NodePath.of(root, pointer).filter(NodePath::isSpeltOut);
    }

    /** Adds an item to a list, which is made with all around it where it is missing. No edits if it is in there. */
    public Optional<List<TextEdit>> add(List<String> list, String item) {
        return destination(list).flatMap(target -> target.isFound()
                ? add(target.path(), NewNodes.text(item))
                : put(target, NewNodes.list(NewNodes.text(item))));
    }

    private Optional<List<TextEdit>> add(NodePath path, ScalarNode item) {
        boolean isThere = path.node() instanceof SequenceNode list
                && list.items().stream().anyMatch(known -> SameContent.of(known, item));
        return isThere ? NOTHING_TO_DO : tried(new Insertion(layout, writer).add(path, item));
    }

    private Optional<List<TextEdit>> put(Destination target, Node value) {
        return tried(new Insertion(layout, writer).put(target.path(), NewNodes.nested(target.missing(), value)));
    }

    /** Sets a value, which is made with all around it where it is missing. No edits if it is so already. */
    public Optional<List<TextEdit>> set(List<String> keys, String text) {
        return set(keys, NewNodes.text(text));
    }

    /** The same for true and false. */
    public Optional<List<TextEdit>> set(List<String> keys, boolean flag) {
        return set(keys, NewNodes.flag(flag));
    }

    private Optional<List<TextEdit>> set(List<String> keys, ScalarNode value) {
        return destination(keys)
                .flatMap(target -> target.isFound() ? replace(target.path(), value) : put(target, value));
    }

    /** Puts a text in the place of a single value. */
    public Optional<List<TextEdit>> replace(NodePath value, String text) {
        return replace(value, NewNodes.text(text));
    }

    private Optional<List<TextEdit>> replace(NodePath path, ScalarNode value) {
        if (SameContent.of(path.node(), value)) {
            return NOTHING_TO_DO;
        }
        String old = textOf(path.node());
        if (!(path.node() instanceof ScalarNode) || isTextBlock(old)) {
            return Optional.empty();
        }
        TextEdit edit = new TextEdit(path.node().span(), writer.spelling(value, old));
        return tried(Optional.of(new Change(List.of(edit), path.changed(node -> value))));
    }

    private static boolean isTextBlock(String spelling) {
        return spelling.startsWith("|") || spelling.startsWith(">");
    }

    /** Gives an entry another key, one that its mapping does not have yet. */
    public Optional<List<TextEdit>> rename(NodePath entry, String key) {
        return tried(entry.entry()
                .filter(old -> entry.parent().indexesOf(key).isEmpty())
                .map(old -> renamed(entry, old, NewNodes.text(key))));
    }

    private Change renamed(NodePath path, MappingNode.Entry old, ScalarNode key) {
        TextEdit edit = new TextEdit(old.key().span(), writer.spelling(key, textOf(old.key())));
        return new Change(List.of(edit), path.replaced(new MappingNode.Entry(key, old.value())));
    }

    /**
     * Takes away an entry or item with the comment behind it; where the mapping or list around it would be empty, that
     * as well.
     */
    public Optional<List<TextEdit>> remove(NodePath value) {
        return tried(Optional.of(value)
                .filter(path -> !path.isDocument())
                .map(path -> path.emptied(NodePath.ofDocument(root)))
                .filter(NodePath::isSpeltOut)
                .map(gone -> new Change(
                        new Removal(layout).of(gone, gone.extent().start()), gone.removedFrom(root))));
    }

    /**
     * Moves an entry, with its text and the comments that belong to it, into another mapping, which is made where it
     * is missing. An entry with the same key must not be in there.
     */
    public Optional<List<TextEdit>> move(NodePath entry, List<String> into) {
        return tried(entry.entry()
                .flatMap(known -> destination(into))
                .flatMap(target -> EntryMove.of(layout, entry).to(target)));
    }

    private Optional<Destination> destination(List<String> keys) {
        return Destination.of(root, keys).filter(target -> target.path().isSpeltOut());
    }

    private String textOf(Node node) {
        Extent extent = Extent.of(node);
        return file.text().substring(extent.start(), extent.end());
    }

    private Optional<List<TextEdit>> tried(Optional<Change> change) {
        return change.flatMap(known -> known.tried(file));
    }
}
