package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

    @TempDir
    Path home;

    @BeforeEach
    void needLinks() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "Needs a POSIX file system.");
        home = home.toRealPath();
    }

    @Test
    void followsFortyLinksAndNotOneMore() throws IOException {
        Path last = Files.createDirectory(home.resolve("link0"));
        for (int i = 1; i <= 41; i++) {
            Files.createSymbolicLink(home.resolve("link" + i), Path.of("link" + (i - 1)));
        }

        assertEquals(last, Links.follow(home.resolve("link40")));
        assertTrue(assertThrows(InputException.class, () -> Links.follow(home.resolve("link41")))
                .getMessage()
                .contains("leads nowhere"));
    }

    @Test
    void seesALinkAnywhereInAPath() throws IOException {
        Files.createDirectories(home.resolve("folder/inner"));
        Path link = Files.createSymbolicLink(home.resolve("link"), Path.of("folder"));

        assertTrue(Links.areNoneIn(home.resolve("folder/inner")));
        assertFalse(Links.areNoneIn(link));
        assertFalse(Links.areNoneIn(link.resolve("inner")));
    }
}
