package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;

/**
 * What figures are measured against: how many periods make a year, what was to be had without risk, the return that was aimed
 * at, and the confidence of tail figures.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PerformanceBasis {

    private static final double TRADING_DAYS = 252;

    private final double periodsPerYear;
    private final double riskFreeRate;
    private final double[] riskFreeReturns;
    private final double target;
    private final double confidence;

    private PerformanceBasis(
            double periodsPerYear, double riskFreeRate, double[] riskFreeReturns, double target, double confidence) {
        this.periodsPerYear = periodsPerYear;
        this.riskFreeRate = riskFreeRate;
        this.riskFreeReturns = riskFreeReturns;
        this.target = target;
        this.confidence = confidence;
    }

    /** {@return 252 periods a year, nothing without risk, target 0, tails at 95 %} */
    public static PerformanceBasis daily() {
        return new PerformanceBasis(TRADING_DAYS, 0, new double[0], 0, 0.95);
    }

    /**
     * Returns this basis for another number of periods.
     *
     * @param periods in a year, such as 12 for monthly values
     * @return the altered basis
     * @throws InvalidInput unless it is above 0 and below 1e6
     */
    public PerformanceBasis withPeriodsPerYear(double periods) {
        Figures.between("periods", periods, 0, 1e6);
        return new PerformanceBasis(periods, riskFreeRate, riskFreeReturns, target, confidence);
    }

    /**
     * Returns this basis with a constant rate without risk: (1 + rate)^(1 / periods) - 1 each period.
     *
     * @param rate a year
     * @return the altered basis
     * @throws InvalidInput unless it is between -1 and 10
     */
    public PerformanceBasis withRiskFreeRate(double rate) {
        Figures.between("rate", rate, -1, 10);
        return new PerformanceBasis(periodsPerYear, rate, new double[0], target, confidence);
    }

    /**
     * Returns this basis with what each period of the record paid without risk.
     *
     * @param returns one a return of the record, in its order
     * @return the altered basis
     * @throws InvalidInput if there is none, or one is not finite
     */
    public PerformanceBasis withRiskFreeReturns(double[] returns) {
        InvalidInput.unless(returns.length > 0, "returns", 0, "at least one");
        for (int i = 0; i < returns.length; i++) {
            Figures.finite("return " + i, returns[i]);
        }
        return new PerformanceBasis(periodsPerYear, 0, returns.clone(), target, confidence);
    }

    /**
     * Returns this basis with another target of the Sortino ratio.
     *
     * @param rate a year; compounded like the rate without risk
     * @return the altered basis
     * @throws InvalidInput unless it is between -1 and 10
     */
    public PerformanceBasis withTarget(double rate) {
        Figures.between("rate", rate, -1, 10);
        return new PerformanceBasis(periodsPerYear, riskFreeRate, riskFreeReturns, rate, confidence);
    }

    /**
     * Returns this basis with another confidence of value at risk and expected shortfall.
     *
     * @param level such as 0.99
     * @return the altered basis
     * @throws InvalidInput unless it is between 0.5 and 1
     */
    public PerformanceBasis withTailConfidence(double level) {
        Figures.between("level", level, 0.5, 1);
        return new PerformanceBasis(periodsPerYear, riskFreeRate, riskFreeReturns, target, level);
    }

    /** {@return periods that make a year} */
    public double periodsPerYear() {
        return periodsPerYear;
    }

    /** {@return the confidence of tail figures} */
    public double tailConfidence() {
        return confidence;
    }

    /** {@return the target as a return of one period} */
    public double targetPerPeriod() {
        return perPeriod(target);
    }

    private double perPeriod(double rate) {
        return rate == 0.0 ? 0 : Math.expm1(Math.log1p(rate) / periodsPerYear);
    }

    /** {@return whether what was to be had without risk is a series, one value a return} */
    boolean hasSeries() {
        return riskFreeReturns.length > 0;
    }

    double riskFreePerPeriod() {
        return perPeriod(riskFreeRate);
    }

    /** What was to be had without risk in each of so many periods, in order of time. */
    double[] riskFree(int periods) {
        if (hasSeries()) {
            return riskFreeReturns.clone();
        }
        double[] returns = new double[periods];
        Arrays.fill(returns, riskFreePerPeriod());
        return returns;
    }

    /** Returns less what was to be had without risk. */
    double[] excess(double[] returns) {
        double[] excess = returns.clone();
        if (riskFreeReturns.length > 0) {
            InvalidInput.unless(
                    riskFreeReturns.length == returns.length,
                    "returns without risk",
                    riskFreeReturns.length,
                    "one a return of the record, " + returns.length);
            for (int i = 0; i < excess.length; i++) {
                excess[i] -= riskFreeReturns[i];
            }
        } else {
            double free = perPeriod(riskFreeRate);
            for (int i = 0; i < excess.length; i++) {
                excess[i] -= free;
            }
        }
        return excess;
    }

    /** {@return the basis in words} */
    @Override
    public String toString() {
        return Page.tick(periodsPerYear) + " periods a year, without risk "
                + (riskFreeReturns.length > 0 ? "as in a series" : Page.tick(100 * riskFreeRate) + "%") + ", target "
                + Page.tick(100 * target) + "%, tails at " + Page.tick(100 * confidence) + "%";
    }
}
