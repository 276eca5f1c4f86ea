package dev.transportadvisor.lint;

import dev.transportadvisor.source.Keyword;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.SourceReader;
import java.nio.file.Path;
import java.util.List;

/**
 * Where schema and rules differ on purpose.
 *
 * @param pointer the places, as a regular expression
 * @param fault the kind of fault, as a regular expression
 * @param source where it can be read up
 */
record SchemaDifference(String reason, Side side, String pointer, String fault, String source) {

    private static final Path FILE = Path.of("src/test/resources/lint-corpus/schema-differences.yaml");

    enum Side implements Keyword {
        /** We find an error where the schema finds none. */
        OURS,
        /** The schema finds an error where we find nothing. */
        SCHEMAS,
        /** The schema finds an error where we but warn. */
        SCHEMAS_WHERE_WE_WARN
    }

    static List<SchemaDifference> all() {
        return MappingReader.document(
                "the differences",
                SourceReader.read(FILE),
                document -> document.mappings("differences", SchemaDifference::read));
    }

    private static SchemaDifference read(MappingReader reader) {
        return new SchemaDifference(
                reader.requiredText("reason"),
                reader.requiredChoice("side", Side.values()).orElse(Side.OURS),
                reader.requiredScalar("pointer").orElseThrow().text(),
                reader.requiredText("fault"),
                reader.requiredText("source"));
    }

    boolean explains(ShapeVerdict verdict, Side of) {
        return side == of
                && verdict.pointer().matches(pointer)
                && verdict.fault().matches(fault);
    }
}
