package io.bondtrader.core.pricing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Tenor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The points of a curve that key rates speak of, with the triangular weights by which they share every other time out
 * among themselves:
 *
 * <pre>
 *   wᵢ(t) = 1 at key i, 0 at its neighbours, a straight line in between; beyond the first key and the last, 1 for that key
 *   Σ wᵢ(t) = 1 for every t ≥ 0
 * </pre>
 *
 * <p>Source: T. S. Y. Ho, "Key Rate Durations: Measures of Interest Rate Risks", Journal of Fixed Income 2(2), 1992.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class KeyTenors {

    private static final KeyTenors STANDARD = ofYears(0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0);

    private final double[] years;
    private final List<String> labels;

    private KeyTenors(double[] years, List<String> labels) {
        InvalidInput.unless(years.length >= 1 && years.length <= 1_000, "years.length", years.length, "1 to 1,000");
        for (int k = 0; k < years.length; k++) {
            double before = k == 0 ? 0.0 : years[k - 1];
            InvalidInput.unless(
                    years[k] > before && years[k] <= 1_000.0, "years", years[k], "ascending, above 0, at most 1,000");
        }
        this.years = years;
        this.labels = List.copyOf(labels);
    }

    /**
     * Returns key tenors at times in years.
     *
     * @param years ascending, above 0
     * @return the key tenors, labelled like {@code "6M"} and {@code "10Y"} where the time is whole months
     * @throws InvalidInput if there is none, or one is out of order
     */
    public static KeyTenors ofYears(double... years) {
        List<String> labels = new ArrayList<>(years.length);
        for (double time : years) {
            labels.add(nameOf(time));
        }
        return new KeyTenors(years.clone(), labels);
    }

    /**
     * Returns key tenors of months and years.
     *
     * @param tenors ascending, each of months or years
     * @return the key tenors, twelve months to the year
     * @throws InvalidInput if there is none, or one is out of order or counts days
     */
    public static KeyTenors of(Tenor... tenors) {
        double[] years = new double[tenors.length];
        List<String> labels = new ArrayList<>(tenors.length);
        for (int k = 0; k < years.length; k++) {
            InvalidInput.unless(tenors[k].isMonthBased(), "tenor", tenors[k], "of months or years");
            years[k] = tenors[k].months() / 12.0;
            labels.add(tenors[k].toString());
        }
        return new KeyTenors(years, labels);
    }

    /** {@return the tenors that desks report by: 3M, 6M, 1Y, 2Y, 3Y, 5Y, 7Y, 10Y, 15Y, 20Y, 30Y} */
    public static KeyTenors standard() {
        return STANDARD;
    }

    private static String nameOf(double years) {
        double months = years * 12.0;
        long whole = Math.round(months);
        if (Math.abs(months - whole) > 1e-6 || whole == 0) {
            return String.format(Locale.ROOT, "%.3fY", years);
        }
        return whole % 12 == 0 ? whole / 12 + "Y" : whole + "M";
    }

    /** {@return the number of keys} */
    public int count() {
        return years.length;
    }

    /**
     * Returns the time of a key.
     *
     * @param key the key, from 0
     * @return years from the curve's reference date
     */
    public double years(int key) {
        return years[key];
    }

    /**
     * Returns what a key is called.
     *
     * @param key the key, from 0
     * @return such as {@code "10Y"}
     */
    public String label(int key) {
        return labels.get(key);
    }

    /**
     * Returns how much of a time belongs to a key.
     *
     * @param key the key, from 0
     * @param time years from the curve's reference date
     * @return the weight, 0 to 1; over all keys they add up to 1
     */
    public double weight(int key, double time) {
        int last = years.length - 1;
        if (time <= years[key]) {
            return key == 0 ? 1.0 : Math.max(0.0, (time - years[key - 1]) / (years[key] - years[key - 1]));
        }
        return key == last ? 1.0 : Math.max(0.0, (years[key + 1] - time) / (years[key + 1] - years[key]));
    }

    /** ∫₀ᵗ wᵢ(u) du: what a move of the forward rates by the weights of a key does to −ln P(t). */
    double area(int key, double time) {
        double peak = years[key];
        double before = key == 0 ? 0.0 : years[key - 1];
        double rising;
        if (key == 0) {
            rising = Math.min(time, peak);
        } else {
            double inside = Math.max(0.0, Math.min(time, peak) - before);
            rising = 0.5 * inside * inside / (peak - before);
        }
        if (time <= peak) {
            return rising;
        }
        if (key == years.length - 1) {
            return rising + (time - peak);
        }
        double width = years[key + 1] - peak;
        double left = Math.max(0.0, years[key + 1] - time);
        return rising + 0.5 * (width - left * left / width);
    }

    @Override
    public String toString() {
        return labels.toString();
    }
}
