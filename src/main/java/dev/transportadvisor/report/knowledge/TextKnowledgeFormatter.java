package dev.transportadvisor.report.knowledge;

import dev.transportadvisor.report.format.Paragraph;
import dev.transportadvisor.report.format.Style;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** What is known, for a person. */
public final class TextKnowledgeFormatter implements KnowledgeFormatter {

    /** More would be pages that nobody reads. */
    private static final int MOST_PAGES = 6;

    private static final int MOST_LINES = 6;

    private final Style style;

    public TextKnowledgeFormatter(Style style) {
        this.style = style;
    }

    @Override
    public String list(List<KnowledgeItem> items) {
        return items.stream()
                .map(KnowledgeItem::kind)
                .distinct()
                .map(kind -> style.strong(kind.heading()) + "\n" + entries(items, kind))
                .collect(Collectors.joining("\n"));
    }

    private static String entries(List<KnowledgeItem> items, KnowledgeKind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(item -> "  " + item.id() + "\n" + Paragraph.indented("      ", item.summary()))
                .collect(Collectors.joining());
    }

    @Override
    public String explain(List<KnowledgeItem> items) {
        if (items.size() > MOST_PAGES) {
            return list(items) + "\n" + style.faint("Ask for one of them: rules explain KIND:ID") + "\n";
        }
        String pages = items.stream().map(this::page).collect(Collectors.joining("\n"));
        return items.size() < 2 ? pages : pages + "\n" + narrower(items);
    }

    private String narrower(List<KnowledgeItem> items) {
        String hint = items.stream()
                .map(KnowledgeItem::reference)
                .distinct()
                .collect(Collectors.joining(", ", "One alone: rules explain KIND:ID, here ", ""));
        return style.faint(Paragraph.indented("", hint).stripTrailing()) + "\n";
    }

    /** The first at length and some of the others in a line each, so that they fit one screen. */
    public String brief(List<KnowledgeItem> items) {
        List<KnowledgeItem> others = items.subList(1, items.size());
        String heading = others.isEmpty() ? "" : "Where it counts (rules explain KIND:ID says more):\n";
        int left = others.size() - MOST_LINES;
        return page(items.get(0)) + heading
                + others.stream()
                        .limit(MOST_LINES)
                        .map(TextKnowledgeFormatter::line)
                        .collect(Collectors.joining())
                + (left > 0 ? "  and " + left + " more\n" : "");
    }

    private static String line(KnowledgeItem item) {
        return StringUtils.abbreviate("  " + item.reference() + "  " + item.summary(), Paragraph.WIDTH) + "\n";
    }

    private String page(KnowledgeItem item) {
        return style.strong(item.id()) + " (" + item.kind().word() + ")\n"
                + Paragraph.indented("", item.summary())
                + item.details().stream().map(Paragraph::bullet).collect(Collectors.joining())
                + footer("source: ", item.source())
                + footer("defined at ", item.place())
                + item.samples().stream().map(this::sample).collect(Collectors.joining());
    }

    /** Without an indent, so that it can be pasted. */
    private String sample(KnowledgeItem.Sample sample) {
        return "\n" + style.strong(sample.title() + ":") + "\n" + sample.text();
    }

    private String footer(String label, String text) {
        return text.isEmpty() ? "" : style.faint(label + text) + "\n";
    }
}
