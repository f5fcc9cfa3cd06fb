package io.bondtrader.strategies.performance;

import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * Figures of track records, each by two methods that share nothing but the record's days.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedPerformance {

    /** A total return or a drawdown, as a decimal. */
    public static final Measure RETURN = Measure.of("return of a record", "decimal", new Tolerance(1e-10, 1e-9));

    /** A deviation of returns a year, as a decimal. */
    public static final Measure VOLATILITY = Measure.of("volatility of a record", "a year", new Tolerance(1e-12, 1e-9));

    /** A ratio a year. */
    public static final Measure RATIO = Measure.of("ratio of a record", "a year", new Tolerance(1e-8, 1e-8));

    /** The last value of an account. */
    public static final Measure VALUE = Measure.of("last value of a record", "money", new Tolerance(1e-6, 1e-9));

    private static final DualPath TOTAL = new DualPath(RETURN, "product of returns", "sum of logarithms");
    private static final DualPath BALANCE = new DualPath(VALUE, "last value", "balance grown at the rate");
    private static final DualPath DEVIATION = new DualPath(VOLATILITY, "two passes", "updates from the last return");
    private static final DualPath SHARPE = new DualPath(RATIO, "two passes", "updates from the last return");
    private static final DualPath SORTINO = new DualPath(RATIO, "in order of time", "sorted returns");
    private static final DualPath DRAWDOWN = new DualPath(RETURN, "peaks from the start", "troughs from the end");

    private final Verifier verifier;

    private VerifiedPerformance(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns the figures under a verifier.
     *
     * @param verifier what is checked, and what happens when methods disagree
     * @return the figures
     */
    public static VerifiedPerformance of(Verifier verifier) {
        return new VerifiedPerformance(verifier);
    }

    /**
     * Verifies the time-weighted return.
     *
     * @param record the record
     * @return the return, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Verified totalReturn(TrackRecord record) {
        return totalReturn(record, record.timeWeightedReturn());
    }

    /** Apart from the method, so that tests can hand in a number that is wrong. */
    Verified totalReturn(TrackRecord record, double primary) {
        return verify(TOTAL, record, "", primary, () -> PerformanceChecks.totalReturn(record));
    }

    /**
     * Verifies the money-weighted return: at that rate, the first value and all flows must grow to the last value.
     *
     * @param record the record
     * @return the last value with the evidence, absent if there is no single rate
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Optional<Verified> moneyWeighted(TrackRecord record) {
        OptionalDouble rate = record.moneyWeightedReturn().rate();
        return rate.isPresent() ? Optional.of(moneyWeighted(record, rate.getAsDouble())) : Optional.empty();
    }

    /** Apart from the method, so that tests can hand in a rate that is wrong. */
    Verified moneyWeighted(TrackRecord record, double rate) {
        double last = record.days().get(record.days().size() - 1).equity();
        return verify(BALANCE, record, "rate " + rate, last, () -> PerformanceChecks.balance(record, rate));
    }

    /**
     * Verifies the volatility.
     *
     * @param figures of the record
     * @return the volatility a year, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Verified volatility(PerformanceStatistics figures) {
        return volatility(figures, figures.volatility());
    }

    /** Apart from the method, so that tests can hand in a number that is wrong. */
    Verified volatility(PerformanceStatistics figures, double primary) {
        return verify(
                DEVIATION,
                figures.record(),
                figures.basis().toString(),
                primary,
                () -> PerformanceChecks.moments(PerformanceChecks.backwards(figures.record()))[1]
                        * Math.sqrt(figures.basis().periodsPerYear()));
    }

    /**
     * Verifies the Sharpe ratio.
     *
     * @param figures of the record
     * @return the ratio a year with the evidence, absent if there is none
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Optional<Verified> sharpe(PerformanceStatistics figures) {
        OptionalDouble sharpe = figures.sharpe();
        return sharpe.isPresent() ? Optional.of(sharpe(figures, sharpe.getAsDouble())) : Optional.empty();
    }

    /** Apart from the method, so that tests can hand in a number that is wrong. */
    Verified sharpe(PerformanceStatistics figures, double primary) {
        return verify(SHARPE, figures.record(), figures.basis().toString(), primary, () -> {
            double[] returns = PerformanceChecks.backwards(figures.record());
            double[] free = figures.basis().riskFree(returns.length);
            for (int i = 0; i < returns.length; i++) {
                returns[i] -= free[returns.length - 1 - i];
            }
            double[] moments = PerformanceChecks.moments(returns);
            return moments[0] / moments[1] * Math.sqrt(figures.basis().periodsPerYear());
        });
    }

    /**
     * Verifies the Sortino ratio.
     *
     * @param figures of the record
     * @return the ratio a year with the evidence, absent if there is none
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Optional<Verified> sortino(PerformanceStatistics figures) {
        OptionalDouble sortino = figures.sortino();
        return sortino.isPresent() ? Optional.of(sortino(figures, sortino.getAsDouble())) : Optional.empty();
    }

    /** Apart from the method, so that tests can hand in a number that is wrong. */
    Verified sortino(PerformanceStatistics figures, double primary) {
        return verify(SORTINO, figures.record(), figures.basis().toString(), primary, () -> {
            double[] returns = PerformanceChecks.backwards(figures.record());
            double target = figures.basis().targetPerPeriod();
            return (PerformanceChecks.moments(returns)[0] - target)
                    / PerformanceChecks.downside(returns, target)
                    * Math.sqrt(figures.basis().periodsPerYear());
        });
    }

    /**
     * Verifies the largest drawdown.
     *
     * @param figures of the record
     * @return the drawdown as a share of the peak, with the evidence
     * @throws io.bondtrader.core.error.DiscrepancyFound if the methods disagree and the policy refuses such a number
     */
    public Verified maximumDrawdown(PerformanceStatistics figures) {
        return maximumDrawdown(figures, figures.drawdowns().maximum());
    }

    /** Apart from the method, so that tests can hand in a number that is wrong. */
    Verified maximumDrawdown(PerformanceStatistics figures, double primary) {
        return verify(
                DRAWDOWN, figures.record(), "", primary, () -> PerformanceChecks.maximumDrawdown(figures.record()));
    }

    private Verified verify(
            DualPath paths, TrackRecord record, String basis, double primary, DoubleSupplier secondary) {
        if (!verifier.selects(primary, record.size())) {
            return verifier.unchecked(paths, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(Map.of("record", record.toString(), "basis", basis), Map.of());
        return verifier.verify(paths, inputs, primary, primary, secondary.getAsDouble(), 0);
    }
}
