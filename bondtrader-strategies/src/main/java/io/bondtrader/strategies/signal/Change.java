package io.bondtrader.strategies.signal;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far a series came over n observations: as a simple return, a logarithmic return or a difference. Zero until there
 * is something to compare with.
 *
 * <p>Yields and spreads want differences; prices want returns, and must be positive for them. Mutable, for one thread.
 */
public final class Change extends CountingIndicator implements Indicator {

    private enum Kind {
        SIMPLE,
        LOGARITHMIC,
        DIFFERENCE
    }

    private final Kind kind;
    private final double[] ring;
    private int next;

    private Change(Kind kind, int periods) {
        super(periods + 1);
        this.kind = kind;
        ring = new double[periods];
    }

    /**
     * Returns p(t)/p(t-n) - 1.
     *
     * @param periods n, at least 1
     * @return the indicator, of prices from 1e-100 to 1e100
     * @throws io.bondtrader.core.error.InvalidInput if there are no periods
     */
    public static Change simpleReturn(int periods) {
        return new Change(Kind.SIMPLE, Inputs.length("periods", periods, 1));
    }

    /**
     * Returns ln p(t)/p(t-n).
     *
     * @param periods n, at least 1
     * @return the indicator, of prices from 1e-100 to 1e100
     * @throws io.bondtrader.core.error.InvalidInput if there are no periods
     */
    public static Change logReturn(int periods) {
        return new Change(Kind.LOGARITHMIC, Inputs.length("periods", periods, 1));
    }

    /**
     * Returns x(t) - x(t-n), in the unit of the series.
     *
     * @param periods n, at least 1
     * @return the indicator
     * @throws io.bondtrader.core.error.InvalidInput if there are no periods
     */
    public static Change difference(int periods) {
        return new Change(Kind.DIFFERENCE, Inputs.length("periods", periods, 1));
    }

    @Override
    public double update(double value) {
        double then = then(kind == Kind.DIFFERENCE ? Inputs.value(value) : Inputs.price(value));
        return now(
                switch (kind) {
                    case SIMPLE -> value / then - 1;
                    case LOGARITHMIC -> Math.log(value / then);
                    case DIFFERENCE -> value - then;
                });
    }

    /** The value n observations ago, the first one while there are fewer. */
    private double then(double value) {
        if (isFirst()) {
            Arrays.fill(ring, value);
        }
        double then = ring[next];
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        return then;
    }

    @Override
    public Change fresh() {
        return new Change(kind, ring.length);
    }

    @Override
    public String toString() {
        return "Change[" + kind.name().toLowerCase(Locale.ROOT) + ", " + ring.length + "]";
    }
}
