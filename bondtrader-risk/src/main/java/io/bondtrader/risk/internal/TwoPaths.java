package io.bondtrader.risk.internal;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Compares a number that a model gave with one that is calculated only if the policy wants it. */
public final class TwoPaths {

    private TwoPaths() {}

    /**
     * Compares both, or leaves the first unchecked.
     *
     * @param verifier whose policy decides
     * @param pair what was calculated, and by which methods
     * @param model what it was calculated from; its text tells calculations apart and stands in the evidence
     * @param argument what it was calculated at
     * @param primary the number that is the answer
     * @param second calculates the number that checks it
     * @return the evidence
     * @throws DiscrepancyFound if the numbers do not agree and the policy refuses such a number
     */
    public static Verified settle(
            Verifier verifier, DualPath pair, Object model, double argument, double primary, DoubleSupplier second) {
        String told = model.toString();
        if (!verifier.selects(argument, told.hashCode())) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(Map.of("model", told, "argument", argument), Map.of());
        return verifier.verify(pair, inputs, argument, primary, second.getAsDouble(), 0);
    }
}
