package dev.transportadvisor.report;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.Quoted;
import java.util.stream.Collectors;

/** What is wrong with an input, for a person: each problem with its place, and the line with a caret. */
public final class ProblemFormatter {

    private final Style style;

    public ProblemFormatter(Style style) {
        this.style = style;
    }

    public String format(InputException exception) {
        return exception.problems().stream().map(this::format).collect(Collectors.joining());
    }

    private String format(Problem problem) {
        String label = style.error("error:") + " " + Quoted.visible(problem.message()) + "\n";
        return problem.location()
                .map(location -> Quoted.visible(location.toString()) + ": " + label + new Excerpt(style).format(location))
                .orElse(label);
    }
}
