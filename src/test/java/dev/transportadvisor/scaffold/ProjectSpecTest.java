package dev.transportadvisor.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.transportadvisor.source.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectSpecTest {

    @ParameterizedTest
    @ValueSource(strings = {"ab", "deploy-bot", "a1", "a--b", "abcdefghijklmnopqrstuvwxyz-0123"})
    void acceptsNamesThatSlackMavenAndFoldersCanBear(String name) {
        assertEquals(name, named(name).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "Deploy",
                "1bot",
                "-bot",
                "bot-",
                "bot_1",
                "bot.x",
                "bot\n",
                "bot ",
                "../bot",
                "böt",
                "/bot",
                "abcdefghijklmnopqrstuvwxyz-01234"
            })
    void refusesOtherNamesAndSaysWhatIsAllowed(String name) {
        assertRefused("Allowed are 2 to 31 small letters, digits and hyphens", () -> named(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bot", "com.example.deploybot", "a.b_c._d1", "org.javax.java", "com.record.var", "javas.bot"})
    void acceptsPackagesThatJavaAndEveryFileSystemTake(String packageName) {
        assertEquals(packageName, inPackage(packageName).packageName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "com.",
                ".com",
                "com..bot",
                "com.Example",
                "com.1bot",
                "com.my-bot",
                "com/example",
                "com.exämple",
                "com.bot;"
            })
    void refusesWhatIsNoPackage(String packageName) {
        assertRefused("--package", () -> inPackage(packageName));
        assertRefused("small letters, digits and underscores", () -> inPackage(packageName));
    }

    @ParameterizedTest
    @CsvSource({"com.new.bot,new", "com.true,true", "null,null", "com._.bot,_", "com.example.default,default"})
    void refusesWordsOfJavaInAPackage(String packageName, String word) {
        assertRefused("`" + word + "` is a word of the Java language", () -> inPackage(packageName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "java.bot", "javax", "javax.slack"})
    void refusesPackagesOfTheJdk(String packageName) {
        assertRefused("belong to Java itself", () -> inPackage(packageName));
    }

    @Test
    void refusesAPackageOver100Characters() {
        assertEquals(100, inPackage("a".repeat(100)).packageName().length());
        assertRefused("100 characters at most", () -> inPackage("a".repeat(101)));
    }

    @ParameterizedTest
    @CsvSource({
        "deploy-bot,com.example.deploybot",
        "de-fault,com.example.defaultbot",
        "new,com.example.newbot",
        "a--b,com.example.ab",
    })
    void takesTheDefaultPackageFromTheName(String name, String expected) {
        String packageName = ProjectSpec.defaultPackage(name);

        assertEquals(expected, packageName);
        assertEquals(expected, inPackage(packageName).packageName());
    }

    @Test
    void aSummaryIsOneLineOfPlainText() {
        assertEquals("Says “grüezi” 👩‍💻", summed("  Says “grüezi” 👩‍💻 ").summary());
        assertRefused("is empty", () -> summed(" "));
        assertRefused("U+000A", () -> summed("two\nlines"));
        assertRefused("U+0000", () -> summed("a\0b"));
        assertRefused("U+001B", () -> summed("red \u001b[31m"));
        assertRefused("U+2028", () -> summed("two\u2028lines"));
        assertRefused("U+202E", () -> summed("reads \u202Esdrawkcab"));
        assertRefused("U+D83D", () -> summed("half an emoji \ud83d"));
        assertRefused("`${`, which build tools take for a variable", () -> summed("Says ${project.description}"));
        assertRefused("U+FFFE", () -> summed("no character \ufffe"));
    }

    @Test
    void aSummaryHoldsAsManyCharactersAsSlackShows() {
        assertEquals(280, summed("😀".repeat(140)).summary().length());
        assertRefused("has 141 characters, but Slack shows 140", () -> summed("x".repeat(141)));
    }

    private static ProjectSpec named(String name) {
        return new ProjectSpec(name, "com.example.bot", "Says hello", "Chosen.", 1);
    }

    private static ProjectSpec inPackage(String packageName) {
        return new ProjectSpec("deploy-bot", packageName, "Says hello", "Chosen.", 1);
    }

    private static ProjectSpec summed(String summary) {
        return new ProjectSpec("deploy-bot", "com.example.bot", summary, "Chosen.", 1);
    }

    private static void assertRefused(String reason, Runnable attempt) {
        InputException refusal = assertThrows(InputException.class, attempt::run);
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
