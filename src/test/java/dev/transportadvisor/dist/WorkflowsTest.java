package dev.transportadvisor.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.testing.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that GitHub, JReleaser and pre-commit read. */
class WorkflowsTest {

    @Test
    void actionlintFindsNothingInTheWorkflows() throws Exception {
        assumeTrue(Packed.isOnPath("actionlint"), "Skipped: needs actionlint");
        Finished run = Finished.run(Path.of("").toAbsolutePath(), Map.of(), 60, List.of("actionlint", "-no-color"));
        assertEquals(new Finished(0, "", ""), run);
    }

    @Test
    void whatIsInstalledByDefaultIsThisVersion() throws IOException {
        String version = first("(?m)^  <version>([^<]+)</version>$", Path.of("pom.xml"));
        String owner = first("<owner>([^<]+)</owner>", Path.of("pom.xml"));
        assertEquals(
                "@" + owner + "/transport-advisor@" + version,
                first("TRANSPORT_ADVISOR_PACKAGES:-([^}]+)}", Path.of(".github/actions/lint/lint.sh")));
    }

    @Test
    void nothingNamesAPlatformThatIsNotPacked() throws IOException {
        String packed = Files.readString(Path.of("src/dist/java/dev/transportadvisor/dist/Platform.java"));
        Matcher artifacts = Pattern.compile("release/transport-advisor-(\\w+)-(\\w+)\\.tar\\.gz")
                .matcher(Files.readString(Path.of("src/dist/jreleaser.yml")));
        List<String> words = artifacts.results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                .distinct()
                .toList();
        assertTrue(words.stream().allMatch(word -> packed.contains("\"" + word + "\"")), words.toString());
    }

    private static String first(String pattern, Path file) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(file));
        assertTrue(found.find(), file + " has no " + pattern);
        return found.group(1);
    }
}
