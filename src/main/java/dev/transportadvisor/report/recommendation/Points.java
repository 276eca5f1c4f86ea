package dev.transportadvisor.report.recommendation;

import java.math.BigDecimal;

/** Points, which are counted in hundredths, as people write them. */
final class Points {

    private Points() {}

    /** With one decimal at least: 5.0, 1.5, 0.25. */
    static BigDecimal decimal(long hundredths) {
        BigDecimal points = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return points.setScale(Math.max(1, points.scale()));
    }

    /** Without needless decimals: 5, 1.5, 0.25. */
    static String text(long hundredths) {
        BigDecimal points = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return points.toPlainString();
    }
}
