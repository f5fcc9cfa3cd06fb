package io.bondtrader.risk.var;

import java.util.Locale;
import java.util.Optional;

/**
 * Value at risk and expected shortfall over the horizon of the scenarios, with how they were read off and how sure they are.
 *
 * <p>Losses are positive: a value at risk of 120 says that no more than 120 is lost with the stated confidence; a negative
 * one, that even then something is earned. Immutable and safe for use by many threads.
 *
 * @param method how the scenarios came about, such as {@code historical, 2512 one-day moves}
 * @param confidence probability that the loss stays within value at risk, such as 0.99
 * @param convention how the quantile was read off scenarios, and which losses the shortfall is the mean of; nothing where a
 *     distribution gave both
 * @param scenarios number of scenarios, or of observations behind the distribution
 * @param valueAtRisk value at risk, in the unit of the P&amp;L
 * @param expectedShortfall expected shortfall at the same confidence, in the unit of the P&amp;L
 * @param valueAtRiskBand where value at risk may lie: for scenarios by ranks and the
 *     binomial distribution, free of any distribution of losses
 * @param expectedShortfallBand where expected shortfall may lie, by its asymptotic normal distribution
 */
public record TailRisk(
        String method,
        double confidence,
        Optional<QuantileConvention> convention,
        int scenarios,
        double valueAtRisk,
        double expectedShortfall,
        ConfidenceBand valueAtRiskBand,
        ConfidenceBand expectedShortfallBand) {

    /** {@return one line with both figures, their bands and the convention} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "VaR %.4g%% %,.2f [%,.2f, %,.2f], ES %,.2f [%,.2f, %,.2f] (%s%s, %,d scenarios)",
                confidence * 100,
                valueAtRisk,
                valueAtRiskBand.lower(),
                valueAtRiskBand.upper(),
                expectedShortfall,
                expectedShortfallBand.lower(),
                expectedShortfallBand.upper(),
                method,
                convention.map(name -> ", " + name).orElse(""),
                scenarios);
    }
}
