package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a bot is to be called and how Slack reaches it. A spec that exists is valid.
 *
 * @param name the bot's name, which is also its slash command, artifact and jar
 * @param packageName the package of its classes, dotted, in a language that has such packages
 * @param summary one line that says what the bot does; free text, without blanks around it
 * @param decision Markdown that tells the bot's readers why its transport was chosen
 * @param replicas how many processes it runs in where somebody else starts them
 */
public record ProjectSpec(String name, String packageName, String summary, String decision, long replicas) {

    /** The most characters that Slack's manifest schema allows in {@code display_information.description}. */
    static final int MAX_SUMMARY = 140;

    /** See <a href="https://docs.slack.dev/apis/events-api/using-socket-mode">Using Socket Mode</a>. */
    private static final int MOST_SOCKETS = 10;

    private static final int MAX_PACKAGE = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}[a-z0-9]");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");
    private static final Pattern OF_THE_JDK = Pattern.compile("javax?(\\..*)?");

    /** @throws InputException if the name, the package or the summary cannot be used */
    public ProjectSpec {
        summary = summary.strip();
        checkName(name);
        checkPackage(packageName);
        checkSummary(summary);
    }

    /** The package of a bot whose user named none, such as {@code com.example.deploybot} for {@code deploy-bot}. */
    public static String defaultPackage(String name) {
        String word = name.replace("-", "");
        return "com.example." + (isKeyword(word) ? word + "bot" : word);
    }

    /** One process more during an update, as long as all together are at most the ten sockets that an app may hold. */
    int surge() {
        return replicas < MOST_SOCKETS ? 1 : 0;
    }

    /** Twice the replicas, and at least four: an autoscaler needs room. */
    long most() {
        return Math.max(4, 2 * replicas);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException("A bot cannot be called " + Quoted.of(name)
                    + ". Allowed are 2 to 31 small letters, digits and hyphens, with a letter at the start"
                    + " and no hyphen at the end, such as `deploy-bot`. Change the bot's `name`.");
        }
    }

    private static void checkPackage(String packageName) {
        if (packageName.length() > MAX_PACKAGE || !PACKAGE.matcher(packageName).matches()) {
            throw badPackage(
                    packageName,
                    "allowed are small letters, digits and underscores, in parts that are joined by"
                            + " dots and do not begin with a digit, " + MAX_PACKAGE + " characters at most");
        }
        if (OF_THE_JDK.matcher(packageName).matches()) {
            throw badPackage(packageName, "packages that begin with `java` or `javax` belong to Java itself");
        }
        Arrays.stream(packageName.split("\\."))
                .filter(ProjectSpec::isKeyword)
                .findFirst()
                .ifPresent(word -> {
                    throw badPackage(packageName, "`" + word + "` is a word of the Java language");
                });
    }

    private static boolean isKeyword(String word) {
        return SourceVersion.isKeyword(word, SourceVersion.RELEASE_17);
    }

    private static InputException badPackage(String packageName, String reason) {
        return new InputException("The package " + Quoted.of(packageName) + " cannot be used: " + reason
                + ". Pass another one, such as `--package com.example.deploybot`.");
    }

    private static void checkSummary(String summary) {
        int length = summary.codePointCount(0, summary.length());
        if (length == 0) {
            throw new InputException("The bot's summary is empty. Say in one line what the bot does.");
        }
        if (length > MAX_SUMMARY) {
            throw new InputException("The bot's summary has " + length + " characters, but Slack shows " + MAX_SUMMARY
                    + " at most. Shorten it.");
        }
        checkPlainText(summary);
    }

    private static void checkPlainText(String summary) {
        summary.codePoints().filter(ProjectSpec::isNoPlainText).findFirst().ifPresent(c -> {
            throw new InputException("The bot's summary holds the character U+%04X, which is no plain text".formatted(c)
                    + " and may be read differently in YAML, XML and Markdown. Write one line without it.");
        });
        // Maven has no escape for it, and `${project.description}` inside the description breaks the build.
        if (summary.contains("${")) {
            throw new InputException(
                    "The bot's summary holds `${`, which build tools take for a variable. Leave it out.");
        }
    }

    private static boolean isNoPlainText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Marks that turn the direction of text disguise it; the two joiners belong to emoji and to words.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            // Neither XML nor YAML may hold U+FFFE and U+FFFF.
            default -> (c & 0xFFFE) == 0xFFFE;
        };
    }
}
