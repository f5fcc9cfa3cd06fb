package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Multiples of one scenario or two, added up.
 *
 * @param name what it is called
 * @param first the one scenario
 * @param onFirst its multiple
 * @param second the other scenario; null if there is none
 * @param onSecond its multiple
 */
record CombinedScenario(
        String name,
        CurveScenario first,
        double onFirst,
        @Nullable CurveScenario second,
        double onSecond) implements CurveScenario {

    @Override
    public double zeroShift(double years) {
        double shift = onFirst * first.zeroShift(years);
        return finite(second == null ? shift : shift + onSecond * second.zeroShift(years), years);
    }

    @Override
    public double forwardShift(double years) {
        double shift = onFirst * first.forwardShift(years);
        return finite(second == null ? shift : shift + onSecond * second.forwardShift(years), years);
    }

    private double finite(double shift, double years) {
        if (!(Math.abs(shift) < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("shift of scenario " + name + " at " + years, shift, "finite");
        }
        return shift;
    }
}
