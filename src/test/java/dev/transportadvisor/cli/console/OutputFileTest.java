package dev.transportadvisor.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {

    @TempDir
    Path folder;

    @Test
    void removesTheDraftsOfKilledRunsAndNothingElse() throws IOException {
        old(Files.writeString(folder.resolve(".transport-advisor-killed.tmp"), "half"));
        Files.writeString(folder.resolve(".transport-advisor-running.tmp"), "half");
        old(Files.createDirectory(folder.resolve(".transport-advisor-folder.tmp")));
        old(Files.writeString(folder.resolve(".transport-advisor.yaml"), "schema: 1"));
        old(Files.writeString(folder.resolve("other.tmp"), "mine"));

        OutputFile.write(folder.resolve("report"), "whole");

        assertEquals(
                List.of(
                        ".transport-advisor-folder.tmp",
                        ".transport-advisor-running.tmp",
                        ".transport-advisor.yaml",
                        "other.tmp",
                        "report"),
                names());
    }

    @Test
    void aFolderIsNoFileToWrite() {
        assertThrows(InputException.class, () -> OutputFile.write(folder, "whole"));
        assertThrows(InputException.class, () -> OutputFile.write(folder.getRoot(), "whole"));
    }

    @Test
    void makesTheFileThatALinkLeadsTo() throws IOException {
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("next"));
        Files.createSymbolicLink(folder.resolve("next"), Path.of("linked/report"));

        OutputFile.write(folder.resolve("link"), "new");

        assertEquals("new", Files.readString(linked.resolve("report")));
        assertEquals(List.of("link", "linked", "next"), names());
        assertTrue(Files.isSymbolicLink(folder.resolve("link")));
        assertTrue(Files.isSymbolicLink(folder.resolve("next")));
    }

    /** The second leads in a circle. */
    @ParameterizedTest
    @ValueSource(strings = {"no-folder/report", "link"})
    void aLinkThatLeadsNowhereStays(String target) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of(target));

        InputException refused = assertThrows(InputException.class, () -> OutputFile.write(link, "new"));

        assertTrue(refused.getMessage().startsWith(link + " cannot be written: "), refused.getMessage());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of("link"), names());
    }

    @Test
    void keepsThePermissionsOfAFileWhateverAreUsual() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs a file system with owners and permissions");
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "r--r-----")) {
            Path file = Files.writeString(folder.resolve(permissions), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

            OutputFile.write(file, "new");

            assertEquals("new", Files.readString(file));
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private static void old(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(61)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
