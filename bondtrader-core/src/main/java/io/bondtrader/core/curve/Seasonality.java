package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import java.time.Month;
import java.util.List;

/**
 * By how much a price index stands above its trend in each month of the year. Over a year the factors multiply to 1: the
 * seasons move prices, not inflation.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param factors twelve positive factors, January first, that multiply to 1 within 1e-9
 */
public record Seasonality(List<Double> factors) {

    /** No seasons. */
    public static final Seasonality NONE =
            new Seasonality(List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0));

    private static final double TOLERANCE = 1e-9;

    /**
     * Checks the factors.
     *
     * @throws InvalidInput if there are not twelve, one is not between 0.5 and 2, or they do not multiply to 1
     */
    public Seasonality {
        factors = List.copyOf(factors);
        InvalidInput.unless(factors.size() == 12, "factors", factors.size(), "twelve");
        double product = 1.0;
        for (double factor : factors) {
            InvalidInput.unless(factor >= 0.5 && factor <= 2.0, "factor", factor, "0.5 to 2");
            product *= factor;
        }
        InvalidInput.unless(Math.abs(product - 1.0) <= TOLERANCE, "product of the factors", product, "1");
    }

    /**
     * Returns the seasons by what a month's prices rise above the trend on the month before. The mean of the twelve is
     * taken out, so that they cancel over a year.
     *
     * @param excessGrowth ln(index/index of the month before) less the trend, January first, between -0.05 and 0.05
     * @return the factors, with geometric mean 1
     * @throws InvalidInput if there are not twelve numbers, or one is out of range
     */
    public static Seasonality ofMonthlyGrowth(List<Double> excessGrowth) {
        InvalidInput.unless(excessGrowth.size() == 12, "excessGrowth", excessGrowth.size(), "twelve");
        double mean = 0.0;
        for (double growth : excessGrowth) {
            InvalidInput.unless(Math.abs(growth) <= 0.05, "excessGrowth", growth, "-0.05 to 0.05");
            mean += growth / 12.0;
        }
        double[] level = new double[12];
        double sum = 0.0;
        double meanLevel = 0.0;
        for (int month = 0; month < 12; month++) {
            sum += excessGrowth.get(month) - mean;
            level[month] = sum;
            meanLevel += sum / 12.0;
        }
        Double[] factors = new Double[12];
        for (int month = 0; month < 12; month++) {
            factors[month] = Exponential.exp(level[month] - meanLevel);
        }
        return new Seasonality(List.of(factors));
    }

    /**
     * Returns the factor of a month.
     *
     * @param month the month
     * @return index over trend
     */
    public double factor(Month month) {
        return factors.get(month.getValue() - 1);
    }
}
