package io.bondtrader.risk.sensitivity;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * The buckets into which remaining lives fall: each from its lower bound on, up to and without the next.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param bounds where one bucket ends and the next begins, in years, ascending, above 0
 */
public record TenorBuckets(List<Double> bounds) {

    private static final TenorBuckets STANDARD = new TenorBuckets(List.of(1.0, 3.0, 5.0, 7.0, 10.0, 20.0));

    /**
     * Checks the order.
     *
     * @throws InvalidInput if there is no bound, or one is not above the one before
     */
    public TenorBuckets {
        bounds = List.copyOf(bounds);
        InvalidInput.unless(!bounds.isEmpty(), "bounds", bounds, "not empty");
        double before = 0;
        for (double bound : bounds) {
            InvalidInput.unless(bound > before && bound <= 1_000, "bound", bound, "ascending, above 0, at most 1,000");
            before = bound;
        }
    }

    /** {@return 0Y-1Y, 1Y-3Y, 3Y-5Y, 5Y-7Y, 7Y-10Y, 10Y-20Y and 20Y+} */
    public static TenorBuckets standard() {
        return STANDARD;
    }

    /**
     * Returns the bucket of a remaining life.
     *
     * @param years the remaining life, not negative
     * @return the bucket's name, such as {@code 7Y-10Y}
     * @throws InvalidInput if the time is negative or not a number
     */
    public String bucketOf(double years) {
        if (!(years >= 0)) {
            throw new InvalidInput("years", years, "not negative");
        }
        int k = 0;
        while (k < bounds.size() && years >= bounds.get(k)) {
            k++;
        }
        return name(k);
    }

    /** {@return the names of all buckets, short ones first} */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int k = 0; k <= bounds.size(); k++) {
            names.add(name(k));
        }
        return names;
    }

    private String name(int k) {
        String from = k == 0 ? "0Y" : text(bounds.get(k - 1));
        return k == bounds.size() ? from + "+" : from + "-" + text(bounds.get(k));
    }

    private static String text(double years) {
        return (years == Math.rint(years) ? Long.toString((long) years) : Double.toString(years)) + "Y";
    }
}
