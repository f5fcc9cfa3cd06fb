package io.bondtrader.core.verify;

import java.util.Map;

/**
 * Tells what a calculation was made from. Asked only when a record or a discrepancy needs it, so that a calculation
 * nobody asks about builds no description of itself: an object that calculates can implement this and pass itself.
 *
 * <p>Implementations are immutable, and the same calculation is always told in the same way.
 */
@FunctionalInterface
public interface CalculationInputs {

    /**
     * Tells the inputs of one calculation.
     *
     * @param measure what was calculated
     * @param argument what it was calculated at: the yield of a price, the price of a yield
     * @return the inputs by name, the argument among them; values as {@link
     *     io.bondtrader.core.audit.CanonicalJson#of(Object)} takes them
     */
    Map<String, ?> inputs(Measure measure, double argument);

    /**
     * Tells the conventions that were in force after every default had been resolved: day count, calendar, yield
     * convention, rounding.
     *
     * @return the conventions by name; values as {@link io.bondtrader.core.audit.CanonicalJson#of(Object)} takes them
     */
    default Map<String, ?> conventions() {
        return Map.of();
    }

    /** {@return inputs that tell the argument and nothing else} */
    static CalculationInputs argumentOnly() {
        return (measure, argument) -> Map.of("argument", argument);
    }

    /**
     * Returns inputs that are known beforehand.
     *
     * @param inputs the inputs by name
     * @param conventions the conventions by name
     * @return inputs that tell these, whatever is calculated from them
     */
    static CalculationInputs of(Map<String, ?> inputs, Map<String, ?> conventions) {
        return new KnownInputs(Map.copyOf(inputs), Map.copyOf(conventions));
    }
}
