package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.suppression.SuppressionFilter;
import dev.transportadvisor.source.Keyword;
import dev.transportadvisor.source.MappingReader;
import java.util.stream.Stream;

/**
 * What may be wrong with a suppression: {@code problem: unused}, {@code expired} or {@code invalid}. That shows only
 * when all other findings are known, so {@link SuppressionFilter} finds it.
 */
public enum SuppressionCheck implements Check, Keyword {
    UNUSED,
    EXPIRED,
    INVALID;

    static Check read(MappingReader reader) {
        return reader.requiredChoice("problem", values()).orElse(UNUSED);
    }

    @Override
    public Stream<Finding> findings(Subject subject) {
        return Stream.empty();
    }
}
