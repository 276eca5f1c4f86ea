package dev.transportadvisor.decision.answers;

import dev.transportadvisor.source.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** What a bot may be called, and what may be said of it. */
public record BotRules(BuiltinCommands builtin) {

    /** 31 characters at most: with its slash, a command of this name has the 32 that Slack allows. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}[a-z0-9]");

    /**
     * The manifest's limit for {@code display_information.description}, where the summary ends up:
     * https://docs.slack.dev/reference/app-manifest
     */
    private static final int LONGEST_SUMMARY = 140;

    /**
     * Includes the marks that turn the direction of text, but not the two joiners that emoji and words
     * are made with.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]|(?![\\u200C\\u200D])\\p{Cf}");

    /** What is wrong with a name, as sentences; nothing if it is allowed. */
    public List<String> wrongWithName(String name) {
        List<String> wrong = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            wrong.add("The name " + Quoted.of(name) + " is not allowed. Use 2 to 31 lower-case letters, digits"
                    + " and hyphens, starting with a letter and ending with a letter or digit.");
        } else if (name.indexOf('-') < 0 && SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)) {
            wrong.add("The name `" + name + "` is a Java keyword. Choose another, such as `" + name + "-bot`.");
        }
        builtin.sourceOf(name)
                .ifPresent(source -> wrong.add("The name `" + name
                        + "` belongs to Slack's own command `/" + name + "`. Choose another, such as `"
                        + name + "-bot` (" + source + ")."));
        return wrong;
    }

    /** What is wrong with a summary, as sentences; nothing if it is allowed. */
    public List<String> wrongWithSummary(String summary) {
        List<String> wrong = new ArrayList<>();
        if (summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
            wrong.add("The summary is longer than " + LONGEST_SUMMARY
                    + " characters, the most that Slack shows of an app. Shorten it.");
        }
        if (INVISIBLE.matcher(summary).find()) {
            wrong.add("The summary " + Quoted.of(summary)
                    + " holds a line break or another invisible character. Use one line of text.");
        }
        if (summary.contains("${")) {
            wrong.add("The summary " + Quoted.of(summary)
                    + " holds `${`, which the bot's build would take for a property. Leave it out.");
        }
        return wrong;
    }
}
