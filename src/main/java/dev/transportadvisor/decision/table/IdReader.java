package dev.transportadvisor.decision.table;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the ids of a table, which are in kebab case and unique. */
final class IdReader {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Problems problems;
    private final Set<String> ids = new HashSet<>();

    IdReader(Problems problems) {
        this.problems = problems;
    }

    String read(MappingReader reader) {
        String id = reader.requiredText("id");
        check(id, reader);
        return id;
    }

    /** Reports an id that is malformed or stands in the table already; an empty one has been reported. */
    void check(String id, MappingReader reader) {
        if (id.isEmpty()) {
            return;
        }
        if (!KEBAB_CASE.matcher(id).matches()) {
            problems.at(reader.span(), "The id " + Quoted.of(id) + " is not in kebab case, as `many-workspaces` is.");
        } else if (!ids.add(id)) {
            problems.at(reader.span(), "The id `" + id + "` stands twice. Ids are unique in a table.");
        }
    }
}
