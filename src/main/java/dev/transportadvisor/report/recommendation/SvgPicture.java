package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.report.format.XmlWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** The picture of a decision in SVG: between two alternatives bars to both sides, between more a bar for each. */
final class SvgPicture {

    static final String STYLE =
            """
            .picture {font: 14px system-ui, sans-serif; fill: #1a1a1a}
            .picture .one {fill: #2463a8} .picture .other {fill: #b4560e}
            .picture .wall {fill: #8a8a8a} .picture .axis {stroke: #8a8a8a} .picture .faint {fill: #595959}
            .picture .strong {font-weight: 600}
            @media (prefers-color-scheme: dark) {
              .picture {fill: #ededed} .picture .one {fill: #79b0ee} .picture .other {fill: #f0a35e}
              .picture .wall {fill: #9a9a9a} .picture .faint {fill: #b8b8b8}
            }
            """;

    private static final int WIDTH = 720;
    private static final int ROW = 26;
    private static final int IMPORTANCE = 240;
    private static final int LEFT = 300;
    private static final int RIGHT = 660;
    private static final int BAR = 14;
    private static final int WALL = 40;

    /** The bars are drawn to a scale on which this many hundredths of a point at least fit. */
    private static final long LEAST_SCALE = 300;

    private final Evaluation evaluation;
    private final Picture picture;
    private final List<Alternative> alternatives;
    private final long scale;
    private int line = 1;

    SvgPicture(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.picture = Picture.of(evaluation);
        this.alternatives = evaluation.table().alternatives();
        this.scale = picture.bars().stream()
                .mapToLong(bar -> isOfTwo() ? bar.lead() : most(bar))
                .reduce(LEAST_SCALE, Math::max);
    }

    private boolean isOfTwo() {
        return alternatives.size() == 2;
    }

    private long most(Picture.Bar bar) {
        return bar.row().points().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Attributes and content of an {@code svg} element. */
    void write(XmlWriter svg, String title) throws XMLStreamException {
        int height = (picture.walls().size() + picture.bars().size() + 3) * ROW;
        svg.attribute("xmlns", "http://www.w3.org/2000/svg");
        svg.attribute("viewBox", "0 0 " + WIDTH + " " + height);
        svg.attribute("class", "picture");
        svg.attribute("role", "img");
        svg.element("title", text -> text.text(title));
        svg.element("desc", text -> text.text("Points: " + Wording.points(evaluation) + "."));
        header(svg);
        for (Picture.Wall wall : picture.walls()) {
            wall(svg, wall);
        }
        for (Picture.Bar bar : picture.bars()) {
            bar(svg, bar);
        }
        balance(svg);
        if (isOfTwo()) {
            axis(svg, height);
        }
    }

    /** The same where there is nothing to compare. */
    static void writeTitle(XmlWriter svg, String title) throws XMLStreamException {
        svg.attribute("xmlns", "http://www.w3.org/2000/svg");
        svg.attribute("viewBox", "0 0 " + WIDTH + " " + 2 * ROW);
        svg.attribute("class", "picture");
        svg.attribute("role", "img");
        svg.element("title", text -> text.text(title));
        svg.element("text", text -> {
            text.attribute("y", String.valueOf(ROW));
            text.text(title);
        });
    }

    private void header(XmlWriter svg) throws XMLStreamException {
        for (Alternative alternative : alternatives) {
            label(svg, x(alternative), anchor(alternative), "strong", alternative.title());
        }
        line++;
    }

    private void balance(XmlWriter svg) throws XMLStreamException {
        label(svg, IMPORTANCE, "start", "strong", "balance");
        for (Alternative alternative : alternatives) {
            boolean isOut = !evaluation.exclusions(alternative).isEmpty();
            String points = isOut ? "out" : Points.text(evaluation.points(alternative));
            label(svg, x(alternative), anchor(alternative), "strong", points);
        }
    }

    private void wall(XmlWriter svg, Picture.Wall wall) throws XMLStreamException {
        row(svg, wall.label(), wall.importance());
        for (Alternative alternative : wall.out()) {
            rectangle(svg, "wall", isFirst(alternative) ? x(alternative) - WALL : x(alternative), WALL);
            // To the right of the axis there is room for words.
            int words = isFirst(alternative) ? x(alternatives.get(1)) : x(alternative) + WALL + 6;
            label(svg, words, "start", "faint", isOfTwo() ? "out: " + wall.reason() : "out");
        }
        line++;
    }

    private void bar(XmlWriter svg, Picture.Bar bar) throws XMLStreamException {
        row(svg, bar.label(), bar.importance());
        for (Alternative alternative : alternatives) {
            long points = isOfTwo() ? lead(bar, alternative) : bar.row().points(alternative);
            int length = (int) (points * (room() - 40) / scale);
            if (length > 0) {
                rectangle(svg, isFirst(alternative) ? "one" : "other", start(alternative, length), length);
                label(
                        svg,
                        x(alternative) + (isFirst(alternative) ? -length - 6 : length + 6),
                        anchor(alternative),
                        "faint",
                        Points.text(points));
            }
        }
        line++;
    }

    private long lead(Picture.Bar bar, Alternative alternative) {
        Alternative other = alternatives.get(1 - alternative.index());
        return Math.max(0, bar.row().points(alternative) - bar.row().points(other));
    }

    /** Of two, the first stands to the left of the axis. */
    private boolean isFirst(Alternative alternative) {
        return isOfTwo() && alternative.index() == 0;
    }

    private int start(Alternative alternative, int length) {
        return isFirst(alternative) ? x(alternative) - length : x(alternative);
    }

    /** How much room each alternative has. */
    private int room() {
        return (RIGHT - LEFT) / alternatives.size();
    }

    /** Where the bars of an alternative begin. */
    private int x(Alternative alternative) {
        return isOfTwo()
                ? (LEFT + RIGHT) / 2 + (alternative.index() == 0 ? -4 : 4)
                : LEFT + alternative.index() * room();
    }

    private String anchor(Alternative alternative) {
        return isFirst(alternative) ? "end" : "start";
    }

    private void axis(XmlWriter svg, int height) throws XMLStreamException {
        svg.element("line", axis -> {
            axis.attribute("class", "axis");
            axis.attribute("x1", String.valueOf((LEFT + RIGHT) / 2));
            axis.attribute("x2", String.valueOf((LEFT + RIGHT) / 2));
            axis.attribute("y1", "8");
            axis.attribute("y2", String.valueOf(height - ROW / 2));
        });
    }

    private void row(XmlWriter svg, String label, String importance) throws XMLStreamException {
        label(svg, 0, "start", "label", label);
        label(svg, IMPORTANCE, "start", "faint", importance);
    }

    private void label(XmlWriter svg, int x, String anchor, String kind, String content) throws XMLStreamException {
        int y = line * ROW;
        svg.element("text", text -> {
            text.attribute("class", kind);
            text.attribute("x", String.valueOf(x));
            text.attribute("y", String.valueOf(y));
            text.attribute("text-anchor", anchor);
            text.text(content);
        });
    }

    private void rectangle(XmlWriter svg, String kind, int x, int width) throws XMLStreamException {
        int y = line * ROW - BAR + 2;
        svg.element("rect", rectangle -> {
            rectangle.attribute("class", kind);
            rectangle.attribute("x", String.valueOf(x));
            rectangle.attribute("y", String.valueOf(y));
            rectangle.attribute("width", String.valueOf(width));
            rectangle.attribute("height", String.valueOf(BAR));
        });
    }
}
