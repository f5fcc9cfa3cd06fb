package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.error.Unbounded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Portfolios of least tail risk over scenarios: conditional value at risk and conditional drawdown at risk, fully invested and
 * within constraints.
 *
 * <pre>
 * CVaR β (w) = min over α of  α + 1/((1 − β)T) Σ max(0, −rₜ'w − α)
 * CDaR β (w) = the same of drawdowns Dₜ(w) = max over s ≤ t of (Yₛ − Yₜ)'w,   Yₜ = r₁ + … + rₜ
 * </pre>
 *
 * <p>Both are linear programs and solved as such, exactly. Source: Rockafellar and Uryasev, "Optimization of Conditional
 * Value-at-Risk", Journal of Risk 2 (2000); Chekhlov, Uryasev and Zabarankin, "Drawdown Measure in Portfolio Optimization",
 * International Journal of Theoretical and Applied Finance 8 (2005), with returns summed rather than compounded. Immutable and
 * safe for use by many threads.
 */
public final class TailAllocation {

    private static final int CUTS = 5_000;

    private final List<String> assets;
    private final double[][] returns; // by scenario, then asset
    private final List<Constraint> constraints;

    private TailAllocation(List<String> assets, double[][] returns, List<Constraint> constraints) {
        this.assets = assets;
        this.returns = returns;
        this.constraints = constraints;
    }

    /**
     * Starts from equally likely scenarios, fully invested and without further constraints.
     *
     * @param assets their names, no two alike
     * @param returns by scenario, then asset; for drawdowns in order of time
     * @return the risk
     * @throws InvalidInput if there is no scenario, a row has not one return an asset, or one is not finite
     */
    public static TailAllocation of(List<String> assets, double[][] returns) {
        InvalidInput.unless(returns.length > 0, "scenarios", returns.length, "at least one");
        double[][] copy = new double[returns.length][];
        for (int t = 0; t < copy.length; t++) {
            copy[t] = Portfolio.checked("return of scenario " + t, returns[t], assets.size());
        }
        return new TailAllocation(List.copyOf(assets), copy, List.of(Constraint.fullyInvested()));
    }

    /**
     * Adds constraints.
     *
     * @param more the constraints
     * @return the risk with them
     */
    public TailAllocation subjectTo(Constraint... more) {
        List<Constraint> all = new ArrayList<>(constraints);
        all.addAll(Arrays.asList(more));
        return new TailAllocation(assets, returns, List.copyOf(all));
    }

    /**
     * Minimises the conditional value at risk.
     *
     * @param confidence β, such as 0.95, from 0 to below 1
     * @return the portfolio of least mean loss in the worst 1 − β of scenarios
     * @throws InvalidInput if β is out of range
     * @throws ContradictoryConstraints if constraints contradict each other
     * @throws Unbounded if ever larger positions lose ever less
     */
    public TailPortfolio minimumCvar(double confidence) {
        double share = share(confidence);
        Problem problem = problem();
        TailProgram dual = new TailProgram(problem.program(), returns.length);
        for (double[] scenario : returns) {
            dual.addLoss(scenario, 1 / (share * returns.length));
        }
        solve(problem, dual, "conditional value at risk");
        double[] weights = dual.weights();
        double[] mean = steepest(losses(weights), returns, share);
        return new TailPortfolio(problem, weights, tail(weights, cvar(weights, confidence), mean), dual, confidence);
    }

    /**
     * Minimises the conditional value at risk by cutting planes, which takes longer and shares nothing with the linear program
     * of all scenarios: the second path of verification.
     */
    double minimumCvarByCuts(double confidence) {
        double share = share(confidence);
        return byCuts(problem(), confidence, weights -> steepest(losses(weights), returns, share))
                .risk();
    }

    /**
     * Minimises the conditional drawdown at risk.
     *
     * @param confidence β, such as 0.95, from 0 (mean drawdown) to below 1 (towards the greatest)
     * @return the portfolio of least mean drawdown in the worst 1 − β of times
     * @throws InvalidInput if β is out of range
     * @throws ContradictoryConstraints if constraints contradict each other
     * @throws Unbounded if ever larger positions fall back ever less
     */
    public TailPortfolio minimumDrawdown(double confidence) {
        share(confidence);
        return byCuts(problem(), confidence, weights -> steepestDrawdown(weights, confidence));
    }

    private static double share(double confidence) {
        InvalidInput.unless(confidence >= 0 && confidence < 1, "confidence", confidence, "from 0 to below 1");
        return 1 - confidence;
    }

    private Problem problem() {
        return Problem.over(assets)
                .minimise(Objective.linear(new double[assets.size()]))
                .subjectTo(constraints)
                .build();
    }

    /** The loss that is steepest at weights: minus its slope, so that the loss is −slope'w. */
    @FunctionalInterface
    private interface Cut {

        double[] at(double[] weights);
    }

    /** Adds the steepest loss at each answer until that answer's risk is what the cuts say (Kelley 1960). */
    private TailPortfolio byCuts(Problem problem, double confidence, Cut cut) {
        TailProgram master = new TailProgram(problem.program(), CUTS);
        double[] weights = problem.solve().orElseThrow().weights();
        double best = Double.POSITIVE_INFINITY;
        double[] bestWeights = weights;
        double[] bestSlope = weights;
        while (true) {
            double[] slope = cut.at(weights);
            double risk = -QuadraticProgram.dot(slope, 0, weights, weights.length);
            if (risk < best) {
                best = risk;
                bestWeights = weights;
                bestSlope = slope;
            }
            boolean settled =
                    master.iterations() > 0 && best - master.value() <= 1e-13 * Math.max(1e-3, Math.abs(best));
            if (settled) {
                return new TailPortfolio(problem, bestWeights, tail(bestWeights, best, bestSlope), master, confidence);
            }
            if (master.isFull()) {
                throw new NotConverged("least tail risk by cutting planes", CUTS, best, best - master.value());
            }
            master.addLoss(slope, Double.POSITIVE_INFINITY);
            solve(problem, master, "tail risk");
            weights = master.weights();
        }
    }

    private static void solve(Problem problem, TailProgram dual, String risk) {
        BoundedSimplex.Outcome outcome = dual.solve();
        if (outcome == BoundedSimplex.Outcome.OPTIMAL) {
            return;
        }
        problem.solve().orElseThrow(); // names the contradiction, if there is one
        throw new Unbounded("the " + risk, "bound the weights, as Constraint.longOnly does");
    }

    private TailPortfolio.Tail tail(double[] weights, double risk, double[] meanReturns) {
        return new TailPortfolio.Tail(
                risk,
                Arrays.stream(meanReturns).boxed().toList(),
                Arrays.stream(losses(weights)).map(loss -> -loss).boxed().toList());
    }

    private double[] losses(double[] weights) {
        double[] losses = new double[returns.length];
        for (int t = 0; t < losses.length; t++) {
            losses[t] = -QuadraticProgram.dot(returns[t], 0, weights, weights.length);
        }
        return losses;
    }

    /**
     * Returns the conditional value at risk of weights, by sorting.
     *
     * @param weights one an asset
     * @param confidence β, from 0 to below 1
     * @return the mean loss in the worst 1 − β of scenarios, a fraction of the portfolio's value
     * @throws InvalidInput if β is out of range, or there are more or fewer weights than assets
     */
    public double cvar(double[] weights, double confidence) {
        return worstMean(losses(Portfolio.checked("weight", weights, assets.size())), share(confidence));
    }

    /**
     * Returns the conditional drawdown at risk of weights, by sorting.
     *
     * @param weights one an asset
     * @param confidence β, from 0 to below 1
     * @return the mean drawdown in the worst 1 − β of times, a fraction of the portfolio's value at the start
     * @throws InvalidInput if β is out of range, or there are more or fewer weights than assets
     */
    public double drawdown(double[] weights, double confidence) {
        double[] checked = Portfolio.checked("weight", weights, assets.size());
        return worstMean(Drawdowns.of(returns, checked).depths(), share(confidence));
    }

    private static double worstMean(double[] losses, double share) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double left = share * sorted.length;
        double sum = 0;
        for (int k = sorted.length - 1; k >= 0 && left > 0; k--) {
            sum += Math.min(1, left) * sorted[k];
            left -= 1;
        }
        return sum / (share * sorted.length);
    }

    /** The mean of the rows of the worst losses, as the mean loss is −(that row)'w. */
    private static double[] steepest(double[] losses, double[][] rows, double share) {
        int[] worstFirst = worstFirst(losses);
        double[] mean = new double[rows[0].length];
        double left = share * losses.length;
        for (int k = 0; k < worstFirst.length && left > 0; k++) {
            double part = Math.min(1, left) / (share * losses.length);
            double[] row = rows[worstFirst[k]];
            for (int i = 0; i < mean.length; i++) {
                mean[i] += part * row[i];
            }
            left -= 1;
        }
        return mean;
    }

    private static int[] worstFirst(double[] losses) {
        Integer[] order = new Integer[losses.length];
        Arrays.setAll(order, t -> t);
        Arrays.sort(order, (a, b) -> Double.compare(losses[b], losses[a]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private double[] steepestDrawdown(double[] weights, double confidence) {
        Drawdowns drawdowns = Drawdowns.of(returns, weights);
        return steepest(drawdowns.depths(), drawdowns.changes(returns), share(confidence));
    }

    /** {@return how many assets and scenarios, and the constraints} */
    @Override
    public String toString() {
        return "TailAllocation of " + assets.size() + " assets over " + returns.length + " scenarios subject to "
                + constraints;
    }
}
