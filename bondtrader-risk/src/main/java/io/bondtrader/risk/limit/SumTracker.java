package io.bondtrader.risk.limit;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** An amount that is proportional to the face: net, or without signs, or as a loss. */
final class SumTracker extends Tracker {

    /** How amounts are put together. */
    enum Kind {
        NET,
        GROSS,
        LOSS
    }

    private final Kind kind;
    private final ToDoubleFunction<Instrument> perUnit; // NaN if the instrument has none
    private final double[] sums = new double[Look.COUNT];

    SumTracker(Scope scope, Kind kind, ToDoubleFunction<Instrument> perUnit) {
        super(scope);
        this.kind = kind;
        this.perUnit = perUnit;
    }

    static SumTracker ofMarketValue(Scope scope) {
        return new SumTracker(scope, Kind.GROSS, Instrument::marketValue);
    }

    /** A number of an array that an instrument may lack. */
    static double entry(double @Nullable [] values, int index) {
        return values == null ? Double.NaN : values[index];
    }

    @Override
    boolean supports(Instrument instrument) {
        return !Double.isNaN(perUnit.applyAsDouble(instrument));
    }

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {
        sums[look] += change(holding, from, to);
    }

    @Override
    double value(int look) {
        return sums[look];
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        return sums[look] + change(holding, from, to);
    }

    private double change(Holding holding, double from, double to) {
        double unit = perUnit.applyAsDouble(holding.instrument);
        return switch (kind) {
            case NET -> unit * (to - from);
            case GROSS -> Math.abs(unit) * (Math.abs(to) - Math.abs(from));
            case LOSS -> -unit * (to - from);
        };
    }

    @Override
    boolean isSigned() {
        return kind == Kind.NET;
    }
}
