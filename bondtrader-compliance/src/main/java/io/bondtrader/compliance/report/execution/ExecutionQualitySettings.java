package io.bondtrader.compliance.report.execution;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How executions are measured. Immutable.
 *
 * @param oldestQuote how old a composite may be when it is compared with
 * @param sizeBands upper ends of the bands of ordered nominal, rising; what exceeds the last is a band of its own
 * @param outlierScore from which modified z-score on an execution is an outlier
 * @param outlierLeast in classes with fewer executions nothing is flagged
 */
public record ExecutionQualitySettings(
        Duration oldestQuote, List<BigDecimal> sizeBands, double outlierScore, int outlierLeast) {

    /**
     * Checks and copies.
     *
     * @throws InvalidInput if the age is negative, bands do not rise, or the score is not positive
     */
    public ExecutionQualitySettings {
        InvalidInput.unless(!oldestQuote.isNegative(), "oldest quote", oldestQuote, "not negative");
        sizeBands = List.copyOf(new ArrayList<>(sizeBands));
        for (int i = 1; i < sizeBands.size(); i++) {
            boolean rises = sizeBands.get(i - 1).compareTo(sizeBands.get(i)) < 0;
            InvalidInput.unless(rises, "size bands", sizeBands, "rising");
        }
        boolean positive = Double.isFinite(outlierScore) && outlierScore > 0;
        InvalidInput.unless(positive, "outlier score", outlierScore, "positive and finite");
        InvalidInput.unless(outlierLeast >= 3, "least executions for outliers", outlierLeast, "3 or more");
    }

    /**
     * Returns settings of the house: composites of at most a minute, bands up to 100,000, 1, 5 and 10 million, outliers from a
     * score of 3.5 on among 8 executions or more. Source of the score: B. Iglewicz and D. C. Hoaglin, How to Detect and Handle
     * Outliers, 1993 (recalled).
     *
     * @return the settings
     */
    public static ExecutionQualitySettings standard() {
        return new ExecutionQualitySettings(
                Duration.ofMinutes(1),
                List.of(
                        new BigDecimal("100000"),
                        new BigDecimal("1000000"),
                        new BigDecimal("5000000"),
                        new BigDecimal("10000000")),
                3.5,
                8);
    }

    String band(BigDecimal nominal) {
        for (BigDecimal end : sizeBands) {
            if (nominal.compareTo(end) <= 0) {
                return "<= " + end.toPlainString();
            }
        }
        return sizeBands.isEmpty()
                ? "all"
                : "> " + sizeBands.get(sizeBands.size() - 1).toPlainString();
    }
}
