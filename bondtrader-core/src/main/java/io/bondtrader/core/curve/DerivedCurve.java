package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A curve that follows from another one, and keeps its calendar and its nodes unless it says otherwise. Immutable. */
abstract class DerivedCurve implements DiscountCurve {

    /** Zero rates are never moved by more, so that discount factors stay within what a double can hold. */
    static final double LARGEST_SHIFT = 10.0;

    final DiscountCurve base;
    private final String name;

    DerivedCurve(DiscountCurve base, String name) {
        this.base = Objects.requireNonNull(base);
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public LocalDate referenceDate() {
        return base.referenceDate();
    }

    @Override
    public final DayCount dayCount() {
        return base.dayCount();
    }

    @Override
    public List<CurveNode> nodes() {
        return base.nodes();
    }

    @Override
    public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
        base.addLogDiscountSensitivities(years, weight, sensitivities, offset);
    }

    static double requireShift(String name, double shift) {
        if (!(Math.abs(shift) <= LARGEST_SHIFT)) {
            throw new InvalidInput(name, shift, "-10 to 10 as a decimal");
        }
        return shift;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + name + ", " + referenceDate() + "]";
    }
}
