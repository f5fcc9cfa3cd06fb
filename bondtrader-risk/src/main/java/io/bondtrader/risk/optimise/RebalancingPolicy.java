package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Covariance;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * When a portfolio is brought back to its target, and how far.
 *
 * <p>Immutable and safe for use by many threads.
 */
public sealed interface RebalancingPolicy {

    /** Which weights are wanted, and why; empty if nothing is to be done. */
    Optional<Wish> wish(Situation situation);

    /** What the policy is told: the weights now, those aimed at, what trading costs, and the day. */
    final class Situation {

        final double[] weights;
        final double[] targets;
        final double[] costs;
        final LocalDate today;

        Situation(double[] weights, double[] targets, double[] costs, LocalDate today) {
            this.weights = weights;
            this.targets = targets;
            this.costs = costs;
            this.today = today;
        }
    }

    /** Weights that are wanted before lots and cash are looked at, which of them may change, and the reason. */
    final class Wish {

        final double[] weights;
        final boolean[] moves;
        final String reason;

        Wish(double[] weights, boolean[] moves, String reason) {
            this.weights = weights;
            this.moves = moves;
            this.reason = reason;
        }
    }

    private static Wish everything(Situation situation, String reason) {
        boolean[] all = new boolean[situation.targets.length];
        Arrays.fill(all, true);
        return new Wish(situation.targets.clone(), all, reason);
    }

    /**
     * Back to the target whenever a period has passed.
     *
     * @param every the period, such as three months
     * @param last day of the last rebalancing
     */
    record Calendar(Period every, LocalDate last) implements RebalancingPolicy {

        /** Checks the period. */
        public Calendar {
            InvalidInput.unless(
                    last.plus(every).isAfter(last), "period between rebalancings", every, "longer than nothing");
        }

        @Override
        public Optional<Wish> wish(Situation situation) {
            LocalDate due = last.plus(every);
            return situation.today.isBefore(due)
                    ? Optional.empty()
                    : Optional.of(everything(situation, "due since " + due));
        }
    }

    /**
     * Only what has left its band goes back: to the target, or just to the edge of the band.
     *
     * @param width how far a weight may be from its target, either way
     * @param toTheEdge whether to trade no further than to the edge
     */
    record Band(double width, boolean toTheEdge) implements RebalancingPolicy {

        /** Checks the width. */
        public Band {
            InvalidInput.unless(width >= 0 && Double.isFinite(width), "width", width, "finite, not negative");
        }

        @Override
        public Optional<Wish> wish(Situation situation) {
            double[] wanted = situation.weights.clone();
            boolean[] moves = new boolean[wanted.length];
            boolean any = false;
            for (int i = 0; i < wanted.length; i++) {
                double off = wanted[i] - situation.targets[i];
                if (Math.abs(off) > width) {
                    wanted[i] = situation.targets[i] + (toTheEdge ? Math.copySign(width, off) : 0);
                    moves[i] = true;
                    any = true;
                }
            }
            String reason = String.format(Locale.ROOT, "outside its band of ±%.4f", width);
            return any ? Optional.of(new Wish(wanted, moves, reason)) : Optional.empty();
        }
    }

    /**
     * Back to the target once the portfolio as a whole is too far off.
     *
     * @param turnover half the sum of absolute deviations that is tolerated: the share that would have to be exchanged
     */
    record Threshold(double turnover) implements RebalancingPolicy {

        /** Checks the threshold. */
        public Threshold {
            InvalidInput.unless(
                    turnover >= 0 && Double.isFinite(turnover), "turnover", turnover, "finite, not negative");
        }

        @Override
        public Optional<Wish> wish(Situation situation) {
            double sum = 0;
            for (int i = 0; i < situation.weights.length; i++) {
                sum += Math.abs(situation.weights[i] - situation.targets[i]) / 2;
            }
            return sum > turnover
                    ? Optional.of(
                            everything(situation, String.format(Locale.ROOT, "portfolio %.4f off its target", sum)))
                    : Optional.empty();
        }
    }

    /**
     * Trades as far as the fall in tracking variance is worth its cost, which leaves a region around the target where nothing is
     * traded: least of λ (w − t)'S(w − t) + Σ cᵢ|wᵢ − hᵢ|.
     *
     * <p>Source: Donohue and Yip, "Optimal Portfolio Rebalancing with Transaction Costs", Journal of Portfolio Management 29
     * (2003), on the region; the one-period problem is solved exactly.
     *
     * @param covariance S, of the assets in their order, per period
     * @param aversion λ to tracking variance, in units of cost per period
     */
    record CostAware(Covariance covariance, double aversion) implements RebalancingPolicy {

        /** Checks the aversion. */
        public CostAware {
            InvalidInput.unless(aversion > 0 && Double.isFinite(aversion), "aversion", aversion, "positive and finite");
        }

        @Override
        public Optional<Wish> wish(Situation situation) {
            InvalidInput.unless(
                    covariance.size() == situation.weights.length,
                    "covariance of the policy",
                    covariance.size(),
                    "of all holdings, " + situation.weights.length);
            double[] wanted = Problem.over(covariance.names())
                    .minimise(
                            Objective.trackingVariance(covariance, situation.targets)
                                    .times(aversion),
                            Objective.linearCosts(situation.weights, situation.costs, situation.costs))
                    .subjectTo(Constraint.longOnly())
                    .build()
                    .solve()
                    .orElseThrow()
                    .weights();
            boolean[] moves = new boolean[wanted.length];
            boolean any = false;
            for (int i = 0; i < wanted.length; i++) {
                moves[i] = Math.abs(wanted[i] - situation.weights[i]) > 1e-9;
                any |= moves[i];
            }
            return any ? Optional.of(new Wish(wanted, moves, "worth its cost in tracking variance")) : Optional.empty();
        }
    }
}
