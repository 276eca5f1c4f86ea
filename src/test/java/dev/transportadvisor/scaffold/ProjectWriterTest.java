package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.testing.FileNames;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProjectWriterTest {

    private static final List<GeneratedFile> BOT = List.of(
            new GeneratedFile(".gitignore", "target/\n"),
            new GeneratedFile("bin/run", "#!/bin/sh\n", true, Optional.empty()),
            new GeneratedFile("src/main/java/Bot.java", "// ü\n"));

    /** The second file needs a folder where the first one is. */
    private static final List<GeneratedFile> FAILING =
            List.of(new GeneratedFile("a", "1"), new GeneratedFile("a/b", "2"));

    @TempDir
    private Path home;

    @Test
    void writesTheFilesAndNothingElse() throws IOException {
        write(home.resolve("bot"), BOT);

        assertEquals(
                Set.of(
                        "bot",
                        "bot/.gitignore",
                        "bot/bin",
                        "bot/bin/run",
                        "bot/src",
                        "bot/src/main",
                        "bot/src/main/java",
                        "bot/src/main/java/Bot.java"),
                FolderTree.of(home));
        assertEquals("// ü\n", Files.readString(home.resolve("bot/src/main/java/Bot.java")));
    }

    @Test
    void makesParentsAndTakesUnusualNames() throws IOException {
        FileNames.assumeThisLocaleHas("größer 日本");
        Path target = home.resolve("new parent/größer 日本/bot");

        write(target, BOT);

        assertEquals("target/\n", Files.readString(target.resolve(".gitignore")));
    }

    @Test
    void fillsAnEmptyFolder() throws IOException {
        Path target = Files.createDirectory(home.resolve("bot"));

        write(target, BOT);

        assertTrue(Files.isRegularFile(target.resolve(".gitignore")));
    }

    @Test
    void programsCanBeRunAndFoldersBeReadAsUsual() throws IOException {
        assumePosix();
        Path usual = Files.createDirectory(home.resolve("usual"));

        write(home.resolve("bot"), BOT);

        assertTrue(
                Files.getPosixFilePermissions(home.resolve("bot/bin/run")).contains(PosixFilePermission.OWNER_EXECUTE));
        assertFalse(Files.getPosixFilePermissions(home.resolve("bot/.gitignore"))
                .contains(PosixFilePermission.OWNER_EXECUTE));
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(home.resolve("bot")));
    }

    @Test
    void followsALinkThatStaysInItsFolder() throws IOException {
        Files.createDirectories(home.resolve("private/tmp"));
        Path link = link("tmp", home.resolve("private/tmp"));

        write(link.resolve("bot"), BOT);

        assertTrue(Files.isRegularFile(home.resolve("private/tmp/bot/.gitignore")));
    }

    @Test
    void aFailureHalfWayLeavesNothing() throws IOException {
        Path target = home.resolve("new/parents/bot");

        InputException failure = assertThrows(InputException.class, () -> write(target, FAILING));

        assertEquals(
                "Cannot write " + target.resolve("a/b") + ": something else is there already.", failure.getMessage());
        assertEquals(Set.of(), FolderTree.of(home));
    }

    @Test
    void aFailureHalfWayLeavesTheEmptyFolderAndItsNeighboursAlone() throws IOException {
        Path target = Files.createDirectory(home.resolve("bot"));
        Files.createDirectory(home.resolve(".transport-advisor-of-a-killed-run"));

        assertThrows(InputException.class, () -> write(target, FAILING));

        assertEquals(Set.of("bot", ".transport-advisor-of-a-killed-run"), FolderTree.of(home));
    }

    @Test
    void namesWhatAKilledRunLeftInTheFolder() throws IOException {
        Path target = home.resolve("bot");
        Files.createDirectories(target.resolve(".transport-advisor-1-2"));

        InputException failure = assertThrows(InputException.class, () -> write(target, BOT));

        assertEquals(
                target + " holds the hidden folder .transport-advisor-1-2 of a run that goes on or was killed."
                        + " If none goes on, empty it, or name another folder.",
                failure.getMessage());
    }

    @Test
    void twoFilesOfOneNameAreAFailureToo() throws IOException {
        GeneratedFile file = new GeneratedFile("a", "1");

        assertThrows(InputException.class, () -> write(home.resolve("bot"), List.of(file, file)));
        assertEquals(Set.of(), FolderTree.of(home));
    }

    @Test
    void whatAppearedSinceThePlanIsNotOverwritten() throws IOException {
        Path target = home.resolve("bot");
        WritePlan plan = ProjectWriter.plan(target, BOT);
        Files.createDirectory(target);
        Files.writeString(target.resolve("mine"), "mine");

        InputException failure = assertThrows(InputException.class, () -> ProjectWriter.write(plan));

        assertEquals(target + " is not empty. Name a new or an empty folder.", failure.getMessage());
        assertEquals(Set.of("bot", "bot/mine"), FolderTree.of(home));
    }

    @Test
    void aFileThatAppearedSinceThePlanIsNotOverwritten() throws IOException {
        Path target = home.resolve("bot");
        WritePlan plan = ProjectWriter.plan(target, BOT);
        Files.writeString(target, "mine");

        assertThrows(InputException.class, () -> ProjectWriter.write(plan));
        assertEquals(Set.of("bot"), FolderTree.of(home));
        assertEquals("mine", Files.readString(target));
    }

    @Test
    void aParentThatVanishedSinceThePlanIsAFailureWithASentence() throws IOException {
        WritePlan plan = ProjectWriter.plan(home.resolve("parent/bot"), BOT);
        Files.writeString(home.resolve("parent"), "a file");

        InputException failure = assertThrows(InputException.class, () -> ProjectWriter.write(plan));

        assertEquals(
                home.resolve("parent") + " is a file, not a folder. Name another one.", failure.getMessage());
        assertEquals(Set.of("parent"), FolderTree.of(home));
    }

    @Test
    void aLinkThatAppearedSinceThePlanIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        WritePlan toTheLink = ProjectWriter.plan(home.resolve("bot"), BOT);
        WritePlan behindTheLink = ProjectWriter.plan(home.resolve("work/link/bot"), BOT);
        link("bot", elsewhere);
        Files.createDirectory(home.resolve("work"));
        link("work/link", elsewhere);

        assertThrows(InputException.class, () -> ProjectWriter.write(toTheLink));
        assertThrows(InputException.class, () -> ProjectWriter.write(behindTheLink));
        assertEquals(Set.of(), FolderTree.of(elsewhere));
    }

    @Test
    void twoRunsMayMakeTheSameParent() throws Exception {
        for (int round = 0; round < 30; round++) {
            Path parent = home.resolve("parent" + round);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> write(parent.resolve("sub/one"), BOT));
            write(parent.resolve("sub/two"), BOT);
            other.get(10, TimeUnit.SECONDS);

            assertTrue(Files.exists(parent.resolve("sub/one/bin/run")));
            assertTrue(Files.exists(parent.resolve("sub/two/bin/run")));
        }
    }

    @Test
    void ofTwoRunsIntoOneFolderOneWins() throws Exception {
        for (int round = 0; round < 30; round++) {
            Path target = home.resolve("bot" + round);
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> wins(target));

            assertTrue(wins(target) ^ other.get(10, TimeUnit.SECONDS));
            assertTrue(Files.exists(target.resolve("src/main/java/Bot.java")));
        }
        assertEquals(List.of(), hidden());
    }

    private static boolean wins(Path target) {
        try {
            write(target, BOT);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private List<Path> hidden() throws IOException {
        try (Stream<Path> paths = Files.list(home)) {
            return paths.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    @Test
    void aNameTooLongForTheDiskIsASentence() throws IOException {
        Path target = home.resolve("parent").resolve("x".repeat(300));

        InputException failure = assertThrows(InputException.class, () -> write(target, BOT));

        assertTrue(failure.getMessage().startsWith("Cannot write " + target + ": "), failure.getMessage());
        assertEquals(Set.of(), FolderTree.of(home));
    }

    @Test
    void nobodyEverSeesHalfABot() throws Exception {
        List<GeneratedFile> many = IntStream.range(0, 300)
                .mapToObj(i -> new GeneratedFile("f" + i, "text"))
                .toList();
        Path target = home.resolve("bot");
        CountDownLatch watching = new CountDownLatch(1);
        CompletableFuture<Integer> firstSeen = CompletableFuture.supplyAsync(() -> {
            watching.countDown();
            while (!Files.exists(target)) {
                Thread.onSpinWait();
            }
            return entries(target);
        });
        assertTrue(watching.await(10, TimeUnit.SECONDS));

        write(target, many);

        assertEquals(300, firstSeen.get(10, TimeUnit.SECONDS));
    }

    private static void write(Path target, List<GeneratedFile> files) {
        ProjectWriter.write(ProjectWriter.plan(target, files));
    }

    private Path link(String name, Path target) throws IOException {
        assumePosix();
        return Files.createSymbolicLink(home.resolve(name), target);
    }

    private static int entries(Path folder) {
        return folder.toFile().list().length;
    }

    private static void assumePosix() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        assumeTrue(views.contains("posix"), "Needs a POSIX file system.");
    }
}
