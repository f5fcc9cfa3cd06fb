package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The pace at which an order costs least, where trading fast moves the price and trading slowly bears its risk.
 *
 * <p>In each of N intervals of length τ the price moves by σ√τ times a normal variable, and for good by γ times what was traded;
 * a trade of n pays ε|n| and, on top, η n/τ a unit while it lasts. Of all plans with the same variance of cost, the one that is
 * expected to cost least has E + λV smallest for some λ:
 *
 * <pre>
 * x(j) = X sinh(κ(T - t(j))) / sinh(κT),   (2/τ²)(cosh(κτ) - 1) = λσ²/η',   η' = η - γτ/2
 * E = γX²/2 + ε Σ n(k) + η'/τ Σ n(k)²,     V = σ² τ Σ x(k)²
 * </pre>
 *
 * <p>Source: Almgren and Chriss, <i>Optimal Execution of Portfolio Transactions</i>, Journal of Risk 3 (2000), section 2.
 *
 * <p>Prices are per unit of what is traded: for bonds per unit of face, so a hundredth of a price per 100. Time is in a unit of
 * the caller's choice, say days. Immutable and safe for use by many threads.
 *
 * @param volatility σ, deviation of the price over a unit of time, positive
 * @param fixedCost ε, half the spread and fees a unit, 0 or more
 * @param permanentImpact γ, lasting move of the price a unit traded, 0 or more
 * @param temporaryImpact η, passing move of the price for trading a unit in a unit of time, positive
 */
public record AlmgrenChriss(double volatility, double fixedCost, double permanentImpact, double temporaryImpact) {

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of range
     */
    public AlmgrenChriss {
        Amounts.positive("volatility", volatility);
        Amounts.notNegative("fixedCost", fixedCost);
        Amounts.notNegative("permanentImpact", permanentImpact);
        Amounts.positive("temporaryImpact", temporaryImpact);
    }

    /**
     * Returns the best plan for an aversion to risk.
     *
     * @param quantity what is to be traded, positive
     * @param time until it is done, positive
     * @param intervals how many slices, 1 to 1,000,000
     * @param riskAversion λ, cost that a unit of variance is worth, 0 or more; 0 gives an even pace
     * @return the plan
     * @throws InvalidInput if a number is out of range, or an interval is so long that η - γτ/2 is not positive
     */
    public Trajectory trajectory(double quantity, double time, int intervals, double riskAversion) {
        Amounts.positive("quantity", quantity);
        Amounts.positive("time", time);
        InvalidInput.unless(intervals >= 1 && intervals <= 1_000_000, "intervals", intervals, "1 to 1,000,000");
        Amounts.notNegative("riskAversion", riskAversion);
        double step = time / intervals;
        double impact = temporaryImpact - 0.5 * permanentImpact * step;
        InvalidInput.unless(
                impact > 0, "intervals", intervals, "so many that the temporary impact exceeds half the permanent one");
        double y = 0.5 * riskAversion * volatility * volatility / impact * step * step;
        double perStep = Math.log1p(y + Math.sqrt(y * (y + 2))); // arcosh(1 + y), without cancellation
        Amounts.finite("riskAversion in terms of impact", perStep);
        double[] holdings = new double[intervals + 1];
        holdings[0] = quantity;
        double squares = 0;
        double risk = 0;
        for (int j = 1; j <= intervals; j++) {
            holdings[j] =
                    quantity * sinhRatio(perStep * (intervals - j), perStep * intervals, 1 - (double) j / intervals);
            double traded = holdings[j - 1] - holdings[j];
            squares += traded * traded;
            risk += holdings[j] * holdings[j];
        }
        double cost = 0.5 * permanentImpact * quantity * quantity + fixedCost * quantity + impact / step * squares;
        double deviation = volatility * Math.sqrt(step * risk);
        Amounts.finite("expected cost", cost);
        Amounts.finite("deviation of cost", deviation);
        return new Trajectory(riskAversion, perStep / step, time, holdings, cost, deviation);
    }

    /**
     * Returns the best plans for several aversions to risk: the efficient frontier of cost and its deviation.
     *
     * @param quantity what is to be traded, positive
     * @param time until it is done, positive
     * @param intervals how many slices
     * @param riskAversions each 0 or more
     * @return a plan each, in the same order
     * @throws InvalidInput as {@link #trajectory} does
     */
    public List<Trajectory> frontier(double quantity, double time, int intervals, double... riskAversions) {
        List<Trajectory> frontier = new ArrayList<>();
        for (double aversion : riskAversions) {
            frontier.add(trajectory(quantity, time, intervals, aversion));
        }
        return List.copyOf(frontier);
    }

    /** sinh(a) / sinh(b) for 0 <= a <= b, or its limit where both vanish; never overflows. */
    private static double sinhRatio(double a, double b, double limit) {
        return b == 0 ? limit : Math.exp(a - b) * Math.expm1(-2 * a) / Math.expm1(-2 * b);
    }

    /**
     * What is still to be traded as time goes by, and what that costs.
     *
     * <p>Immutable and safe for use by many threads.
     */
    public static final class Trajectory {

        private final double riskAversion;
        private final double urgency;
        private final double time;
        private final double[] holdings;
        private final double expectedCost;
        private final double costDeviation;

        private Trajectory(
                double riskAversion, double urgency, double time, double[] holdings, double cost, double deviation) {
            this.riskAversion = riskAversion;
            this.urgency = urgency;
            this.time = time;
            this.holdings = holdings;
            this.expectedCost = cost;
            this.costDeviation = deviation;
        }

        /** {@return λ, the aversion to risk it is best for} */
        public double riskAversion() {
            return riskAversion;
        }

        /** {@return κ a unit of time: what is left falls by the factor e in 1/κ while far from the end; 0 for an even pace} */
        public double urgency() {
            return urgency;
        }

        /** {@return what is still to be traded at the start and at the end of each interval, the last 0} */
        public double[] holdings() {
            return holdings.clone();
        }

        /** {@return what is traded in each interval} */
        public double[] trades() {
            double[] trades = new double[holdings.length - 1];
            for (int k = 0; k < trades.length; k++) {
                trades[k] = holdings[k] - holdings[k + 1];
            }
            return trades;
        }

        /** {@return expected cost against the price at the start, in money} */
        public double expectedCost() {
            return expectedCost;
        }

        /** {@return standard deviation of the cost, in money} */
        public double costDeviation() {
            return costDeviation;
        }

        /** {@return the time it takes, in the unit of the model} */
        public double time() {
            return time;
        }

        /**
         * Returns the plan in whole lots (implementation shortfall): slices at the starts of intervals of equal length.
         *
         * @param face of the order, a multiple of the lot
         * @param lot the smallest piece that can be traded
         * @param start of the first interval
         * @param end of the last interval, after the start
         * @return the schedule
         * @throws InvalidInput if a number is out of range
         */
        public ExecutionSchedule schedule(BigDecimal face, BigDecimal lot, Instant start, Instant end) {
            int intervals = holdings.length - 1;
            return ExecutionSchedule.byWeights(face, lot, ExecutionSchedule.times(start, end, intervals), trades());
        }

        /** {@return cost, deviation and what is left after each interval} */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "Trajectory[lambda %.3g, kappa %.6g, expected cost %,.2f, deviation %,.2f, %s]",
                    riskAversion,
                    urgency,
                    expectedCost,
                    costDeviation,
                    holdings.length <= 12
                            ? Arrays.toString(Arrays.stream(holdings)
                                    .mapToLong(Math::round)
                                    .toArray())
                            : holdings.length - 1 + " intervals");
        }
    }
}
