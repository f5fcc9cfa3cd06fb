package io.bondtrader.core.verify;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a number measures, its unit, and how far two calculations of it may lie apart unless a {@link Verifier} says
 * otherwise.
 *
 * <p>The built-in tolerances leave room for rounding and for the method of the second path, and for nothing else: sums
 * and closed forms are held to about 1e-12 of the value, derivatives that the second path takes by differences to the
 * accuracy of those differences.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Measure {

    private static final String PER_100 = "per 100 face";
    private static final String DECIMAL = "decimal per year";
    private static final String YEARS = "years";
    private static final Tolerance ROUNDING = new Tolerance(1e-10, 1e-12);
    private static final Tolerance FIRST_DIFFERENCE = new Tolerance(1e-8, 1e-7);

    /** The price without accrued interest. */
    public static final Measure CLEAN_PRICE = new Measure(0, "clean price", PER_100, ROUNDING);
    /** The price with accrued interest: what is paid. */
    public static final Measure DIRTY_PRICE = new Measure(1, "dirty price", PER_100, ROUNDING);
    /** The yield under a named convention. */
    public static final Measure YIELD = new Measure(2, "yield", DECIMAL, new Tolerance(1e-10, 1e-10));
    /** The interest that the buyer pays the seller for. */
    public static final Measure ACCRUED_INTEREST = new Measure(3, "accrued interest", PER_100, ROUNDING);
    /** The present-value weighted time of the cash flows. */
    public static final Measure MACAULAY_DURATION = new Measure(4, "Macaulay duration", YEARS, FIRST_DIFFERENCE);
    /** The relative fall of the price per unit of yield. */
    public static final Measure MODIFIED_DURATION = new Measure(5, "modified duration", YEARS, FIRST_DIFFERENCE);
    /** The second derivative of the price by yield, relative to the price. */
    public static final Measure CONVEXITY = new Measure(6, "convexity", "years squared", new Tolerance(1e-6, 1e-5));
    /** The fall of the price for one basis point of yield. */
    public static final Measure DV01 =
            new Measure(7, "DV01", "per 100 face per basis point", new Tolerance(1e-11, 1e-7));
    /** The part of a year between two dates, by a day count. */
    public static final Measure DAY_COUNT_FRACTION =
            new Measure(8, "day count fraction", YEARS, new Tolerance(1e-13, 1e-14));
    /** The amount of one payment. */
    public static final Measure CASH_FLOW = new Measure(9, "cash flow", PER_100, ROUNDING);
    /** The discount rate of a bill. */
    public static final Measure DISCOUNT_RATE = new Measure(10, "discount rate", DECIMAL, new Tolerance(1e-12, 1e-11));
    /** The time to repayment, weighted by principal. */
    public static final Measure AVERAGE_LIFE = new Measure(11, "average life", YEARS, new Tolerance(1e-11, 1e-12));
    /** The price agreed today for a later settlement. */
    public static final Measure FORWARD_PRICE = new Measure(12, "forward price", PER_100, ROUNDING);
    /** The reference index on a date over the base index. */
    public static final Measure INDEX_RATIO = new Measure(13, "index ratio", "ratio", new Tolerance(1e-12, 1e-12));
    /** The boundaries of a schedule, each with its dates and periods; the second path counts those it confirms. */
    public static final Measure SCHEDULE_DATES = new Measure(14, "schedule dates", "dates", Tolerance.EXACT);

    /** The spread on a curve's zero rates that gives a price. */
    public static final Measure Z_SPREAD = new Measure(15, "Z-spread", DECIMAL, new Tolerance(1e-10, 1e-10));
    /** What a floating leg pays over its rate in an asset swap. */
    public static final Measure ASSET_SWAP_SPREAD =
            new Measure(16, "asset-swap spread", DECIMAL, new Tolerance(1e-12, 1e-10));
    /** The margin over a floating note's index that gives a price. */
    public static final Measure DISCOUNT_MARGIN =
            new Measure(17, "discount margin", DECIMAL, new Tolerance(1e-10, 1e-10));
    /** The relative fall of the price for a move of part of a curve. */
    public static final Measure KEY_RATE_DURATION = new Measure(18, "key-rate duration", YEARS, FIRST_DIFFERENCE);
    /** The key-rate durations together, against the duration for a move of the whole curve. */
    public static final Measure KEY_RATE_SUM =
            new Measure(19, "sum of key-rate durations", YEARS, new Tolerance(1e-10, 1e-11));
    /** The relative fall of the price for a parallel move of a curve. */
    public static final Measure EFFECTIVE_DURATION = new Measure(20, "effective duration", YEARS, FIRST_DIFFERENCE);

    private static final List<Measure> BUILT_IN = List.of(
            CLEAN_PRICE,
            DIRTY_PRICE,
            YIELD,
            ACCRUED_INTEREST,
            MACAULAY_DURATION,
            MODIFIED_DURATION,
            CONVEXITY,
            DV01,
            DAY_COUNT_FRACTION,
            CASH_FLOW,
            DISCOUNT_RATE,
            AVERAGE_LIFE,
            FORWARD_PRICE,
            INDEX_RATIO,
            SCHEDULE_DATES,
            Z_SPREAD,
            ASSET_SWAP_SPREAD,
            DISCOUNT_MARGIN,
            KEY_RATE_DURATION,
            KEY_RATE_SUM,
            EFFECTIVE_DURATION);

    private static final int NOT_BUILT_IN = -1;

    private final int index;
    private final String name;
    private final String unit;
    private final Tolerance defaultTolerance;

    private Measure(int index, String name, String unit, Tolerance defaultTolerance) {
        this.index = index;
        this.name = name;
        this.unit = unit;
        this.defaultTolerance = Objects.requireNonNull(defaultTolerance);
    }

    /**
     * Returns a measure of the application's own.
     *
     * @param name what it is called in messages and records, not blank and not the name of a built-in measure
     * @param unit what its numbers count, not blank
     * @param defaultTolerance how far two calculations of it may lie apart
     * @return the measure
     * @throws InvalidInput if the name or the unit is blank, or the name is taken
     */
    public static Measure of(String name, String unit, Tolerance defaultTolerance) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(!unit.isBlank(), "unit", unit, "not blank");
        boolean taken = BUILT_IN.stream().anyMatch(measure -> measure.name.equalsIgnoreCase(name));
        InvalidInput.unless(!taken, "name", name, "different from the built-in measures");
        return new Measure(NOT_BUILT_IN, name, unit, defaultTolerance);
    }

    /** {@return the measures that BondTrader itself verifies, in a fixed order} */
    public static List<Measure> builtIn() {
        return BUILT_IN;
    }

    /** {@return what the measure is called in messages and records} */
    public String name() {
        return name;
    }

    /** {@return what its numbers count} */
    public String unit() {
        return unit;
    }

    /** {@return how far two calculations may lie apart unless a verifier says otherwise} */
    public Tolerance defaultTolerance() {
        return defaultTolerance;
    }

    /** The place in {@link #builtIn()}, or a negative number: lets the hot path find a tolerance without hashing. */
    int index() {
        return index;
    }

    static Stream<Tolerance> builtInTolerances() {
        return BUILT_IN.stream().map(Measure::defaultTolerance);
    }

    /** Two measures of an application are equal if their names, units and tolerances are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Measure that
                && name.equals(that.name)
                && unit.equals(that.unit)
                && defaultTolerance.equals(that.defaultTolerance);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
