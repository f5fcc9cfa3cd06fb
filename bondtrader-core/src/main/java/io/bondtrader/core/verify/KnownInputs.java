package io.bondtrader.core.verify;

import java.util.Map;

/** Inputs that were known before anything was calculated. */
record KnownInputs(Map<String, ?> known, Map<String, ?> conventions) implements CalculationInputs {

    @Override
    public Map<String, ?> inputs(Measure measure, double argument) {
        return known;
    }
}
