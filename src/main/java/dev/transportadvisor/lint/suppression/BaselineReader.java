package dev.transportadvisor.lint.suppression;

import dev.transportadvisor.source.DocumentReader;
import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.ScalarNode;
import dev.transportadvisor.source.SourceFile;
import java.util.List;

/** Reads a baseline. A rule that is not known any more is no problem: its entries are stale. */
public final class BaselineReader {

    private BaselineReader() {}

    /** @throws dev.transportadvisor.source.InputException with everything that is wrong with the file */
    public static Baseline read(SourceFile file) {
        Problems problems = new Problems(file);
        MappingReader root = new MappingReader("the baseline", DocumentReader.read(file), problems);
        root.requiredChoice("schema", List.of("1"), schema -> schema);
        List<Baseline.Entry> entries =
                root.mappings("findings").stream().map(BaselineReader::entry).toList();
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return Baseline.of(entries);
    }

    private static Baseline.Entry entry(MappingReader reader) {
        String file = reader.requiredName("file");
        if (file.indexOf('\0') >= 0) {
            reader.scalar("file")
                    .ifPresent(name -> reader.problems().at(name.span(), "No name of a file holds a NUL character."));
        }
        String rule = reader.requiredText("rule");
        String pointer = reader.requiredScalar("pointer").map(ScalarNode::text).orElse("");
        reader.rejectUnknownKeys();
        return new Baseline.Entry(file, rule, pointer);
    }
}
