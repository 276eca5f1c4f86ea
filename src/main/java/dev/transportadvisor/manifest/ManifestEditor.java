package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingNode;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SequenceNode;
import dev.transportadvisor.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * Changes to a manifest as edits of its text, which keep all else byte for byte: comments, order, indentation, quotes
 * and line breaks.
 *
 * <p>Every change is tried before it is given away: the edited text must read as the old document with just this
 * change. Where it does not, there are no edits: such as where an alias makes a change of one value one of others. Nor
 * are there any in and beside an alias, whose text stands elsewhere.
 */
public final class ManifestEditor {

    private static final Optional<List<TextEdit>> NOTHING_TO_DO = Optional.of(List.of());

    private final Manifest manifest;
    private final Layout layout;
    private final NodeWriter writer;

    public ManifestEditor(Manifest manifest) {
        this.manifest = manifest;
        this.layout = Layout.of(manifest);
        this.writer = new NodeWriter(layout, Optional.empty());
    }

    /** Adds an item to a list, which is made with all around it where it is missing. No edits if it is in there. */
    public Optional<List<TextEdit>> add(FieldPath list, String item) {
        return spot(list).flatMap(spot -> spot.isFound()
                ? add(spot.branch(), Tree.text(item))
                : put(spot, Tree.list(Tree.text(item))));
    }

    private Optional<List<TextEdit>> add(Branch branch, ScalarNode item) {
        boolean isThere = branch.node() instanceof SequenceNode list
                && list.items().stream().anyMatch(known -> Tree.sayTheSame(known, item));
        return isThere ? NOTHING_TO_DO : insertion().add(branch, item).flatMap(this::tried);
    }

    private Optional<List<TextEdit>> put(Spot spot, Node value) {
        return insertion().put(spot.branch(), Tree.nested(spot.missing(), value)).flatMap(this::tried);
    }

    private Insertion insertion() {
        return new Insertion(manifest.file(), layout, writer);
    }

    /** Sets a value, which is made with all around it where it is missing. No edits if it is so already. */
    public Optional<List<TextEdit>> set(FieldPath path, String text) {
        return set(path, Tree.text(text));
    }

    /** The same for true and false. */
    public Optional<List<TextEdit>> set(FieldPath path, boolean flag) {
        return set(path, Tree.flag(flag));
    }

    private Optional<List<TextEdit>> set(FieldPath path, ScalarNode value) {
        return spot(path).flatMap(spot -> spot.isFound() ? replace(spot.branch(), value) : put(spot, value));
    }

    /** Puts a text in the place of a single value. */
    public Optional<List<TextEdit>> replace(Field value, String text) {
        return branch(value).flatMap(branch -> replace(branch, Tree.text(text)));
    }

    private Optional<List<TextEdit>> replace(Branch branch, ScalarNode value) {
        if (Tree.sayTheSame(branch.node(), value)) {
            return NOTHING_TO_DO;
        }
        String old = textOf(branch.node());
        if (!(branch.node() instanceof ScalarNode) || isTextBlock(old)) {
            return Optional.empty();
        }
        TextEdit edit = new TextEdit(branch.node().span(), writer.spelling(value, old));
        return tried(new Draft(List.of(edit), branch.changed(node -> value)));
    }

    private static boolean isTextBlock(String spelling) {
        return spelling.startsWith("|") || spelling.startsWith(">");
    }

    /** Gives an entry another key, one that its mapping does not have yet. */
    public Optional<List<TextEdit>> rename(Field entry, String key) {
        return branch(entry)
                .filter(branch -> branch.entry().isPresent())
                .filter(branch -> branch.parent().indexesOf(key).isEmpty())
                .flatMap(branch -> rename(branch, branch.entry().orElseThrow(), Tree.text(key)));
    }

    private Optional<List<TextEdit>> rename(Branch branch, MappingNode.Entry old, ScalarNode key) {
        TextEdit edit = new TextEdit(old.key().span(), writer.spelling(key, textOf(old.key())));
        MappingNode.Entry renamed = new MappingNode.Entry(key, old.value());
        return tried(new Draft(List.of(edit), branch.replaced(renamed)));
    }

    /**
     * Takes away an entry or item with the comment behind it; where the mapping or list around it would be empty, that
     * as well.
     */
    public Optional<List<TextEdit>> remove(Field field) {
        return branch(field)
                .filter(branch -> !branch.isDocument())
                .map(branch -> branch.emptied(Branch.ofDocument(manifest.root())))
                .filter(Branch::isSpeltOut)
                .flatMap(gone -> tried(new Draft(
                        new Removal(manifest.file(), layout).of(gone, gone.extent().start()),
                        gone.removedFrom(manifest.root()))));
    }

    /**
     * Moves an entry, with its text and the comments that belong to it, into another mapping, which is made where it
     * is missing. An entry with the same key must not be in there.
     */
    public Optional<List<TextEdit>> move(Field entry, FieldPath into) {
        return branch(entry)
                .filter(branch -> branch.entry().isPresent())
                .flatMap(branch -> spot(into)
                        .flatMap(spot -> EntryMove.of(manifest.file(), layout, branch).to(spot)))
                .flatMap(this::tried);
    }

    private Optional<Branch> branch(Field field) {
        return Branch.of(manifest.root(), field).filter(Branch::isSpeltOut);
    }

    private Optional<Spot> spot(FieldPath path) {
        return Spot.of(manifest.root(), path).filter(spot -> spot.branch().isSpeltOut());
    }

    private String textOf(Node node) {
        return manifest.file().text().substring(
                node.span().start().offset(), node.span().end().offset());
    }

    private Optional<List<TextEdit>> tried(Draft draft) {
        return draft.tried(manifest);
    }
}
