package dev.transportadvisor.report.recommendation;

import dev.transportadvisor.decision.evaluation.Outcome;
import dev.transportadvisor.decision.search.Recommendation;
import dev.transportadvisor.report.format.XmlWriter;

/** The picture of a recommendation, which stands by itself. */
public final class SvgRecommendationFormatter implements RecommendationFormatter {

    @Override
    public String format(Advice advice) {
        String title = Headline.of(advice.bot().name(), advice.recommendation());
        Recommendation recommendation = advice.recommendation();
        return XmlWriter.text("svg", svg -> {
            if (recommendation.outcome() instanceof Outcome.NotNeeded) {
                SvgPicture.writeTitle(svg, title);
            } else {
                new SvgPicture(recommendation.evaluation()).write(svg, title);
            }
            svg.element("style", style -> style.text(SvgPicture.STYLE));
        });
    }
}
