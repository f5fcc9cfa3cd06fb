package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;

/**
 * How an inflation-linked bond reads its index: how many months back, with or without interpolation, and how the
 * reference index and the index ratio are rounded.
 *
 * <pre>
 *   interpolated   ref(d) = I(m − lag) + (day − 1)/days(m) · (I(m − lag + 1) − I(m − lag))     d in month m
 *   stepped        ref(d) = I(m − lag)
 *   ratio(d)       = ref(d) / base
 * </pre>
 *
 * <p>Sources: 31 CFR Part 356, Appendix B, section I.B (TIPS); UK Debt Management Office, Formulae for Calculating Gilt
 * Prices from Yields, section 3 and annex B (index-linked gilts, 3-month and 8-month).
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name the rule's name
 * @param lagMonths months from the index to the day it applies to, 0 to 24
 * @param interpolation between the days of a month, or by steps
 * @param rounding how reference index and ratio are rounded
 */
public record Indexation(String name, int lagMonths, Interpolation interpolation, Rounding rounding) {

    /** How a reference index moves within a month. */
    public enum Interpolation {
        /** Linearly from the first day of a month to the first of the next. */
        DAILY,
        /** Not at all. */
        MONTHLY
    }

    /** How a reference index and an index ratio are rounded. */
    public enum Rounding {
        /** Cut to six decimals, then rounded to five. */
        TRUNCATE_6_ROUND_5,
        /** Rounded to five decimals. */
        ROUND_5,
        /** Not at all. */
        NONE
    }

    /** A ratio of numbers within these bounds is finite. */
    private static final double SMALLEST = 1e-100;

    private static final double LARGEST = 1e100;

    /** US Treasury inflation-protected securities. */
    public static final Indexation US_TIPS =
            new Indexation("US_TIPS", 3, Interpolation.DAILY, Rounding.TRUNCATE_6_ROUND_5);

    /** UK index-linked gilts first issued from September 2005 on. */
    public static final Indexation UK_3_MONTH = new Indexation("UK_3_MONTH", 3, Interpolation.DAILY, Rounding.ROUND_5);

    /** UK index-linked gilts first issued before July 2005. */
    public static final Indexation UK_8_MONTH = new Indexation("UK_8_MONTH", 8, Interpolation.MONTHLY, Rounding.NONE);

    /** Euro-area linkers (OATei, BTPei, Bundei). */
    public static final Indexation EURO_HICP = new Indexation("EURO_HICP", 3, Interpolation.DAILY, Rounding.ROUND_5);

    /**
     * Checks the lag.
     *
     * @throws InvalidInput if the lag is out of range
     */
    public Indexation {
        Objects.requireNonNull(name);
        InvalidInput.unless(lagMonths >= 0 && lagMonths <= 24, "lagMonths", lagMonths, "0 to 24");
        Objects.requireNonNull(interpolation);
        Objects.requireNonNull(rounding);
    }

    /**
     * Returns the reference index of a day.
     *
     * @param day the day, usually settlement or a payment date
     * @param index the published index by month
     * @return the reference index, rounded by the rule
     * @throws MissingData if a month's index is not there
     * @throws InvalidInput if an index is not between 1e-100 and 1e100
     */
    public double referenceIndex(LocalDate day, Map<YearMonth, Double> index) {
        YearMonth month = YearMonth.from(day).minusMonths(lagMonths);
        double first = published(month, index);
        // On the first of a month the later index has no weight, and may not have been published yet.
        if (interpolation == Interpolation.MONTHLY || day.getDayOfMonth() == 1) {
            return round(first);
        }
        double second = published(month.plusMonths(1), index);
        return round(first + (day.getDayOfMonth() - 1.0) / day.lengthOfMonth() * (second - first));
    }

    /**
     * Returns the index ratio of a day.
     *
     * @param referenceIndex the reference index of the day
     * @param baseIndex the reference index of the bond's dated date
     * @return the ratio, rounded by the rule
     * @throws InvalidInput if an index is not between 1e-100 and 1e100
     */
    public double indexRatio(double referenceIndex, double baseIndex) {
        requireIndex("referenceIndex", referenceIndex);
        requireIndex("baseIndex", baseIndex);
        return round(referenceIndex / baseIndex);
    }

    private double round(double value) {
        return switch (rounding) {
            case TRUNCATE_6_ROUND_5 ->
                DecimalRounding.halfUp(5).round(DecimalRounding.truncated(6).round(value));
            case ROUND_5 -> DecimalRounding.halfUp(5).round(value);
            case NONE -> value;
        };
    }

    private static double published(YearMonth month, Map<YearMonth, Double> index) {
        Double value = index.get(month);
        if (value == null) {
            throw new MissingData("no price index for " + month);
        }
        requireIndex("price index of " + month, value);
        return value;
    }

    private static void requireIndex(String name, double value) {
        InvalidInput.unless(value >= SMALLEST && value <= LARGEST, name, value, "between 1e-100 and 1e100");
    }
}
