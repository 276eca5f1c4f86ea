package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else does to the disk between two steps of a write. */
class StagingTest {

    private static final GeneratedFile FILE = new GeneratedFile("src/Bot.java", "class Bot {}");

    @TempDir
    Path home;

    private Path elsewhere;
    private Path target;

    @BeforeEach
    void makeElsewhere() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "Needs a POSIX file system.");
        home = home.toRealPath();
        elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        target = home.resolve("bot");
    }

    @Test
    void aLinkInPlaceOfTheEmptyTargetIsNotFollowed() throws IOException {
        Files.createDirectory(target);
        try (Staging staging = new Staging(target)) {
            staging.open();
            Files.move(target, home.resolve("moved"));
            Files.createSymbolicLink(target, elsewhere);

            assertThrows(IOException.class, () -> staging.add(FILE));
        }
        assertEquals(Set.of(), FolderTree.of(elsewhere));
    }

    @Test
    void aLinkInPlaceOfTheHiddenFolderIsNotFollowed() throws IOException {
        try (Staging staging = new Staging(target)) {
            staging.open();
            Path hidden = hidden();
            Files.move(hidden, home.resolve("moved"));
            Files.createSymbolicLink(hidden, elsewhere);

            assertRefused("a symbolic link was put in the way", () -> staging.add(FILE));
        }
        assertEquals(Set.of(), FolderTree.of(elsewhere));
        assertEquals(Set.of("elsewhere", "moved"), FolderTree.of(home));
    }

    @Test
    void aLinkInTheHiddenFolderIsNotFollowed() throws IOException {
        try (Staging staging = new Staging(target)) {
            staging.open();
            Files.createSymbolicLink(hidden().resolve("src"), elsewhere);

            assertRefused("a symbolic link was put in the way", () -> staging.add(FILE));
        }
        assertEquals(Set.of("elsewhere"), FolderTree.of(home));
    }

    @Test
    void aLinkInPlaceOfAFileIsNotFollowed() throws IOException {
        Path victim = Files.writeString(elsewhere.resolve("victim"), "mine");
        try (Staging staging = new Staging(target)) {
            staging.open();
            Files.createDirectory(hidden().resolve("src"));
            Files.createSymbolicLink(hidden().resolve("src/Bot.java"), victim);

            assertRefused("something else is there already", () -> staging.add(FILE));
        }
        assertEquals("mine", Files.readString(victim));
    }

    @Test
    void aHiddenFolderThatIsGoneIsNotMadeAgain() throws IOException {
        try (Staging staging = new Staging(target)) {
            staging.open();
            Files.delete(hidden());

            assertRefused("there is no such file or folder", () -> staging.add(FILE));
        }
        assertEquals(Set.of("elsewhere"), FolderTree.of(home));
    }

    @Test
    void whatAppearsAtTheTargetMeanwhileIsKept() throws IOException {
        try (Staging staging = new Staging(target)) {
            staging.open();
            staging.add(FILE);
            Files.createDirectory(target);
            Files.writeString(target.resolve("mine"), "mine");

            assertRefused("something else is there already", staging::moveToTarget);
        }
        assertEquals(Set.of("elsewhere", "bot", "bot/mine"), FolderTree.of(home));
    }

    @Test
    void whatAppearsInTheTargetMeanwhileIsNotMixedWithTheBot() throws IOException {
        Files.createDirectory(target);
        try (Staging staging = new Staging(target)) {
            staging.open();
            staging.add(FILE);
            Files.writeString(target.resolve("mine"), "mine");

            assertRefused("something else is there already", staging::moveToTarget);
        }
        assertEquals(Set.of("elsewhere", "bot", "bot/mine"), FolderTree.of(home));
    }

    @Test
    void aLinkThatAppearsAtTheTargetMeanwhileIsNotFollowed() throws IOException {
        try (Staging staging = new Staging(target)) {
            staging.open();
            staging.add(FILE);
            Files.createSymbolicLink(target, elsewhere);

            assertRefused("something else is there already", staging::moveToTarget);
        }
        assertEquals(Set.of("elsewhere", "bot"), FolderTree.of(home));
    }

    @Test
    void ofABotThatCannotBeMovedAsAWholeNothingIsLeft() throws IOException {
        Files.createDirectory(target);
        try (Staging staging = new Staging(target)) {
            staging.open();
            staging.add(new GeneratedFile(".a/first", ""));
            // Its place is taken by the hidden folder itself.
            String hidden = hiddenIn(target).getFileName().toString();
            staging.add(new GeneratedFile(hidden, ""));

            assertThrows(IOException.class, staging::moveToTarget);
        }
        assertEquals(Set.of("elsewhere", "bot"), FolderTree.of(home));
    }

    @Test
    void aParentThatSomebodyElseUsesByNowIsKept() throws IOException {
        try (Staging staging = new Staging(home.resolve("new/parent/bot"))) {
            staging.open();
            Files.writeString(home.resolve("new/mine"), "mine");
        }
        assertEquals(Set.of("elsewhere", "new", "new/mine"), FolderTree.of(home));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void assertRefused(String reason, Step step) {
        IOException refusal = assertThrows(IOException.class, step::run);
        assertEquals(reason, refusal.getMessage().split(": ")[1]);
    }

    private Path hidden() throws IOException {
        return hiddenIn(home);
    }

    private static Path hiddenIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().startsWith(".transport-advisor-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
