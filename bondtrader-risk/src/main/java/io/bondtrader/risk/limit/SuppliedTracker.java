package io.bondtrader.risk.limit;

import java.util.function.DoubleSupplier;

/** A number from outside that no order changes. */
final class SuppliedTracker extends Tracker {

    private final DoubleSupplier supplier;

    SuppliedTracker(Scope scope, DoubleSupplier supplier) {
        super(scope);
        this.supplier = supplier;
    }

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {}

    @Override
    double value(int look) {
        return supplier.getAsDouble();
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        return supplier.getAsDouble();
    }

    @Override
    boolean isHeldToReduction() {
        return true;
    }
}
