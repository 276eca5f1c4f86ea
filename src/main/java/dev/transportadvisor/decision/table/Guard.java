package dev.transportadvisor.decision.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a row holds. An unknown answer passes no test, so it neither makes a row hold nor keeps it from holding.
 *
 * @param all all of them must hold; none for a row that always may
 * @param none not one of them may hold
 */
public record Guard(List<Condition> all, List<Condition> none) {

    /** Holds whatever the answers are. */
    public static final Guard ALWAYS = new Guard(List.of(), List.of());

    public Guard {
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    /** @param answers with what follows from others, see {@link DecisionTable#completed} */
    public boolean holds(Answers answers) {
        return all.stream().allMatch(condition -> condition.holds(answers))
                && none.stream().noneMatch(condition -> condition.holds(answers));
    }

    /** Whether it depends on any answer. */
    public boolean isConditional() {
        return !all.isEmpty() || !none.isEmpty();
    }

    public Stream<Condition> conditions() {
        return Stream.concat(all.stream(), none.stream());
    }

    /** Such as {@code distribution: unlisted unless workspaces: <= 1}. */
    public String text() {
        String required = texts(all, " and ");
        String forbidden = texts(none, " or ");
        String link = required.isEmpty() ? "not " : " unless ";
        return forbidden.isEmpty() ? required : required + link + forbidden;
    }

    private static String texts(List<Condition> conditions, String between) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(between));
    }
}
