package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.report.format.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/** The picture of a decision in characters: between two alternatives bars to both sides, between more their points. */
final class TextPicture {

    private static final int LABEL = 30;
    private static final int IMPORTANCE = 7;
    private static final int SIDE = 12;

    private final Evaluation evaluation;
    private final Picture picture;
    private final List<Alternative> alternatives;

    TextPicture(Evaluation evaluation, Picture picture) {
        this.evaluation = evaluation;
        this.picture = picture;
        this.alternatives = evaluation.table().alternatives();
    }

    /** The lines, {@code most} at most: what does not fit is counted. */
    List<String> lines(int most) {
        List<String> rows = new ArrayList<>();
        picture.walls().forEach(wall -> rows.add(wall(wall)));
        picture.bars().forEach(bar -> rows.add(bar(bar)));
        // Around the rows stand a header and the balance.
        int room = Math.max(1, most - 2);
        List<String> lines = new ArrayList<>(List.of(header()));
        if (rows.size() <= room) {
            lines.addAll(rows);
        } else {
            lines.addAll(rows.subList(0, room - 1));
            lines.add("+" + (rows.size() - room + 1) + " more (--why)");
        }
        lines.add(balance());
        return lines.stream()
                .map(line -> StringUtils.abbreviate(line.stripTrailing(), Paragraph.WIDTH))
                .toList();
    }

    private boolean isOfTwo() {
        return alternatives.size() == 2;
    }

    private String header() {
        return isOfTwo()
                ? row("", "", alternatives.get(0).title(), "|", alternatives.get(1).title(), "")
                : columns("", "", alternatives.stream().map(Alternative::title).toList());
    }

    private String balance() {
        List<String> points = alternatives.stream()
                .map(alternative -> evaluation.exclusions(alternative).isEmpty()
                        ? Points.text(evaluation.points(alternative))
                        : "out")
                .toList();
        return isOfTwo() ? row("", "balance", points.get(0), "|", points.get(1), shared()) : columns("", "sum", points);
    }

    /** What both win alike, since the bars show only by how much one is ahead. */
    private String shared() {
        boolean isOut = alternatives.stream()
                .anyMatch(alternative -> !evaluation.exclusions(alternative).isEmpty());
        long shared = picture.bars().stream().mapToLong(Picture.Bar::shared).sum();
        return isOut || shared == 0 ? "" : Points.text(shared) + " shared";
    }

    private String wall(Picture.Wall wall) {
        if (!isOfTwo()) {
            return columns(
                    wall.label(),
                    wall.importance(),
                    alternatives.stream()
                            .map(alternative -> wall.out().contains(alternative) ? "out" : "")
                            .toList());
        }
        boolean left = wall.out().contains(alternatives.get(0));
        boolean right = wall.out().contains(alternatives.get(1));
        return row(wall.label(), wall.importance(), left ? "XXXX" : "", "|", "", "")
                        .stripTrailing()
                + (right ? "XXXX" : "") + " out: " + wall.reason();
    }

    private String bar(Picture.Bar bar) {
        if (!isOfTwo()) {
            return columns(
                    bar.label(),
                    bar.importance(),
                    alternatives.stream()
                            .map(alternative -> Points.text(bar.row().points(alternative)))
                            .toList());
        }
        String marks = "#".repeat(bar.marks());
        boolean isLeft = bar.speaksFor(alternatives.get(0), alternatives.get(1));
        return row(
                bar.label(),
                bar.importance(),
                isLeft ? marks : "",
                "|",
                isLeft ? "" : marks,
                Points.text(bar.lead()));
    }

    private static String row(
            String label, String importance, String left, String middle, String right, String figure) {
        return label(label) + " " + importance(importance) + StringUtils.leftPad(clipped(left), SIDE) + " "
                + middle + " " + StringUtils.rightPad(clipped(right), SIDE) + " " + figure;
    }

    private static String label(String label) {
        return StringUtils.rightPad(StringUtils.abbreviate(label, LABEL), LABEL);
    }

    private static String importance(String importance) {
        return StringUtils.rightPad(StringUtils.abbreviate(importance, IMPORTANCE), IMPORTANCE);
    }

    private static String clipped(String text) {
        return StringUtils.abbreviate(text, SIDE);
    }

    /** Columns as wide as the line allows. */
    private String columns(String label, String importance, List<String> cells) {
        int width = (Paragraph.WIDTH - LABEL - IMPORTANCE - 1) / cells.size() - 1;
        int used = Math.min(SIDE, width);
        return label(label) + " " + importance(importance)
                + cells.stream()
                        .map(cell -> " " + StringUtils.leftPad(StringUtils.abbreviate(cell, Math.max(4, used)), used))
                        .collect(Collectors.joining());
    }
}
