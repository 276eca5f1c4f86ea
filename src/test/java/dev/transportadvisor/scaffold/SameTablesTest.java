package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A team that changes the language of its bot keeps its database: each makes the tables that the others make. */
class SameTablesTest {

    private static final Pattern STATEMENT = Pattern.compile("create (?:table|index) [^;\"`]+");

    /** What the history is read from after an outage, which not each language does. */
    private static final Pattern OF_ONE_LANGUAGE = Pattern.compile("create table if not exists inbox_beat .*");

    /** What has tables, and one that it has. */
    private static final Map<String, String> FEATURES = Map.of(
            "inbox", "inbox", "workspaces", "slack_token", "private-systems", "pending_request");

    static Stream<Arguments> templates() {
        return Bots.ALL.stream()
                .flatMap(template -> FEATURES.keySet().stream()
                        .filter(template.featureIds()::contains)
                        .map(feature -> Arguments.of(Named.of(template.id(), template), feature)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theyAreTheSameInEachLanguage(Template template, String feature) {
        Set<String> tables = tables(template, feature);

        String one = "create table if not exists " + FEATURES.get(feature) + " (";
        assertTrue(tables.stream().anyMatch(table -> table.startsWith(one)), tables::toString);
        assertEquals(tables(Bots.JAVA, feature), tables);
    }

    private static Set<String> tables(Template template, String feature) {
        Selection selection = Bots.over(
                template, "events-api", Stream.of("inbox", feature).collect(Collectors.toSet()));
        return Scaffolder.scaffold(template, template.own(), selection).stream()
                .filter(file -> Owner.is(feature, file.path()))
                .flatMap(file -> STATEMENT.matcher(file.text()).results())
                .map(found -> found.group().replaceAll("\\s+", " ").strip())
                .filter(statement -> !OF_ONE_LANGUAGE.matcher(statement).matches())
                .collect(Collectors.toSet());
    }
}
