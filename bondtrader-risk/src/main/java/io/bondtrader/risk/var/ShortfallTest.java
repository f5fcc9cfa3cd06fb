package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * Whether losses beyond value at risk were as large as expected shortfall said, by the second statistic of Acerbi and Szekely:
 *
 * <pre>
 *   Z = 1 − Σ loss · [loss &gt; VaR] / (T (1 − c) ES)
 * </pre>
 *
 * <p>Zero is expected, less says that losses were larger or more frequent than promised. Its critical values hardly depend on
 * the tails of the distribution: -0.70 at 5 % and -1.8 at 0.01 %. Source: Acerbi and Szekely, <i>Back-testing expected
 * shortfall</i>, Risk (December 2014). Immutable and safe for use by many threads.
 *
 * @param days number of days
 * @param statistic Z
 */
public record ShortfallTest(int days, double statistic) {

    /** Below it, a true model is met on 5 % of samples. */
    public static final double CRITICAL_5_PERCENT = -0.70;

    /** Below it, a true model is met on 0.01 % of samples. */
    public static final double CRITICAL_1_BASIS_POINT = -1.8;

    /**
     * Tests expected shortfall.
     *
     * @param pnl what was earned each day, the oldest first
     * @param valueAtRisk what was promised the day before, at the confidence
     * @param expectedShortfall what was promised the day before, at the confidence, positive
     * @param confidence of both, such as 0.975
     * @return the test
     * @throws InvalidInput if lengths differ, there is no day, a number is not finite or a shortfall not positive
     */
    public static ShortfallTest of(double[] pnl, double[] valueAtRisk, double[] expectedShortfall, double confidence) {
        PnlVectors.requireConfidence(confidence);
        int days = pnl.length;
        InvalidInput.unless(days >= 1, "days", days, "1 or more");
        InvalidInput.unless(valueAtRisk.length == days, "valueAtRisk", valueAtRisk.length, "one a day, " + days);
        InvalidInput.unless(
                expectedShortfall.length == days, "expectedShortfall", expectedShortfall.length, "one a day, " + days);
        double sum = 0;
        for (int t = 0; t < days; t++) {
            InvalidInput.unless(Double.isFinite(pnl[t]), "P&L of day " + t, pnl[t], "finite");
            InvalidInput.unless(Double.isFinite(valueAtRisk[t]), "valueAtRisk of day " + t, valueAtRisk[t], "finite");
            InvalidInput.unless(
                    expectedShortfall[t] > 0 && Double.isFinite(expectedShortfall[t]),
                    "expectedShortfall of day " + t,
                    expectedShortfall[t],
                    "positive and finite");
            sum += -pnl[t] > valueAtRisk[t] ? -pnl[t] / expectedShortfall[t] : 0;
        }
        return new ShortfallTest(days, 1 - sum / (days * (1 - confidence)));
    }

    /** {@return whether a true model would be met less often than on one sample in twenty} */
    public boolean isRejected() {
        return statistic < CRITICAL_5_PERCENT;
    }

    /** {@return the statistic and the verdict at 5 %} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Acerbi-Szekely Z2 %.3f over %d days: %s at 5%%",
                statistic,
                days,
                isRejected() ? "rejected" : "not rejected");
    }
}
