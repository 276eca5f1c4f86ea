package dev.transportadvisor.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void aTextThatFailsHalfWayLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "old");

        IOException failure = assertThrows(IOException.class, () -> AtomicFile.write(file, out -> {
            out.write("ha");
            throw new IOException("the text ends here");
        }));

        assertEquals("the text ends here", failure.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("report"), names());
    }

    @Test
    void aFileOfTwoNamesStaysOne() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("one"), "a longer old text");
        Path other = Files.createLink(folder.resolve("two"), file);

        write(file, "new");

        assertEquals("new", Files.readString(other));
        assertEquals(2, Files.getAttribute(file, "unix:nlink"));
        assertEquals(List.of("one", "two"), names());
    }

    @Test
    void aFolderIsNoFileToWrite() {
        assertThrows(IOException.class, () -> write(folder, "whole"));
        assertThrows(IOException.class, () -> write(folder.getRoot(), "whole"));
    }

    @Test
    void makesTheFileThatALinkLeadsTo() throws IOException {
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("next"));
        Files.createSymbolicLink(folder.resolve("next"), Path.of("linked/report"));

        write(folder.resolve("link"), "new");

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

        assertThrows(IOException.class, () -> write(link, "new"));

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of("link"), names());
    }

    @Test
    void keepsThePermissionsOfAFileWhateverAreUsual() throws IOException {
        assumePosix();
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rw-r-----")) {
            Path file = Files.writeString(folder.resolve(permissions), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

            write(file, "new");

            assertEquals("new", Files.readString(file));
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    /** To replace it, Java would need no permission but for its folder. */
    @Test
    void aFileThatNobodyMayWriteStaysAsItIs() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("report"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));

        assertThrows(AccessDeniedException.class, () -> write(file, "new"));

        assertEquals("old", Files.readString(file));
        assertEquals(List.of("report"), names());
    }

    @Test
    void nobodyElseReadsTheDraftOfAPrivateFile() throws IOException {
        assumePosix();
        Path file = Files.writeString(folder.resolve("report"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Set<String> seen = new TreeSet<>();

        AtomicFile.write(file, out -> seen.add(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(names().get(0))))));

        assertEquals(Set.of("rw-------"), seen);
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text));
    }

    private static void assumePosix() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs a file system with owners and permissions");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
