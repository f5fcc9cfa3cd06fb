package io.bondtrader.risk.limit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The P&amp;L vector of a scope; measures of one scope share it. */
final class VectorSum {

    final Scope scope;
    final Function<Instrument, double @Nullable []> perUnit;
    final double[][] sums;
    final double[] scratch;
    private final long[] changes = new long[Look.COUNT];

    VectorSum(Scope scope, Function<Instrument, double @Nullable []> perUnit, int length) {
        this.scope = scope;
        this.perUnit = perUnit;
        this.sums = new double[Look.COUNT][length];
        this.scratch = new double[length];
    }

    /** Counts changes, so that what was read off the vector can be kept until the next. */
    long changes(int look) {
        return changes[look];
    }

    void apply(int look, Instrument instrument, double change) {
        double[] unit = perUnit.apply(instrument);
        if (unit != null) {
            double[] sum = sums[look];
            for (int k = 0; k < sum.length; k++) {
                sum[k] += change * unit[k];
            }
            changes[look]++;
        }
    }

    /** Losses after a change, in an array that the next call overwrites. */
    double[] losses(int look, Instrument instrument, double change) {
        double[] sum = sums[look];
        double[] unit = perUnit.apply(instrument);
        if (unit == null) {
            return losses(look);
        }
        for (int k = 0; k < sum.length; k++) {
            scratch[k] = -(sum[k] + change * unit[k]);
        }
        return scratch;
    }

    double[] losses(int look) {
        double[] sum = sums[look];
        for (int k = 0; k < sum.length; k++) {
            scratch[k] = -sum[k];
        }
        return scratch;
    }
}
