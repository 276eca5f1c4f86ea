package dev.transportadvisor.report.finding;

import dev.transportadvisor.lint.suppression.Baseline;
import dev.transportadvisor.report.format.JsonWriter;
import dev.transportadvisor.source.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** A baseline as the file that it is kept in, and what there is to say about it. */
public final class BaselineFormatter {

    /** Nobody reads more; all are dropped at once anyway. */
    private static final int MOST_SHOWN = 10;

    private BaselineFormatter() {}

    public static String format(Baseline baseline) {
        return JsonWriter.text(json -> {
            json.number("schema", 1);
            json.list("findings", baseline.entries(), entry -> {
                json.text("file", entry.file());
                json.text("rule", entry.rule());
                json.text("pointer", entry.pointer());
            });
        });
    }

    /** That a baseline was written, and how many entries it has lost. */
    public static String written(String path, Baseline baseline, List<Baseline.Entry> dropped) {
        int size = baseline.entries().size();
        return "Wrote " + (size == 1 ? "1 entry" : size + " entries") + " to " + Quoted.visible(path)
                + (dropped.isEmpty() ? "" : ", without " + dropped.size() + " that matched nothing any more") + ".\n";
    }

    /** Which entries match nothing any more; nothing to say if there are none. */
    public static String stale(String path, List<Baseline.Entry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        String shown = entries.stream()
                .limit(MOST_SHOWN)
                .map(entry -> Quoted.visible("  " + entry.file() + " " + entry.rule() + " " + entry.pointer())
                                .stripTrailing()
                        + "\n")
                .collect(Collectors.joining());
        int more = entries.size() - MOST_SHOWN;
        return (entries.size() == 1 ? "1 entry of " : entries.size() + " entries of ") + Quoted.visible(path)
                + (entries.size() == 1 ? " matches" : " match") + " nothing any more; --write-baseline drops "
                + (entries.size() == 1 ? "it" : "them") + ":\n" + shown
                + (more > 0 ? "  and " + more + " more\n" : "");
    }
}
