package dev.transportadvisor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
