package dev.transportadvisor.lint.finding;

import dev.transportadvisor.diagnostic.Fix;
import dev.transportadvisor.edit.DocumentEditor;
import dev.transportadvisor.edit.NodePath;
import dev.transportadvisor.manifest.Field;
import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.manifest.Manifest;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.Suggestion;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A change that is meant, not yet made: whether it is safe depends on the text. */
public sealed interface Remedy {

    /** The change as an order without a full stop. */
    String description();

    /** What to do to the text; empty where that cannot be done safely. */
    Optional<List<TextEdit>> edits(DocumentEditor editor);

    /** The key of a field was misspelt or has another name, which the block does not hold yet. */
    record RenameKey(Field field, String name) implements Remedy {

        /** For a key that was misspelt, if it is a slip and not another word. */
        public static Optional<Remedy> ofSlip(Field field, String name) {
            String key = field.key().map(ScalarNode::text).orElse("");
            return Suggestion.isSlip(key, name) ? Optional.of(new RenameKey(field, name)) : Optional.empty();
        }

        @Override
        public String description() {
            return "Rename " + FieldName.of(field) + " to " + Quoted.of(name);
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return find(field, editor).flatMap(entry -> editor.rename(entry, name));
        }
    }

    /** A field stands in the wrong block; there is only one that it can belong to, and it is no list's entry. */
    record MoveField(Field field, FieldPath block) implements Remedy {

        @Override
        public String description() {
            return "Put " + FieldName.of(field) + " " + FieldName.placeOf(block);
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return find(field, editor).flatMap(entry -> editor.move(entry, block.steps()));
        }
    }

    /** A word was misspelt, or another took its place. */
    record ReplaceValue(Field field, String word) implements Remedy {

        /** For a word that was misspelt, if it is a slip and not another word. */
        public static Optional<Remedy> ofSlip(Field field, String word) {
            return Suggestion.isSlip(field.text().orElse(""), word)
                    ? Optional.of(new ReplaceValue(field, word))
                    : Optional.empty();
        }

        @Override
        public String description() {
            return "Replace " + Quoted.of(field.text().orElse("")) + " by " + Quoted.of(word);
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return find(field, editor).flatMap(value -> editor.replace(value, word));
        }
    }

    /** An entry of a list, or a key with its value, stands there before in the very same words. */
    record RemoveRepetition(Field field) implements Remedy {

        @Override
        public String description() {
            return "Remove the repeated " + field.text().filter(text -> field.key().isEmpty())
                    .map(Quoted::of)
                    .or(() -> field.key().map(key -> Quoted.of(key.text())))
                    .orElse("entry");
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return find(field, editor).flatMap(editor::remove);
        }
    }

    /** What took the place of an entry of a list stands in the list already. */
    record RemoveEntry(Field field, String newer) implements Remedy {

        @Override
        public String description() {
            return "Remove " + Quoted.of(field.text().orElse("")) + ", since " + Quoted.of(newer) + " is listed";
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return find(field, editor).flatMap(editor::remove);
        }
    }

    /** A list lacks an entry. */
    record AddEntry(String entry, FieldPath list) implements Remedy {

        @Override
        public String description() {
            return "Add " + Quoted.of(entry) + " to " + FieldName.of(list);
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return editor.add(list.steps(), entry);
        }
    }

    /** A switch is in the wrong position, or not there. */
    record SetFlag(FieldPath path, boolean flag) implements Remedy {

        @Override
        public String description() {
            return "Set " + FieldName.of(path) + " to " + flag;
        }

        @Override
        public Optional<List<TextEdit>> edits(DocumentEditor editor) {
            return editor.set(path.steps(), flag);
        }
    }

    private static Optional<NodePath> find(Field field, DocumentEditor editor) {
        return editor.find(field.pointer(), field.value());
    }

    /**
     * All changes as one fix.
     *
     * @param remedies one after the other; empty for what has no fix
     */
    static Optional<Fix> fix(List<Remedy> remedies, Manifest manifest) {
        Manifest changed = manifest;
        List<TextEdit> edits = List.of();
        for (Remedy remedy : remedies) {
            Optional<List<TextEdit>> next = remedy.edits(new DocumentEditor(changed.file(), changed.root()));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            edits = next.get();
            changed = changed.edited(edits);
        }
        String text = changed.file().text();
        if (text.equals(manifest.file().text())) {
            return Optional.empty();
        }
        // The edits of later changes are about the text after the earlier ones.
        List<TextEdit> all = remedies.size() == 1 ? edits : List.of(TextEdits.between(manifest.file(), text));
        String description =
                remedies.stream().map(Remedy::description).collect(Collectors.joining("; "));
        return Optional.of(new Fix(description, all));
    }
}
