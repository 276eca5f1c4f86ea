package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;

/** Reads a baseline. A rule that is not known any more is no problem: its entries are stale. */
public final class BaselineReader {

    private BaselineReader() {}

    /** @throws dev.transportadvisor.source.InputException with everything that is wrong with the file */
    public static Baseline read(SourceFile file) {
        return MappingReader.document(
                "the baseline", file, root -> Baseline.of(root.mappings("findings", BaselineReader::entry)));
    }

    private static Baseline.Entry entry(MappingReader reader) {
        String file = reader.requiredName("file");
        if (file.indexOf('\0') >= 0) {
            reader.scalar("file")
                    .ifPresent(name -> reader.problems().at(name.span(), "No name of a file holds a NUL character."));
        }
        String rule = reader.requiredText("rule");
        String pointer = reader.requiredScalar("pointer").map(ScalarNode::text).orElse("");
        return new Baseline.Entry(file, rule, pointer);
    }
}
