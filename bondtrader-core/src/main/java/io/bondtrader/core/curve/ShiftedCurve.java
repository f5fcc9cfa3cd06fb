package io.bondtrader.core.curve;

/** A curve with the same number added to all its zero rates. */
final class ShiftedCurve extends DerivedCurve {

    private final double shift;

    ShiftedCurve(DiscountCurve base, double shift) {
        super(base, base.name() + (shift < 0.0 ? " - " : " + ") + Math.abs(shift));
        this.shift = requireShift("shift", shift);
    }

    @Override
    public double logDiscountFactor(double years) {
        return base.logDiscountFactor(years) - shift * years;
    }

    @Override
    public void logDiscountFactors(double[] years, int from, int to, double[] result) {
        base.logDiscountFactors(years, from, to, result);
        for (int k = from; k < to; k++) {
            result[k] -= shift * years[k];
        }
    }

    @Override
    public double instantaneousForward(double years) {
        return base.instantaneousForward(years) + shift;
    }
}
