package io.bondtrader.risk.limit;

import java.util.function.DoubleSupplier;

/** Market value without signs for each unit of capital. */
final class LeverageTracker extends Tracker {

    private final SumTracker gross;
    private final DoubleSupplier capital;

    LeverageTracker(Scope scope, DoubleSupplier capital) {
        super(scope);
        this.gross = SumTracker.ofMarketValue(scope);
        this.capital = capital;
    }

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {
        gross.apply(look, holding, group, from, to);
    }

    @Override
    double value(int look) {
        return ratio(gross.value(look));
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        return ratio(gross.after(look, holding, group, from, to));
    }

    /** NaN, which nothing passes, if there is no capital. */
    private double ratio(double amount) {
        double available = capital.getAsDouble();
        return available > 0 ? amount / available : Double.NaN;
    }
}
