package dev.transportadvisor.report.finding;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.transportadvisor.source.Quoted;
import dev.transportadvisor.source.SourceFile;
import java.util.List;

/** What changed in a file, as {@code git apply} and {@code patch -p1} take it. */
public final class UnifiedDiff {

    private static final int CONTEXT = 3;

    /** Header lines: two with the names. */
    private static final int NAMES = 2;

    private UnifiedDiff() {}

    /** Nothing for a file that did not change. Lines keep their breaks; a missing last one is marked. */
    public static String of(SourceFile before, SourceFile after) {
        List<String> old = lines(before.content());
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                name("a/", before), name("b/", after), old, DiffUtils.diff(old, lines(after.content())), CONTEXT);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < diff.size(); i++) {
            String line = diff.get(i);
            boolean isHeader = i < NAMES || line.startsWith("@@");
            text.append(line).append(isHeader ? "\n" : line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
        }
        return text.toString();
    }

    /** A path from the root has no place for the prefix. */
    private static String name(String prefix, SourceFile file) {
        String path = Quoted.visible(file.path());
        return path.startsWith("/") ? path : prefix + path;
    }

    /** With their breaks. To a diff only LF breaks lines. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
