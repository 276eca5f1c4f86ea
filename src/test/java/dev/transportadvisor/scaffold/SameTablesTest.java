package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A team that changes the language of its bot keeps its database: each makes the tables that the others make. */
class SameTablesTest {

    private static final Pattern STATEMENT = Pattern.compile("create (?:table|index) [^;\"`]+");

    /** What the history is read from after an outage, which not each language does. */
    private static final Pattern OF_ONE_LANGUAGE = Pattern.compile("create table if not exists inbox_beat .*");

    static Stream<Template> templates() {
        return Bots.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theInboxIsTheSameInEachLanguage(Template template) {
        Set<String> tables = tables(template);

        assertTrue(tables.stream().anyMatch(table -> table.startsWith("create table if not exists inbox (")));
        assertEquals(tables(Bots.JAVA), tables);
    }

    private static Set<String> tables(Template template) {
        Selection inbox = Bots.over(template, "events-api", Set.of("inbox"));
        return Scaffolder.scaffold(template, template.own(), inbox).stream()
                .filter(file -> file.path().contains("/inbox/"))
                .flatMap(file -> STATEMENT.matcher(file.text()).results())
                .map(found -> found.group().replaceAll("\\s+", " ").strip())
                .filter(statement -> !OF_ONE_LANGUAGE.matcher(statement).matches())
                .collect(Collectors.toSet());
    }
}
