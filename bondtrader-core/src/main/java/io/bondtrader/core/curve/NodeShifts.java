package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Changes at given times, in straight lines between and flat outside. */
final class NodeShifts implements CurveScenario {

    private final String name;
    private final LinearInterpolation line;

    private NodeShifts(String name, LinearInterpolation line) {
        this.name = name;
        this.line = line;
    }

    /** Keeps the arrays. */
    static NodeShifts of(String name, double[] years, double[] shifts) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        InvalidInput.unless(years.length >= 1, "years.length", years.length, "at least 1");
        InvalidInput.unless(years[0] >= 0.0, "years", years[0], "0 or more");
        for (double shift : shifts) {
            DerivedCurve.requireShift("shift", shift);
        }
        return new NodeShifts(name, (LinearInterpolation) Interpolators.LINEAR.through(years, shifts));
    }

    /** A change in basis points with its sign, as {@code +25 bp}. */
    static String basisPoints(double shift) {
        DerivedCurve.requireShift("shift", shift);
        BigDecimal points = BigDecimal.valueOf(shift)
                .movePointRight(4)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return (points.signum() > 0 ? "+" : "") + points.toPlainString() + " bp";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double zeroShift(double years) {
        requireTime(years);
        return line.value(within(years));
    }

    @Override
    public double forwardShift(double years) {
        requireTime(years);
        double at = within(years);
        double shift = line.value(at);
        boolean inside = years >= line.x[0] && years < line.x[line.x.length - 1];
        return inside ? shift + years * line.slope(at) : shift;
    }

    private double within(double years) {
        return Math.max(line.x[0], Math.min(years, line.x[line.x.length - 1]));
    }

    static void requireTime(double years) {
        if (!(years >= 0.0 && years < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }

    @Override
    public String toString() {
        return "CurveScenario[" + name + "]";
    }
}
