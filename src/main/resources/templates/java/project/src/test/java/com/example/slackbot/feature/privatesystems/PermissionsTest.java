package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    @TempDir
    Path folder;

    /** Of whom nothing is said: nobody. */
    @Test
    void theFileInTheJarAllowsNothing() throws Exception {
        assertEquals(0, readFile(null).rules().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{users: [U1]}                                | U1 | C1 | true",
        "{users: [U1]}                                | U2 | C1 | false",
        "{users: [U1], channels: [C1]}                | U1 | C1 | true",
        "{users: [U1], channels: [C1]}                | U1 | C2 | false",
        "{users: [U1], channels: [C1]}                | U2 | C1 | false",
        "{channels: [C1]}                             | U1 | C1 | false",
        "{approval: second-person}                    | U1 | C1 | false",
        "{}                                           | U1 | C1 | false",
        "                                             | U1 | C1 | false",
    })
    void onlyWhoIsNamedMayWhereItIsNamed(String rule, String user, String channel, boolean allowed) throws Exception {
        WhoMay permissions = read("operations: {launch: " + (rule == null ? "" : rule) + "}");

        assertEquals(allowed, permissions.rules().get("launch").allows(
                new Asker(user, "T1", false, channel, null), new UserGroups()));
    }

    @Test
    void everyoneMayWhatChangesNothing() throws Exception {
        assertTrue(read("operations: {weather: {users: everyone}}").rules().get("weather")
                .allows(new Asker("U9", "T1", false, "C1", null), new UserGroups()));
    }

    @Test
    void nobodyOfAnotherWorkspaceMayAnything() throws Exception {
        WhoMay permissions = read("operations: {weather: {users: everyone}, launch: {users: [U1]}}");

        Asker external = new Asker("U1", "T2", true, "C1", null);
        assertFalse(permissions.rules().get("weather").allows(external, new UserGroups()));
        assertFalse(permissions.rules().get("launch").allows(external, new UserGroups()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "operations: {launch: {users: everyone}}",
        "operations: {launch: {users: U1}}",
        "operations: {launch: {users: [ann]}}",
        "operations: {launch: {users: [U1, '']}}",
        "operations: {launch: {users: []}}",
        "operations: {launch: {users: [U1], channels: []}}",
        "operations: {launch: {users: [U1], channels: ['#ops']}}",
        "operations: {launch: {users: [U1], channels: }}",
        "operations: {launch: {users: [U1], channel: [C1]}}",
        "operations: {launch: {users: [U1], [channels]: [C1]}}",
        "operations: {launch: {groups: [U1]}}",
        "operations: {launch: {users: [U1], approval: none}}",
        "operations: {launch: {users: [U1], approval: }}",
        "operations: {launch: {users: [U1], aproval: second-person}}",
        "operations: {launch: [U1]}",
        "operations: {weather: {users: [U1], approval: second-person}}",
        "operations: {lanch: {users: [U1]}}",
        "operations: {launch: {users: [U1]}, launch: {users: [U2]}}",
        "operations: &all {launch: *all}",
        "operation: {}",
        "ask: &a [[*a]]",
        "ask: ",
        "- x",
        "{",
        "operations: !!javax.script.ScriptEngineManager []",
    })
    void whatItDoesNotUnderstandEndsTheStart(String yaml) {
        StartupException e = assertThrows(StartupException.class, () -> read(yaml));
        assertEquals(2, e.status());
        assertTrue(e.problems().stream().allMatch(problem -> problem.lines().count() == 1), e.getMessage());
    }

    @Test
    void aFileThatIsNotThereEndsTheStart() {
        var e = assertThrows(StartupException.class, () -> readFile(folder.resolve("none.yaml").toString()));
        assertTrue(e.getMessage().contains("PERMISSIONS_FILE names no file"), e.getMessage());
    }

    @Test
    void saysInWhichLineItIsNoYaml() {
        var e = assertThrows(StartupException.class, () -> read("ask: Zoe\noperations: {"));
        assertTrue(e.getMessage().contains("expected YAML, each key once, in the file"), e.getMessage());
        assertTrue(e.getMessage().contains("; see line 2."), e.getMessage());
    }

    @Test
    void mayNameWhatIsNotSetUpHere() throws Exception {
        assertEquals(Set.of("missile"), read("operations: {missile: {users: [U1]}}").rules().keySet());
    }

    @Test
    void namesEveryProblem() {
        assertEquals(2, assertThrows(StartupException.class,
                () -> read("operations: {launch: {users: [x]}, strike: {users: everyone}}")).problems().size());
    }

    private WhoMay read(String yaml) throws IOException, StartupException {
        Path file = Files.writeString(folder.resolve("permissions.yaml"), yaml);
        return readFile(file.toString());
    }

    /** Of {@code missile}, only the word is known. */
    private static WhoMay readFile(String file) throws StartupException {
        return PermissionsFile.read(
                file,
                Set.of("weather", "launch", "strike", "missile"),
                List.of(new Weather("dry"), new Countdown("launch"), new Countdown("strike")));
    }
}
