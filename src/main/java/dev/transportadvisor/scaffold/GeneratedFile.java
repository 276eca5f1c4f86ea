package dev.transportadvisor.scaffold;

import dev.transportadvisor.source.InputException;
import dev.transportadvisor.source.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file of a bot, not yet on any disk.
 *
 * @param path its place below the bot's folder, parts joined by {@code /}; it can neither leave that
 *     folder nor mean another place on another operating system
 * @param text its content, to be written as UTF-8
 * @param executable whether its owner runs it as a program
 * @param feature the id of the feature that it is there for; empty for what every bot has
 */
public record GeneratedFile(String path, String text, boolean executable, Optional<String> feature) {

    /** POSIX's portable characters of file names; no part ends in a dot, so none is {@code ..} either. */
    private static final String PART = "[A-Za-z0-9._-]*[A-Za-z0-9_-]";

    private static final Pattern PATH = Pattern.compile(PART + "(/" + PART + ")*");

    /** @throws InputException if the path is absolute, leaves the folder or is not portable */
    public GeneratedFile {
        if (!PATH.matcher(path).matches()) {
            throw new InputException(
                    "The file " + Quoted.of(path) + " cannot be written: a path inside the bot's folder"
                            + " consists of letters, digits, `.`, `_` and `-`, joined by `/`, without `..`.");
        }
    }

    /** A file that every bot has and nobody starts. */
    public GeneratedFile(String path, String text) {
        this(path, text, false, Optional.empty());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The size in bytes. */
    public int size() {
        return bytes().length;
    }
}
