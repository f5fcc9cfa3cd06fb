package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.Unbounded;
import java.util.Arrays;
import java.util.List;

/**
 * Bets with finitely many outcomes: maximises Σ pₖ ln(1 + f·xₖ) by Newton's method. The objective is self-concordant, so that
 * steps damped by 1/(1 + decrement) converge from anywhere.
 *
 * <p>Source: Boyd and Vandenberghe, Convex Optimization (2004), section 9.6. Immutable and safe for use by many threads.
 */
public final class ScenarioKelly {

    private static final int STEPS = 500;
    private static final double SETTLED = 1e-13;
    private static final double RUNAWAY = 1e9;

    private final double[][] returns;
    private final double[] probabilities;

    private ScenarioKelly(double[][] returns, double[] probabilities) {
        this.returns = returns;
        this.probabilities = probabilities;
    }

    /**
     * Returns one bet.
     *
     * @param outcomes what a unit staked brings beside itself in each scenario, beyond cash
     * @param probabilities of the scenarios, summing to 1
     * @return the bet
     * @throws InvalidInput if numbers are not finite, or counts differ
     */
    public static ScenarioKelly of(double[] outcomes, double[] probabilities) {
        return of(Arrays.stream(outcomes).mapToObj(x -> new double[] {x}).toArray(double[][]::new), probabilities);
    }

    /**
     * Returns several bets.
     *
     * @param returns a row per scenario with what a unit in each bet brings beside itself, beyond cash
     * @param probabilities of the scenarios, summing to 1
     * @return the bets
     * @throws InvalidInput if numbers are not finite, or counts differ
     */
    public static ScenarioKelly of(double[][] returns, double[] probabilities) {
        double[] p = Checks.probabilities(probabilities);
        InvalidInput.unless(returns.length == p.length, "returns", returns.length + " rows", p.length + " rows");
        int bets = returns[0].length;
        InvalidInput.unless(bets > 0, "returns", "no bets", "at least one bet a row");
        double[][] copy = new double[p.length][];
        for (int k = 0; k < p.length; k++) {
            copy[k] = Checks.finite("returns[" + k + "]", returns[k], bets);
        }
        return new ScenarioKelly(copy, p);
    }

    /** {@return how many bets there are} */
    public int size() {
        return returns[0].length;
    }

    double[][] returns() {
        return returns;
    }

    double[] probabilities() {
        return probabilities;
    }

    /** What one period makes of 1 in each scenario. */
    double[] wealth(double[] fractions) {
        double[] wealth = new double[returns.length];
        Arrays.setAll(wealth, k -> 1 + Checks.dot(returns[k], fractions));
        return wealth;
    }

    /**
     * Returns the fractions of wealth that grow fastest, long or short.
     *
     * @return a fraction per bet
     * @throws Unbounded if some mixture of bets never loses
     * @throws NotConverged if bets are mixtures of one another, so that no single answer is best
     */
    public double[] fractions() {
        int n = size();
        double[] f = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[] wealth = wealth(f);
            double[] slope = new double[n];
            double[][] curvature = new double[n][n];
            for (int k = 0; k < wealth.length; k++) {
                double weight = probabilities[k] / wealth[k];
                for (int i = 0; i < n; i++) {
                    slope[i] += weight * returns[k][i];
                    for (int j = 0; j <= i; j++) {
                        curvature[i][j] += weight / wealth[k] * returns[k][i] * returns[k][j];
                    }
                }
            }
            double[] move = PositiveSystem.solve(curvature, slope);
            if (move == null || Arrays.stream(f).anyMatch(x -> Math.abs(x) > RUNAWAY)) {
                throw neverLoses(f, step);
            }
            double decrement = Math.sqrt(Math.max(0, Checks.dot(move, slope)));
            // Σ p ln is self-concordant after division by the smallest probability; the line search needs no such
            // constant.
            double length = decrement < 1e-6 ? 1 : lineSearch(f, move, decrement);
            for (int i = 0; i < n; i++) {
                f[i] += length * move[i];
            }
            if (decrement < SETTLED) {
                return f;
            }
        }
        throw neverLoses(f, STEPS);
    }

    private double lineSearch(double[] f, double[] move, double decrement) {
        double before = growthOrRuin(f);
        double length = 1;
        double[] there = new double[f.length];
        while (length > 1e-12) {
            for (int i = 0; i < f.length; i++) {
                there[i] = f[i] + length * move[i];
            }
            if (growthOrRuin(there) >= before + 0.1 * length * decrement * decrement) {
                return length;
            }
            length /= 2;
        }
        return length;
    }

    /** Growth that rises along a direction without losing scenario has no bound; otherwise bets repeat one another. */
    private RuntimeException neverLoses(double[] f, int steps) {
        boolean loses = false;
        for (double[] scenario : returns) {
            loses |= Checks.dot(scenario, f) < 0;
        }
        if (!loses && Arrays.stream(f).anyMatch(x -> x != 0)) {
            return new Unbounded("growth of wealth", "cap the bets: some mixture of them never loses");
        }
        return new NotConverged("Kelly bets that are not mixtures of one another", steps, growthOrRuin(f), Double.NaN);
    }

    /** Growth, or minus infinity where a scenario leaves nothing. */
    double growthOrRuin(double[] fractions) {
        double growth = 0;
        double[] wealth = wealth(fractions);
        for (int k = 0; k < wealth.length; k++) {
            if (!(wealth[k] > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            growth += probabilities[k] * Math.log(wealth[k]);
        }
        return growth;
    }

    /**
     * Returns the expected growth of log wealth per period.
     *
     * @param fractions of wealth in each bet
     * @return the growth, per period
     * @throws InvalidInput if a scenario would leave nothing
     */
    public double growth(double... fractions) {
        double growth = growthOrRuin(Checks.finite("fractions", fractions, size()));
        InvalidInput.unless(
                Double.isFinite(growth),
                "fractions",
                Arrays.toString(fractions),
                "such that every scenario leaves something");
        return growth;
    }

    /**
     * Takes part of the fastest growing bet, long or short.
     *
     * @param multiple c, above 0 and at most 1
     * @return the size
     * @throws Unbounded as {@link #fractions()}
     * @throws InvalidInput if the multiple is out of range
     */
    public KellyStake fractional(double multiple) {
        Multiples.check(multiple);
        return stake(Arrays.stream(fractions()).map(f -> multiple * f).toArray());
    }

    /** {@return the same bets, neither short nor borrowed, to be capped or held to a drawdown} */
    public ConstrainedKelly longOnly() {
        return ConstrainedKelly.of(this);
    }

    /**
     * Says what any fractions would do.
     *
     * @param fractions of wealth in each bet
     * @return the size
     * @throws InvalidInput if a scenario would leave nothing
     */
    public KellyStake stake(double... fractions) {
        double growth = growth(fractions);
        double[] wealth = wealth(fractions);
        double exponent = DrawdownBound.exponentOf(wealth, probabilities);
        double doubled = growthOrRuin(Arrays.stream(fractions).map(f -> 2 * f).toArray());
        WorstCase twice = Double.isFinite(doubled)
                ? new WorstCase("growth if twice as much is staked", doubled, "per period", "the scenarios as given")
                : new WorstCase("wealth after the worst scenario if twice as much is staked", 0, "or less", "ruin");
        return new KellyStake(
                fractions,
                growth,
                exponent,
                List.of(
                        new WorstCase(
                                "wealth ever falls to one half",
                                Math.pow(0.5, exponent),
                                "probability at most",
                                "independent periods; Busseti, Ryu and Boyd 2016"),
                        new WorstCase(
                                "wealth after the worst scenario",
                                Arrays.stream(wealth).min().orElseThrow(),
                                "of wealth before",
                                "the scenarios as given"),
                        twice));
    }

    @Override
    public String toString() {
        return "Kelly bets " + Arrays.deepToString(returns) + " with " + Arrays.toString(probabilities);
    }
}
