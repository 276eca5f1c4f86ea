package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.InputException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written where; nothing is. */
class ProjectPlanTest {

    private static final List<GeneratedFile> BOT = List.of(
            new GeneratedFile(".gitignore", "target/\n"),
            new GeneratedFile("bin/run", "#!/bin/sh\n", true, Optional.empty()),
            new GeneratedFile("src/main/java/Bot.java", "// ü\n"));

    @TempDir
    private Path home;

    @Test
    void aDryRunWritesNothingAndShowsSizes() throws IOException {
        WritePlan plan = ProjectWriter.plan(home.resolve("parent/bot"), BOT);

        assertEquals(home.resolve("parent/bot"), plan.target());
        assertEquals(
                List.of(8, 10, 6),
                plan.files().stream().map(GeneratedFile::size).toList());
        assertEquals(Set.of(), FolderTree.of(home));
    }

    @Test
    void refusesAFolderWithAnythingInIt() throws IOException {
        Path target = Files.createDirectory(home.resolve("bot"));
        Files.writeString(target.resolve(".hidden"), "mine");

        assertRefused(target + " is not empty. Name a new or an empty folder.", target);
        assertEquals(Set.of("bot", "bot/.hidden"), FolderTree.of(home));
    }

    @Test
    void refusesAFileAndAFolderBehindAFile() throws IOException {
        Path file = Files.writeString(home.resolve("bot"), "mine");

        assertRefused(file + " is a file, not a folder. Name another one.", file);
        assertRefused(file + " is a file, not a folder. Name another one.", file.resolve("sub/bot"));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void refusesTheRootOfTheDisk() {
        assertThrows(InputException.class, () -> ProjectWriter.plan(home.getRoot(), BOT));
    }

    @Test
    void refusesALinkEvenToAnEmptyFolder() throws IOException {
        Path real = Files.createDirectory(home.resolve("real"));
        Path link = link("bot", real);

        assertRefused(link + " is a symbolic link. Name a new folder.", link);
        assertRefused(link + " is a symbolic link. Name a new folder.", home.resolve("x/../bot/"));
    }

    @Test
    void refusesAFolderBehindALinkThatLeadsOut() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path work = Files.createDirectory(home.resolve("work"));
        Path link = link("work/link", elsewhere);

        assertRefused(
                link + " is a symbolic link that leads out, to " + elsewhere.toRealPath()
                        + ". If you mean that folder, name it itself.",
                work.resolve("link/sub/bot"));
        assertEquals(Set.of("elsewhere", "work", "work/link"), FolderTree.of(home));
    }

    @Test
    void refusesALinkThatLeadsOutOnAWindingWay() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path work = Files.createDirectory(home.resolve("work"));
        Path link = Files.createSymbolicLink(work.resolve("link"), Path.of("./.././elsewhere"));

        assertRefused(
                link + " is a symbolic link that leads out, to " + elsewhere.toRealPath()
                        + ". If you mean that folder, name it itself.",
                work.resolve("link/bot"));
    }

    /** The second leads in a circle. */
    @ParameterizedTest
    @ValueSource(strings = {"gone", "link"})
    void refusesAFolderBehindALinkThatLeadsNowhere(String end) throws IOException {
        Path link = link("link", home.resolve(end));

        assertRefused(link + " is a symbolic link that leads nowhere. Name another folder.", link.resolve("bot"));
    }

    @Test
    void refusesALinkInsideTheTarget() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Path target = Files.createDirectory(home.resolve("bot"));
        link("bot/src", elsewhere);

        assertRefused(target + " is not empty. Name a new or an empty folder.", target);
        assertEquals(Set.of("elsewhere", "bot", "bot/src"), FolderTree.of(home));
    }

    @Test
    void messagesObeyNoControlCharacterOfAPath() throws IOException {
        assumePosix();
        Path target = Files.createDirectory(home.resolve("a\u001b[31mb"));
        Files.writeString(target.resolve("x"), "");

        assertRefused(home.resolve("a\\u001b[31mb") + " is not empty. Name a new or an empty folder.", target);
    }

    private void assertRefused(String message, Path target) {
        InputException refusal = assertThrows(InputException.class, () -> ProjectWriter.plan(target, BOT));
        assertEquals(message, refusal.getMessage());
    }

    private Path link(String name, Path target) throws IOException {
        assumePosix();
        return Files.createSymbolicLink(home.resolve(name), target);
    }

    private static void assumePosix() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        assumeTrue(views.contains("posix"), "Needs a POSIX file system.");
    }
}
