package dev.transportadvisor.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.scaffold.BuildTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotBuildTest {

    @TempDir
    private Path folder;

    @Test
    void mavenBuildsAJavaBotEveryTime() throws IOException {
        files("pom.xml", "target");
        assertCommands("mvn -q -B -ntp package -DskipTests");
    }

    @Test
    void npmInstallsWhatIsLocked() throws IOException {
        files("package.json", "package-lock.json");
        assertCommands("npm ci --no-audit --no-fund", "npm run --if-present build");
    }

    @Test
    void npmInstallsWhatIsNamedWhereNothingIsLocked() throws IOException {
        files("package.json");
        assertCommands("npm install --no-audit --no-fund", "npm run --if-present build");
    }

    @Test
    void packagesThatAreThereStay() throws IOException {
        files("package.json", "package-lock.json", "node_modules");
        assertCommands("npm run --if-present build");
    }

    @Test
    void pythonGetsAnEnvironmentOfItsOwn() throws IOException {
        files("pyproject.toml");
        assertCommands("python3 -m venv .venv", ".venv/bin/pip install -q -e .");
    }

    @Test
    void aListOfRequirementsIsInstalledWhereThereIsOne() throws IOException {
        files("pyproject.toml", "requirements.txt");
        assertCommands("python3 -m venv .venv", ".venv/bin/pip install -q -r requirements.txt");
    }

    @Test
    void aListOfRequirementsIsEnough() throws IOException {
        files("requirements.txt");
        assertCommands("python3 -m venv .venv", ".venv/bin/pip install -q -r requirements.txt");
        assertEquals(Optional.of(BuildTool.PIP), new BotBuild(folder).tool());
    }

    @Test
    void anEnvironmentThatIsThereStays() throws IOException {
        files("pyproject.toml", ".venv");
        assertCommands();
    }

    @Test
    void whatNobodyKnowsIsStartedAsItIs() throws IOException {
        files("go.mod");
        assertCommands();
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    private void assertCommands(String... expected) {
        List<String> commands = new BotBuild(folder)
                .commands().stream().map(command -> String.join(" ", command)).toList();
        assertEquals(List.of(expected), commands);
    }
}
