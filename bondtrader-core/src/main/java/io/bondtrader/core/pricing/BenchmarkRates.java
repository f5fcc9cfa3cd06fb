package io.bondtrader.core.pricing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Yields or rates quoted by maturity, such as the government's or those of par swaps, with straight lines in between and
 * the nearest quote beyond the ends.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BenchmarkRates {

    private final String name;
    private final double[] years;
    private final double[] rates;

    private BenchmarkRates(String name, double[] years, double[] rates) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(years.length >= 1, "years.length", years.length, "at least 1");
        InvalidInput.unless(rates.length == years.length, "rates.length", rates.length, "that of years");
        for (int k = 0; k < years.length; k++) {
            double before = k == 0 ? -1e-300 : years[k - 1];
            InvalidInput.unless(years[k] > before && years[k] <= 1_000.0, "years", years[k], "ascending, 0 to 1,000");
            InvalidInput.unless(Math.abs(rates[k]) < 10.0, "rate", rates[k], "a decimal such as 0.0425");
        }
        this.name = name;
        this.years = years;
        this.rates = rates;
    }

    /**
     * Returns rates by maturity.
     *
     * @param name what they are called, such as {@code "US Treasury"}
     * @param years maturities in years, ascending, not negative
     * @param rates the rate of each maturity, as a decimal, compounded as the yields that they are compared with
     * @return the rates
     * @throws InvalidInput if a maturity is out of order, or a rate is missing or not a decimal
     */
    public static BenchmarkRates of(String name, double[] years, double[] rates) {
        return new BenchmarkRates(name, years.clone(), rates.clone());
    }

    /**
     * Returns rates by tenor.
     *
     * @param name what they are called
     * @param rates the rate of each tenor of months or years, as decimals; in any order
     * @return the rates
     * @throws InvalidInput if there is none, a tenor counts days, or a rate is not a decimal
     */
    public static BenchmarkRates of(String name, Map<Tenor, Double> rates) {
        TreeMap<Double, Double> byYears = new TreeMap<>();
        rates.forEach((tenor, rate) -> {
            InvalidInput.unless(tenor.isMonthBased(), "tenor", tenor, "of months or years");
            byYears.put(tenor.months() / 12.0, rate);
        });
        double[] years =
                byYears.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] values =
                byYears.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new BenchmarkRates(name, years, values);
    }

    /** {@return what the rates are called} */
    public String name() {
        return name;
    }

    /**
     * Returns the rate of a maturity.
     *
     * @param maturityYears years, not negative
     * @return the rate, as a decimal
     * @throws InvalidInput if the maturity is negative or not finite
     */
    public double rate(double maturityYears) {
        InvalidInput.unless(
                maturityYears >= 0.0 && maturityYears < Double.POSITIVE_INFINITY,
                "maturityYears",
                maturityYears,
                "0 or more and finite");
        int place = Arrays.binarySearch(years, maturityYears);
        if (place >= 0) {
            return rates[place];
        }
        int above = -place - 1;
        if (above == 0) {
            return rates[0];
        }
        if (above == years.length) {
            return rates[years.length - 1];
        }
        double share = (maturityYears - years[above - 1]) / (years[above] - years[above - 1]);
        return rates[above - 1] + share * (rates[above] - rates[above - 1]);
    }

    @Override
    public String toString() {
        return "BenchmarkRates[" + name + ", " + years.length + " maturities]";
    }
}
