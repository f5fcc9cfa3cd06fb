package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * Changes by a function of time.
 *
 * @param name what it is called
 * @param function the change of the zero rate
 */
record FunctionScenario(String name, DoubleUnaryOperator function) implements CurveScenario {

    /** Half the span of the difference quotient, in years. */
    private static final double STEP = 1e-5;

    FunctionScenario {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        Objects.requireNonNull(function);
    }

    @Override
    public double zeroShift(double years) {
        NodeShifts.requireTime(years);
        return DerivedCurve.requireShift("shift of scenario " + name, function.applyAsDouble(years));
    }

    @Override
    public double forwardShift(double years) {
        NodeShifts.requireTime(years);
        double low = Math.max(0.0, years - STEP);
        double high = years + STEP;
        return (high * zeroShift(high) - low * zeroShift(low)) / (high - low);
    }
}
