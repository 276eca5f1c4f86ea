package dev.transportadvisor.lint;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pattern for paths: {@code *} and {@code ?} within one name, {@code **} across folders, <code>{a,b}</code> and
 * {@code [ab]}. As in {@code .gitignore}, a pattern without a slash is about a name in any folder, one that ends
 * with a slash about all that is in a folder, and <code>**</code> with a slash behind it also stands for no folder.
 */
public record FilePattern(String text, List<PathMatcher> matchers) {

    /** @throws java.util.regex.PatternSyntaxException if brackets or braces do not match */
    static FilePattern of(String text) {
        String start = text.replaceFirst("^\\.?/", "");
        String whole = start.endsWith("/") ? start + "**" : start;
        String anchored = text.contains("/") ? whole : "**/" + whole;
        List<PathMatcher> matchers = Stream.of(
                        anchored, anchored.replaceFirst("^\\*\\*/", ""), anchored.replace("/**/", "/"))
                .distinct()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        return new FilePattern(text, matchers);
    }

    /** @param path with {@code /} between its parts */
    boolean matches(String path) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(path)));
    }
}
