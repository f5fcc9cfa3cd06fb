package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.internal.TwoPaths;

/**
 * Figures of liquidity by two independent paths: schedules walked day by day against closed forms of their sums.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedLiquidity {

    /** What leaving a position costs. */
    public static final Measure LIQUIDATION_COST =
            Measure.of("liquidation cost", "currency", new Tolerance(1e-9, 1e-10));

    /** Value-at-risk while a position is left, with the cost. */
    public static final Measure LIQUIDITY_VAR =
            Measure.of("liquidity-adjusted value-at-risk", "currency", new Tolerance(1e-9, 1e-10));

    private static final DualPath COST = new DualPath(LIQUIDATION_COST, "day by day", "full days and a rest");
    private static final DualPath VAR = new DualPath(LIQUIDITY_VAR, "day by day", "sum of squares of a line");

    private final Verifier verifier;

    private VerifiedLiquidity(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns figures under a verifier.
     *
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified figures
     */
    public static VerifiedLiquidity of(Verifier verifier) {
        return new VerifiedLiquidity(verifier);
    }

    /**
     * Verifies what leaving a position as fast as possible costs.
     *
     * @param value of the position, in currency
     * @param capacity what a day can take
     * @param cost of trading
     * @return the cost, with the evidence
     * @throws InvalidInput if the value is not finite or it takes more than 100,000 days
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified fastestCost(double value, TradingCapacity capacity, TradingCost cost) {
        return fastestCost(
                value,
                capacity,
                cost,
                LiquidationSchedule.fastest(value, capacity, cost).cost());
    }

    /** Apart from its calculation, so that tests can hand in a number that is wrong; so is the other here. */
    Verified fastestCost(double value, TradingCapacity capacity, TradingCost cost, double primary) {
        return TwoPaths.settle(verifier, COST, capacity + " " + cost, value, primary, () -> {
            double size = Math.abs(value);
            double full = Math.floor(size / capacity.perDay() + 1e-12);
            double rest = Math.max(0.0, size - full * capacity.perDay());
            double impact = cost.impact() * Math.pow(capacity.dailyVolume(), -cost.exponent());
            return size * cost.halfSpread()
                    + impact
                            * (full * Math.pow(capacity.perDay(), 1.0 + cost.exponent())
                                    + Math.pow(rest, 1.0 + cost.exponent()));
        });
    }

    /**
     * Verifies the value-at-risk of a position that is left in equal trades.
     *
     * @param value of the position, in currency
     * @param count how many days
     * @param capacity what a day can take
     * @param cost of trading
     * @param dailyVolatility per trading day, a decimal
     * @param quantile such as 2.33 for 99 %
     * @return market risk and cost together, with the evidence
     * @throws InvalidInput if a number is out of range or a day's trade exceeds the capacity
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified evenValueAtRisk(
            double value,
            int count,
            TradingCapacity capacity,
            TradingCost cost,
            double dailyVolatility,
            double quantile) {
        double primary = LiquidationSchedule.even(value, count, capacity, cost)
                .valueAtRisk(dailyVolatility, quantile)
                .total();
        return evenValueAtRisk(value, count, capacity, cost, dailyVolatility, quantile, primary);
    }

    Verified evenValueAtRisk(
            double value,
            int count,
            TradingCapacity capacity,
            TradingCost cost,
            double dailyVolatility,
            double quantile,
            double primary) {
        return TwoPaths.settle(verifier, VAR, capacity + " " + cost, value, primary, () -> {
            double size = Math.abs(value);
            double n = count;
            double days = (n + 1.0) * (2.0 * n + 1.0) / (6.0 * n); // Σ (k/n)² for k = 1 … n
            double share = size / (n * capacity.dailyVolume());
            return quantile * dailyVolatility * size * Math.sqrt(days)
                    + size * cost.halfSpread()
                    + size * cost.impact() * Math.exp(cost.exponent() * Math.log(share));
        });
    }
}
