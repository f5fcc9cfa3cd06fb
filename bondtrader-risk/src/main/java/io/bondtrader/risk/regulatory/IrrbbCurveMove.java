package io.bondtrader.risk.regulatory;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.InvalidInput;

/**
 * s(t) = p + s·e^(−t/4) + l·(1 − e^(−t/4)).
 *
 * @param name what it is called
 * @param parallel p, as a decimal
 * @param shortMove s, as a decimal
 * @param longMove l, as a decimal
 */
record IrrbbCurveMove(String name, double parallel, double shortMove, double longMove) implements CurveScenario {

    /** The decay that the standard prescribes, in years. */
    private static final double DECAY_YEARS = 4.0;

    @Override
    public double zeroShift(double years) {
        requireTime(years);
        double decay = Math.exp(-years / DECAY_YEARS);
        return parallel + shortMove * decay + longMove * (1.0 - decay);
    }

    @Override
    public double forwardShift(double years) {
        double slope = (longMove - shortMove) / DECAY_YEARS * Math.exp(-years / DECAY_YEARS);
        return zeroShift(years) + years * slope;
    }

    private static void requireTime(double years) {
        if (!(years >= 0.0 && years < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("years", years, "0 or more and finite");
        }
    }

    @Override
    public String toString() {
        return "CurveScenario[" + name + "]";
    }
}
