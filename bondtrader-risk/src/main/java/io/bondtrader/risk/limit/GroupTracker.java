package io.bondtrader.risk.limit;

import io.bondtrader.risk.sensitivity.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The net amount of each group of a dimension, or its share of the gross amount of the scope. */
final class GroupTracker extends Tracker {

    private final Dimension dimension;
    private final ToDoubleFunction<Instrument> perUnit; // NaN if the instrument has none
    private final boolean share;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final double[][] sums = new double[Look.COUNT][16];
    private final double[] gross = new double[Look.COUNT];

    GroupTracker(Scope scope, Dimension dimension, ToDoubleFunction<Instrument> perUnit, boolean share) {
        super(scope);
        this.dimension = dimension;
        this.perUnit = perUnit;
        this.share = share;
    }

    @Override
    boolean supports(Instrument instrument) {
        return !Double.isNaN(perUnit.applyAsDouble(instrument));
    }

    @Override
    int group(Holding holding) {
        return places.computeIfAbsent(holding.groupOf(dimension), name -> {
            names.add(name);
            if (names.size() > sums[0].length) {
                for (int look = 0; look < Look.COUNT; look++) {
                    sums[look] = Arrays.copyOf(sums[look], 2 * sums[look].length);
                }
            }
            return names.size() - 1;
        });
    }

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {
        double unit = perUnit.applyAsDouble(holding.instrument);
        sums[look][group] += unit * (to - from);
        gross[look] += Math.abs(unit) * (Math.abs(to) - Math.abs(from));
    }

    @Override
    double value(int look) {
        double largest = 0;
        for (int g = 0; g < names.size(); g++) {
            largest = Math.max(largest, Math.abs(sums[look][g]));
        }
        return ratio(largest, gross[look]);
    }

    @Override
    double before(int look, Holding holding, int group) {
        return ratio(Math.abs(sums[look][group]), gross[look]);
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        double unit = perUnit.applyAsDouble(holding.instrument);
        double own = Math.abs(sums[look][group] + unit * (to - from));
        return ratio(own, gross[look] + Math.abs(unit) * (Math.abs(to) - Math.abs(from)));
    }

    private double ratio(double amount, double total) {
        if (!share) {
            return amount;
        }
        return total > 1e-6 ? Math.min(1, amount / total) : 0;
    }

    @Override
    @Nullable
    String largestGroup(int look) {
        int largest = -1;
        for (int g = 0; g < names.size(); g++) {
            if (sums[look][g] != 0 && (largest < 0 || Math.abs(sums[look][g]) > Math.abs(sums[look][largest]))) {
                largest = g;
            }
        }
        return largest < 0 ? null : names.get(largest);
    }
}
