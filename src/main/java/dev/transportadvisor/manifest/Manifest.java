package dev.transportadvisor.manifest;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Node;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import dev.transportadvisor.source.TextEdit;
import dev.transportadvisor.source.TextEdits;
import java.util.List;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An app manifest as it stands in a file. It is not bound to the SDK's class for manifests, which lacks current
 * keys and would lose them.
 */
public final class Manifest {

    /** The key that every manifest has and hardly any other document; Slack's schema requires no other. */
    public static final String HALLMARK = "display_information";

    /** At the start of a line, as only the keys of the document itself stand in YAML. */
    private static final Pattern ROOT_KEY = Pattern.compile("(?m)^" + HALLMARK + "\\s*:");

    /** As a key anywhere: in braces or in quotes, which may be escaped. */
    private static final Pattern ANY_KEY = Pattern.compile("(?<=[{,\"'\\s])" + HALLMARK + "\\\\?[\"']?\\s*:");

    private final SourceFile file;
    private final Node root;
    private final Field document;

    /** @param root what the text of the file says */
    public Manifest(SourceFile file, Node root) {
        this.file = file;
        this.root = root;
        this.document = Field.ofDocument(root);
    }

    public SourceFile file() {
        return file;
    }

    public Node root() {
        return root;
    }

    /**
     * The manifest after some edits.
     *
     * @throws dev.transportadvisor.source.InputException if the text is no document any more
     */
    public Manifest edited(List<TextEdit> edits) {
        SourceFile edited = file.withText(TextEdits.apply(file.text(), edits));
        return new Manifest(edited, DocumentReader.read(edited));
    }

    /** The whole document, from which {@link FieldPath}s start. */
    public Field document() {
        return document;
    }

    /**
     * What holds the manifest in a document that is none itself: an answer of apps.manifest.export, where it is a
     * mapping, a request of apps.manifest.create, where it is text, or a ConfigMap of Kubernetes, of which it is one
     * file.
     *
     * @see <a href="https://docs.slack.dev/reference/methods/apps.manifest.export">apps.manifest.export</a>
     * @see <a href="https://docs.slack.dev/reference/methods/apps.manifest.create">apps.manifest.create</a>
     * @see <a href="https://kubernetes.io/docs/concepts/configuration/configmap/">ConfigMaps</a>
     */
    public Optional<Field> wrapped() {
        return document.child(HALLMARK).isPresent()
                ? Optional.empty()
                : document.child("manifest")
                        .filter(inner -> inner.child(HALLMARK).isPresent() || isText(inner))
                        .or(this::inConfigMap);
    }

    private Optional<Field> inConfigMap() {
        return document.child("kind").flatMap(Field::text).filter("ConfigMap"::equals).stream()
                .flatMap(kind -> document.child("data").stream())
                .flatMap(data -> data.children().stream())
                .filter(Manifest::isText)
                .findFirst();
    }

    private static boolean isText(Field inner) {
        return inner.text()
                .filter(text -> isIn(text, ROOT_KEY) || isIn(text, ANY_KEY))
                .isPresent();
    }

    /** The version of the format that it is written in. */
    public ManifestVersion version() {
        return ManifestVersion.of(document());
    }

    /**
     * A file among others, if it is a manifest; parsed, if that was needed to know. One that mentions {@link #HALLMARK}
     * as a key but cannot be parsed counts as one, since it is more likely broken than something else.
     */
    public static Optional<SourceFile> likelyIn(SourceFile file) {
        if (isIn(file.text(), ROOT_KEY)) {
            return Optional.of(file);
        } else if (!isIn(file.text(), ANY_KEY)) {
            return Optional.empty();
        }
        try {
            SourceFile parsed = DocumentReader.parsed(file);
            Manifest manifest = new Manifest(parsed, DocumentReader.read(parsed));
            return manifest.document().child(HALLMARK).or(manifest::wrapped).map(found -> parsed);
        } catch (InputException e) {
            return Optional.of(file);
        }
    }

    /** Looks for the word first: to try a pattern at each character of all files in a folder takes far longer. */
    private static boolean isIn(String text, Pattern key) {
        Matcher matcher = key.matcher(text).useAnchoringBounds(false).useTransparentBounds(true);
        for (int at = text.indexOf(HALLMARK); at >= 0; at = text.indexOf(HALLMARK, at + 1)) {
            if (matcher.region(at, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The manifest as it will be when placeholders in keys and values have their values. All places stay those of the
     * file, and a placeholder without a value stays a placeholder.
     *
     * @param values by the name of their placeholder
     */
    public Manifest filled(Map<String, String> values) {
        return new Manifest(file, root.withScalars(scalar -> filled(scalar, values)));
    }

    /** The names of the placeholders in a file; none in one that is no document. */
    public static Set<String> placeholders(SourceFile file) {
        Set<String> names = new HashSet<>();
        try {
            DocumentReader.read(file).withScalars(scalar -> {
                names.addAll(Placeholder.names(scalar.text()));
                return scalar;
            });
        } catch (InputException e) {
            return Set.of();
        }
        return names;
    }

    private ScalarNode filled(ScalarNode scalar, Map<String, String> values) {
        String text = Placeholder.fill(scalar.text(), values);
        return text.equals(scalar.text()) ? scalar : new ScalarNode(text, kind(scalar, text), scalar.span());
    }

    /** Where no quotes stand around it, a filled in {@code true} is no text. */
    private ScalarNode.Kind kind(ScalarNode scalar, String text) {
        char first = file.text().charAt(scalar.span().start().offset());
        if ("\"'|>".indexOf(first) >= 0) {
            return ScalarNode.Kind.TEXT;
        }
        try {
            Node value = DocumentReader.read(new SourceFile("value.yaml", text));
            return value instanceof ScalarNode plain ? plain.kind() : ScalarNode.Kind.TEXT;
        } catch (InputException e) {
            return ScalarNode.Kind.TEXT;
        }
    }
}
