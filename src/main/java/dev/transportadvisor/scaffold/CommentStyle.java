package dev.transportadvisor.scaffold;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How comments are written in a kind of file, and how those that editors fold are told from the rest. */
enum CommentStyle {
    SLASHES("//", ""),
    HASH("#", ""),
    ANGLES("<!--", "-->"),
    DASHES("--", "");

    private static final String WORDS = "[ \\t]*(region|endregion)\\b(.*?)[ \\t]*";

    private final Pattern mark;

    CommentStyle(String start, String end) {
        mark = Pattern.compile("^[ \\t]*" + Pattern.quote(start) + WORDS + Pattern.quote(end) + "$", Pattern.MULTILINE);
    }

    /** The style of a file, known by the end of its name; empty for a kind of file without comments. */
    static Optional<CommentStyle> of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "java", "js", "mjs", "ts" -> Optional.of(SLASHES);
            case "yaml", "yml", "sh", "py", "toml", "properties" -> Optional.of(HASH);
            case "example", "Dockerfile", "gitignore", "dockerignore" -> Optional.of(HASH);
            case "xml", "md", "html" -> Optional.of(ANGLES);
            case "sql" -> Optional.of(DASHES);
            default -> Optional.empty();
        };
    }

    /** The lines that begin or end a region; group 1 says which, group 2 what follows. */
    Matcher marks(String text) {
        return mark.matcher(text);
    }
}
