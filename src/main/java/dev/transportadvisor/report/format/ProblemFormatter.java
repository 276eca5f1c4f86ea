package dev.transportadvisor.report.format;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Location;
import dev.transportadvisor.source.Problem;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with an input, for a person: each problem with its place, and the line with a caret. */
public final class ProblemFormatter {

    /** A hostile file can hold a hundred thousand problems; nobody reads more than this. */
    private static final int MOST_SHOWN = 100;

    private final Style style;

    public ProblemFormatter(Style style) {
        this.style = style;
    }

    public String format(InputException exception) {
        List<Problem> problems = exception.problems();
        String shown = problems.stream().limit(MOST_SHOWN).map(this::format).collect(Collectors.joining());
        int more = problems.size() - MOST_SHOWN;
        return more > 0 ? shown + "And " + more + " more. Mend these first.\n" : shown;
    }

    private String format(Problem problem) {
        String label = style.error("error:") + " " + Quoted.visible(problem.message()) + "\n";
        return problem.location()
                .map(Location::place)
                .map(place -> Quoted.visible(place.toString()) + ": " + label + new Excerpt(style).format(place))
                .orElse(label);
    }
}
