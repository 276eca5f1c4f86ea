package dev.transportadvisor.decision;

import dev.transportadvisor.source.MappingReader;
import dev.transportadvisor.source.Problems;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.ScalarNode;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Reads the {@code bot} part of an answers file. */
final class BotReader {

    /** 31 characters at most: with its slash, a command of this name has the 32 that Slack allows. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,29}[a-z0-9]");

    /**
     * The manifest's limit for {@code display_information.description}, where the summary ends up:
     * https://docs.slack.dev/reference/app-manifest
     */
    private static final int LONGEST_SUMMARY = 140;

    /** Includes the marks that turn the direction of text, but not the two joiners that emoji and words are made with. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFE\\uFFFF]|(?![\\u200C\\u200D])\\p{Cf}");

    private final BuiltinCommands builtin;
    private final Problems problems;

    BotReader(BuiltinCommands builtin, Problems problems) {
        this.builtin = builtin;
        this.problems = problems;
    }

    Bot read(MappingReader bot) {
        String name = bot.requiredScalar("name").map(this::name).orElse("");
        String summary = bot.scalar("summary").map(this::summary).orElse("");
        bot.rejectUnknownKeys();
        return new Bot(name, summary);
    }

    private String name(ScalarNode node) {
        String name = node.text();
        if (!NAME.matcher(name).matches()) {
            problems.at(node.span(), "The name " + Quoted.of(name) + " is not allowed. Use 2 to 31 lower-case letters, digits"
                    + " and hyphens, starting with a letter and ending with a letter or digit.");
        } else if (SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)) {
            problems.at(node.span(), "The name `" + name + "` is a Java keyword. Choose another, such as `" + name + "-bot`.");
        }
        builtin.sourceOf(name).ifPresent(source -> problems.at(node.span(), "The name `" + name
                + "` belongs to Slack's own command `/" + name + "`. Choose another, such as `" + name + "-bot` (" + source + ")."));
        return name;
    }

    private String summary(ScalarNode node) {
        String summary = node.text().strip();
        if (summary.codePointCount(0, summary.length()) > LONGEST_SUMMARY) {
            problems.at(node.span(), "The summary is longer than " + LONGEST_SUMMARY
                    + " characters, the most that Slack shows of an app. Shorten it.");
        }
        if (INVISIBLE.matcher(summary).find()) {
            problems.at(node.span(), "The summary " + Quoted.of(summary)
                    + " holds a line break or another invisible character. Use one line of text.");
        }
        return summary;
    }
}
