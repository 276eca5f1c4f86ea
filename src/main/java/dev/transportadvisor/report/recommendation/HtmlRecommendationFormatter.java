package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.CriterionResult;
import dev.transportadvisor.decision.evaluation.Evaluation;
import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Flip;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.decision.table.Alternative;
import dev.transportadvisor.decision.table.Caution;
import dev.transportadvisor.decision.table.Limit;
import dev.transportadvisor.report.format.XmlWriter;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A recommendation as one page that needs nothing else: no script, no request, in dark and light. */
public final class HtmlRecommendationFormatter implements RecommendationFormatter {

    private static final String STYLE =
            """
            :root {color-scheme: light dark}
            body {font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem}
            h1 {font-size: 1.4rem} h2 {font-size: 1.2rem; margin-top: 2rem} h3 {font-size: 1rem}
            .scroll {overflow-x: auto} .scroll svg {min-width: 40rem; width: 100%}
            table {border-collapse: collapse} th, td {text-align: left; padding: .2rem .8rem .2rem 0}
            td, th {border-bottom: 1px solid #8a8a8a} caption {text-align: left; font-weight: 600}
            code, pre {font-size: .9rem} pre {white-space: pre-wrap; overflow-wrap: anywhere}
            a {overflow-wrap: anywhere}
            """;

    @Override
    public String format(Advice advice) {
        String title = Headline.of(advice.bot().name(), advice.recommendation());
        String page = XmlWriter.text("html", html -> {
            html.attribute("lang", "en");
            html.element("head", head -> head(head, title));
            html.element("body", body -> body(body, advice, title));
        });
        return "<!DOCTYPE html>" + page.substring(page.indexOf("\n<html"));
    }

    private static void head(XmlWriter head, String title) throws XMLStreamException {
        head.element("meta", meta -> meta.attribute("charset", "utf-8"));
        head.element("meta", meta -> {
            meta.attribute("name", "viewport");
            meta.attribute("content", "width=device-width, initial-scale=1");
        });
        head.element("title", text -> text.text(title));
        head.element("style", style -> style.text(STYLE + SvgPicture.STYLE));
    }

    private static void body(XmlWriter body, Advice advice, String title) throws XMLStreamException {
        Recommendation recommendation = advice.recommendation();
        Evaluation evaluation = recommendation.evaluation();
        text(body, "h1", title);
        body.element("p", reason -> prose(reason, Wording.reason(evaluation)));
        list(body, "Contradictions", Wording.contradictions(evaluation));
        if (evaluation.outcome() instanceof Outcome.NotNeeded) {
            list(body, "Instead", Wording.notNeeded(evaluation).steps());
        } else {
            scrolling(
                    body,
                    "Picture of the decision",
                    scroll -> scroll.element("svg", svg -> new SvgPicture(evaluation).write(svg, title)));
            table(body, evaluation);
            reasons(body, evaluation);
            list(body, "What would solve this", relaxations(recommendation));
            list(body, "Find out", recommendation.stillOpen().stream()
                    .map(input -> input.id() + ": " + input.question())
                    .toList());
            list(body, "Give up", flips(recommendation.changes().giveUp()));
            list(body, "If the plan grows", flips(recommendation.changes().grow()));
            cautions(body, recommendation);
            text(body, "p", Advice.CHECK);
        }
        body.element("details", details -> {
            text(details, "summary", "The record");
            text(details, "pre", new MarkdownRecommendationFormatter().format(advice));
        });
    }

    /** The rows that the product started from, also where they do not matter, then what facts add. */
    private static void table(XmlWriter body, Evaluation evaluation) throws XMLStreamException {
        List<Alternative> alternatives = evaluation.table().alternatives();
        scrolling(body, "Criteria", scroll -> scroll.element("table", table -> {
            text(table, "caption", "What matters, and how it is met");
            table.element("tr", row -> {
                heading(row, "col", "Criterion");
                heading(row, "col", "Matters");
                for (Alternative alternative : alternatives) {
                    heading(row, "col", alternative.title());
                }
            });
            for (CriterionResult result : CriteriaTable.rows(evaluation)) {
                table.element("tr", row -> {
                    heading(row, "row", Wording.upperFirst(result.criterion().label()));
                    text(row, "td", Wording.importance(result, evaluation));
                    for (Alternative alternative : alternatives) {
                        text(row, "td", cell(result, alternative));
                    }
                });
            }
        }));
    }

    private static void scrolling(XmlWriter body, String label, XmlWriter.Content content) throws XMLStreamException {
        body.element("div", scroll -> {
            scroll.attribute("class", "scroll");
            scroll.attribute("tabindex", "0");
            scroll.attribute("role", "region");
            scroll.attribute("aria-label", label);
            content.write(scroll);
        });
    }

    private static String cell(CriterionResult row, Alternative alternative) {
        return row.fit(alternative).word() + (row.excludes(alternative) ? ": out" : "");
    }

    private static void reasons(XmlWriter body, Evaluation evaluation) throws XMLStreamException {
        text(body, "h2", "Why");
        for (Limit limit : evaluation.limits()) {
            text(body, "h3", Wording.upperFirst(limit.label()) + " (" + Causes.of(limit, evaluation) + ")");
            text(body, "p", limit.because() + " To lift it: " + limit.liftedBy() + ".");
            sources(body, limit.source());
        }
        for (CriterionResult row : evaluation.counting()) {
            text(body, "h3", Wording.upperFirst(row.criterion().label()) + " (" + Causes.of(row, evaluation) + ")");
            text(body, "p", row.criterion().because());
            items(body, evaluation.table().alternatives().stream()
                    .map(alternative -> alternative.title() + ": "
                            + row.fit(alternative).word() + ", "
                            + row.suitability(alternative).because() + ".")
                    .toList());
            sources(body, row.criterion().source());
        }
    }

    private static void cautions(XmlWriter body, Recommendation recommendation) throws XMLStreamException {
        if (!recommendation.cautions().isEmpty()) {
            text(body, "h2", "Keep in mind");
        }
        for (Caution caution : recommendation.cautions()) {
            text(body, "p", caution.text());
            sources(body, caution.source());
        }
    }

    private static List<String> relaxations(Recommendation recommendation) {
        return recommendation.relaxations().stream()
                .map(relaxation -> relaxation.alternative().title() + ": " + Wording.remedy(relaxation) + ".")
                .toList();
    }

    private static List<String> flips(List<Flip> flips) {
        return flips.stream()
                .map(flip -> Wording.changes(flip) + " leads to " + Wording.target(flip))
                .toList();
    }

    private static void list(XmlWriter body, String title, List<String> lines) throws XMLStreamException {
        if (!lines.isEmpty()) {
            text(body, "h2", title);
            items(body, lines);
        }
    }

    private static void items(XmlWriter body, List<String> lines) throws XMLStreamException {
        body.element("ul", list -> {
            for (String line : lines) {
                text(list, "li", line);
            }
        });
    }

    private static void sources(XmlWriter body, String sources) throws XMLStreamException {
        String[] all = sources.split("; ");
        body.element("p", paragraph -> {
            for (String source : all) {
                source(paragraph, source);
            }
        });
    }

    /** A source may be a judgement, which is no address. */
    private static void source(XmlWriter paragraph, String source) throws XMLStreamException {
        if (!source.startsWith("https://")) {
            paragraph.text(source);
            return;
        }
        paragraph.element("a", link -> {
            link.attribute("href", source);
            link.text(source);
        });
    }

    /** What stands in backticks is code. */
    private static void prose(XmlWriter parent, String content) throws XMLStreamException {
        String[] parts = content.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                parent.text(parts[i]);
            } else {
                text(parent, "code", parts[i]);
            }
        }
    }

    private static void heading(XmlWriter row, String scope, String content) throws XMLStreamException {
        row.element("th", cell -> {
            cell.attribute("scope", scope);
            cell.text(content);
        });
    }

    private static void text(XmlWriter parent, String name, String content) throws XMLStreamException {
        parent.element(name, element -> element.text(content));
    }
}
