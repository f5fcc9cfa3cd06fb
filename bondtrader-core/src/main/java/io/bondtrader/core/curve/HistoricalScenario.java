package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * The difference of two curves' zero rates.
 *
 * @param name what it is called
 * @param before the earlier curve
 * @param after the later curve
 */
record HistoricalScenario(String name, DiscountCurve before, DiscountCurve after) implements CurveScenario {

    HistoricalScenario {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
    }

    @Override
    public double zeroShift(double years) {
        return after.zeroRate(years) - before.zeroRate(years);
    }

    @Override
    public double forwardShift(double years) {
        return after.instantaneousForward(years) - before.instantaneousForward(years);
    }
}
