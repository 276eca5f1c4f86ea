package com.example.slackbot.feature.privatesystems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.slackbot.runtime.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertEquals(0, PermissionsFile.read(null).rules().size());
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
        WhoMay permissions = read("operations: {sync: " + (rule == null ? "" : rule) + "}");

        assertEquals(allowed, permissions.rules().get("sync").allows(
                new Asker(user, "T1", false, channel, null), new UserGroups()));
    }

    @Test
    void everyoneMayWhatChangesNothing() throws Exception {
        assertTrue(read("operations: {alerts: {users: everyone}}").rules().get("alerts")
                .allows(new Asker("U9", "T1", false, "C1", null), new UserGroups()));
    }

    @Test
    void nobodyOfAnotherWorkspaceMayAnything() throws Exception {
        WhoMay permissions = read("operations: {alerts: {users: everyone}, sync: {users: [U1]}}");

        Asker external = new Asker("U1", "T2", true, "C1", null);
        assertFalse(permissions.rules().get("alerts").allows(external, new UserGroups()));
        assertFalse(permissions.rules().get("sync").allows(external, new UserGroups()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "operations: {sync: {users: everyone}}",
        "operations: {sync: {users: U1}}",
        "operations: {sync: {users: [ann]}}",
        "operations: {sync: {users: [U1, '']}}",
        "operations: {sync: {users: []}}",
        "operations: {sync: {users: [U1], channels: []}}",
        "operations: {sync: {users: [U1], channels: ['#ops']}}",
        "operations: {sync: {users: [U1], channels: }}",
        "operations: {sync: {users: [U1], channel: [C1]}}",
        "operations: {sync: {groups: [U1]}}",
        "operations: {sync: {users: [U1], approval: none}}",
        "operations: {sync: {users: [U1], approval: }}",
        "operations: {sync: {users: [U1], aproval: second-person}}",
        "operations: {sync: [U1]}",
        "operations: {synch: {users: [U1]}}",
        "operations: {sync: {users: [U1]}, sync: {users: [U2]}}",
        "operations: &all {sync: *all}",
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
        assertThrows(StartupException.class, () -> PermissionsFile.read(folder.resolve("none.yaml").toString()));
    }

    @Test
    void namesEveryProblem() {
        assertEquals(2, assertThrows(StartupException.class,
                () -> read("operations: {sync: {users: [x]}, build: {users: everyone}}")).problems().size());
    }

    private WhoMay read(String yaml) throws IOException, StartupException {
        Path file = Files.writeString(folder.resolve("permissions.yaml"), yaml);
        return PermissionsFile.read(file.toString());
    }
}
