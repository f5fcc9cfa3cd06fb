package io.bondtrader.risk.pnl;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BondPricing;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a bond earned, step by step: time passes at its yield, then the yield moves for one named reason after the other.
 *
 * <pre>
 *   accretion = P(t₁, y₀) + paid out − P(t₀, y₀)
 *   step k    = P(t₁, y_(k−1) + Δ_k) − P(t₁, y_(k−1))
 * </pre>
 *
 * <p>Every step is a full revaluation, so that steps add up exactly; each depends on those before it. Prices are per 100.
 * Immutable and safe for use by many threads.
 *
 * @param dirtyPriceAtStart per 100
 * @param dirtyPriceAtEnd per 100
 * @param paidOut coupons and repayments in between, per 100
 * @param steps the steps by name, in order, per 100; the first is accretion
 */
public record YieldWaterfall(
        double dirtyPriceAtStart, double dirtyPriceAtEnd, double paidOut, Map<String, Double> steps) {

    /** What the first step is called. */
    public static final String ACCRETION = "accretion";

    /**
     * A reason for which the yield moved.
     *
     * @param name of the reason
     * @param yieldChange a decimal
     */
    public record Move(String name, double yieldChange) {

        /**
         * Checks the move.
         *
         * @throws InvalidInput if the name is blank or the change out of range
         */
        public Move {
            InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
            InvalidInput.unless(
                    yieldChange >= -10.0 && yieldChange <= 10.0, "yieldChange", yieldChange, "from -10 to 10");
        }
    }

    /** Keeps the steps in their order. */
    public YieldWaterfall {
        steps = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /**
     * Explains a bond's return.
     *
     * @param bond its terms
     * @param start settlement at the start
     * @param end settlement at the end
     * @param yield at the start, by the bond's convention
     * @param moves of the yield, in order, no two of one name
     * @return the steps
     * @throws InvalidInput if a name stands twice or is that of accretion, or the yield has no price
     */
    public static YieldWaterfall of(Bond bond, LocalDate start, LocalDate end, double yield, List<Move> moves) {
        BondPricing first = BondPricing.of(bond, start);
        BondPricing last = BondPricing.of(bond, end);
        double paid = first.dirtyPriceFromYield(yield);
        double paidOut = PaidOut.between(first, end);
        double price = last.dirtyPriceFromYield(yield);
        Map<String, Double> steps = new LinkedHashMap<>();
        steps.put(ACCRETION, price + paidOut - paid);
        double reached = yield;
        for (Move move : moves) {
            InvalidInput.unless(!steps.containsKey(move.name()), "name", move.name(), "there once only");
            reached += move.yieldChange();
            double next = last.dirtyPriceFromYield(reached);
            steps.put(move.name(), next - price);
            price = next;
        }
        return new YieldWaterfall(paid, price, paidOut, steps);
    }

    /**
     * Returns a step.
     *
     * @param name of it
     * @return what it came to, per 100
     * @throws InvalidInput if there is no such step
     */
    public double step(String name) {
        Double step = steps.get(name);
        InvalidInput.unless(step != null, "name", name, "one of " + steps.keySet());
        return step == null ? 0.0 : step;
    }

    /** {@return all steps together, per 100} */
    public double total() {
        return steps.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        steps.forEach((name, step) -> text.append(String.format(Locale.ROOT, "%s %+.6f, ", name, step)));
        return text.append(String.format(Locale.ROOT, "total %+.6f on %.6f", total(), dirtyPriceAtStart))
                .toString();
    }
}
