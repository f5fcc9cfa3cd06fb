package io.bondtrader.risk.regulatory;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;

/**
 * Below what rates do not fall by a shock:
 *
 * <pre>
 *   floor(t) = min(start + slope·t, 0)          rates that are below it already stay where they are
 * </pre>
 *
 * <p>Source: Commission Delegated Regulation (EU) 2024/856, article 3(7): −150 basis points at once, rising by 3 a year to 0
 * at 50 years. Immutable and safe for use by many threads.
 *
 * @param start the floor at once, a decimal, 0 or less
 * @param slope by how much it rises in a year, a decimal, 0 or more
 */
public record PostShockFloor(double start, double slope) {

    /**
     * Checks the floor.
     *
     * @throws InvalidInput if a number is out of range
     */
    public PostShockFloor {
        Bounds.between("start", start, -1.0, 0.0);
        Bounds.share("slope", slope);
    }

    /** {@return the Union's floor since 2024} */
    public static PostShockFloor eu2024() {
        return new PostShockFloor(-0.0150, 0.0003);
    }

    /** {@return a floor that nothing reaches} */
    public static PostShockFloor none() {
        return new PostShockFloor(-1.0, 0.0);
    }

    /**
     * Returns the floor of a maturity.
     *
     * @param years 0 or more
     * @return the lowest rate, a decimal
     * @throws InvalidInput if the time is negative or not finite
     */
    public double at(double years) {
        InvalidInput.unless(years >= 0.0 && years < Double.POSITIVE_INFINITY, "years", years, "0 or more and finite");
        return Math.min(start + slope * years, 0.0);
    }

    /**
     * Returns what is left of a shock.
     *
     * @param scenario the shock
     * @param curve the curve that it is applied to
     * @return the scenario by which no zero rate falls below the floor, or below what it is
     */
    public CurveScenario apply(CurveScenario scenario, DiscountCurve curve) {
        return CurveScenario.of(scenario.name() + ", floored", years -> {
            // the rate at no time at all is that of a moment later
            double rate = curve.zeroRate(Math.max(years, 1e-4));
            double lowest = Math.min(at(years), rate);
            return Math.max(rate + scenario.zeroShift(years), lowest) - rate;
        });
    }
}
