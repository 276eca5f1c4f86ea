package dev.transportadvisor.lint;

import dev.transportadvisor.manifest.FieldPath;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the check that a rule names, with the parameters that the rule gives. */
final class CheckReader {

    /** The closed set of kinds. */
    private final Map<String, Function<MappingReader, Check>> kinds = Map.of(
            "syntax", reader -> SyntaxCheck.INSTANCE,
            "suppression", SuppressionCheck::read,
            "shape", CheckReader::shape,
            "requires", CheckReader::requires);

    /** A check that finds nothing stands for one that could not be read, which is reported. */
    Check read(MappingReader reader) {
        List<String> allowed = kinds.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        Optional<String> kind = reader.requiredChoice("kind", allowed, name -> name);
        Check check = kind.map(name -> kinds.get(name).apply(reader)).orElse(SyntaxCheck.INSTANCE);
        if (kind.isPresent()) {
            reader.rejectUnknownKeys();
        }
        return check;
    }

    private static Check requires(MappingReader reader) {
        return new RequiresCheck(
                path(reader, "each"),
                FieldTestReader.read(reader, "when"),
                FieldTestReader.read(reader, "needs"),
                FieldTestReader.read(reader, "note-when"),
                path(reader, "at"),
                FieldTestReader.texts(reader, "at-text"),
                reader.requiredText("message"));
    }

    private static Check shape(MappingReader reader) {
        return reader.requiredChoice("fault", List.of(ShapeFault.Kind.values()), ShapeFault.Kind::word)
                .<Check>map(ShapeCheck::new)
                .orElse(SyntaxCheck.INSTANCE);
    }

    private static FieldPath path(MappingReader reader, String key) {
        return FieldPath.of(reader.scalar(key).map(ScalarNode::text).orElse(""));
    }
}
