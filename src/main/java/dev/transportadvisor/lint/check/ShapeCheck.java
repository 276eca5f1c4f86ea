package dev.transportadvisor.lint.check;

import dev.transportadvisor.lint.finding.Finding;
import dev.transportadvisor.lint.shape.ShapeFault;
import java.util.stream.Stream;

/** One kind of what the walk through the fields of a manifest finds: {@code kind: shape, fault: unknown-key}. */
public record ShapeCheck(ShapeFault.Kind fault) implements Check {

    @Override
    public Stream<Finding> findings(Subject subject) {
        return subject.shape().stream()
                .filter(found -> found.kind() == fault)
                .map(ShapeFault::finding);
    }
}
