package dev.transportadvisor.manifest;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code rules/manifest-fields.yaml}, whose notation is explained there. */
final class ManifestFieldsReader {

    private final Problems problems;
    private final Map<String, TextPattern> patterns = new HashMap<>();
    private final Map<String, FieldType> shapes = new HashMap<>();

    private ManifestFieldsReader(Problems problems) {
        this.problems = problems;
    }

    /** @throws dev.transportadvisor.source.InputException if the file does not describe the fields of a manifest */
    static ManifestFields read(SourceFile file) {
        return MappingReader.document(
                "the file",
                file,
                reader -> new ManifestFields(new ManifestFieldsReader(reader.problems()).manifest(reader)));
    }

    private FieldType.Block manifest(MappingReader reader) {
        reader.items("sources");
        reader.mapping("patterns").ifPresent(this::readPatterns);
        MappingReader named = reader.requiredMapping("shapes");
        FieldTypeReader types = new FieldTypeReader(problems, patterns, shapes);
        named.keys().forEach(name -> named.node(name.text())
                .ifPresent(shape -> shapes.put(name.text(), types.read(name.text(), shape))));
        MappingReader root = reader.requiredMapping("manifest");
        FieldType.Block manifest = types.block(root);
        root.rejectUnknownKeys();
        return manifest;
    }

    private void readPatterns(MappingReader reader) {
        for (ScalarNode name : reader.keys()) {
            reader.mapping(name.text())
                    .flatMap(this::pattern)
                    .ifPresent(pattern -> patterns.put(name.text(), pattern));
        }
    }

    private Optional<TextPattern> pattern(MappingReader reader) {
        Optional<ScalarNode> regex = reader.requiredScalar("regex");
        String means = reader.requiredText("means");
        String remedy = reader.requiredText("remedy");
        boolean isOfUrls = !reader.choices("of", List.of("urls"), word -> word).isEmpty();
        reader.rejectUnknownKeys();
        return regex.flatMap(this::compiled).map(compiled -> new TextPattern(compiled, means, remedy, isOfUrls));
    }

    private Optional<Pattern> compiled(ScalarNode regex) {
        try {
            return Optional.of(Pattern.compile(regex.text(), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            problems.at(regex.span(), "Not a regular expression: " + e.getDescription() + ".");
            return Optional.empty();
        }
    }
}
