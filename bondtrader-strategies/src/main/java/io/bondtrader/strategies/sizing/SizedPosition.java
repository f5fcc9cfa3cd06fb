package io.bondtrader.strategies.sizing;

import java.util.Arrays;
import java.util.List;

/**
 * How much to hold of each asset, and the worst of it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SizedPosition {

    private final double[] amounts;
    private final String unit;
    private final List<WorstCase> worstCases;

    SizedPosition(double[] amounts, String unit, WorstCase... worstCases) {
        this.amounts = amounts.clone();
        this.unit = unit;
        this.worstCases = List.of(worstCases);
    }

    /** {@return an amount per asset in the {@link #unit()}, negative where it is sold short} */
    public double[] amounts() {
        return amounts.clone();
    }

    /** {@return what the amounts count} */
    public String unit() {
        return unit;
    }

    /** {@return what can happen to whoever takes this size} */
    public List<WorstCase> worstCases() {
        return worstCases;
    }

    @Override
    public String toString() {
        return Arrays.toString(amounts) + " " + unit + ", " + worstCases;
    }
}
