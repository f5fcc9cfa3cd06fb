package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.factor.Covariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every covariance, every return and every set of constraints. */
final class OptimiserProperties {

    private static Covariance covariance(Random random, int n, int rank) {
        double[][] loadings = new double[n][rank];
        for (double[] row : loadings) {
            Arrays.setAll(row, k -> 0.1 * random.nextGaussian());
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = QuadraticProgram.dot(loadings[i], 0, loadings[j], rank);
            }
        }
        return Covariance.of(Workloads.names(n), matrix);
    }

    private static Covariance positive(Random random, int n) {
        Covariance low = covariance(random, n, n);
        double[][] matrix = low.toArray();
        for (int i = 0; i < n; i++) {
            matrix[i][i] += 0.002 + 0.01 * random.nextDouble();
        }
        return Covariance.of(low.names(), matrix);
    }

    private static double[] returns(Random random, int n) {
        double[] returns = new double[n];
        Arrays.setAll(returns, i -> 0.05 * random.nextGaussian());
        return returns;
    }

    private static double[] holdings(Random random, int n) {
        double[] held = new double[n];
        Arrays.setAll(held, i -> random.nextInt(3) == 0 ? 0 : random.nextDouble());
        double sum = Math.max(1e-3, Arrays.stream(held).sum());
        Arrays.setAll(held, i -> held[i] / sum);
        return held;
    }

    /** Anything a desk might ask for, sensible or not. */
    private static Problem anyProblem(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(20);
        Covariance covariance = covariance(random, n, random.nextInt(3) == 0 ? 1 + random.nextInt(n) : n);
        double[] means = returns(random, n);
        double[] durations = new double[n];
        Arrays.setAll(durations, i -> 1 + 20 * random.nextDouble());
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(Constraint.fullyInvested());
        constraints.add(Constraint.box("box", random.nextBoolean() ? 0 : -0.2, 0.05 + random.nextDouble()));
        if (random.nextBoolean()) {
            double from = 1 + 20 * random.nextDouble();
            constraints.add(Constraint.duration(durations, from, from + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            constraints.add(Constraint.atLeast("return", means, 0.03 * random.nextGaussian()));
        }
        for (int g = 0; g < random.nextInt(4); g++) {
            Set<String> members = new HashSet<>();
            covariance.names().stream().filter(name -> random.nextInt(3) == 0).forEach(members::add);
            if (!members.isEmpty()) {
                double floor = 0.3 * random.nextDouble();
                constraints.add(Constraint.group("group " + g, members, floor, floor + random.nextDouble()));
            }
        }
        double[] held = holdings(random, n);
        if (random.nextInt(3) == 0) {
            constraints.add(Constraint.turnover("turnover", held, random.nextDouble()));
        }
        List<Objective> terms = new ArrayList<>();
        terms.add(Objective.variance(covariance).times(1 + random.nextInt(5)));
        if (random.nextBoolean()) {
            terms.add(Objective.reward(means));
        }
        if (random.nextInt(3) == 0) {
            double[] costs = new double[n];
            Arrays.setAll(costs, i -> 0.01 * random.nextDouble());
            terms.add(Objective.linearCosts(held, costs, costs));
        }
        return Problem.over(covariance.names())
                .minimise(terms.toArray(Objective[]::new))
                .subjectTo(constraints)
                .build();
    }

    @Property(tries = 400, seed = "20260317")
    void anAnswerIsAProvenOptimumOrASmallestContradiction(@ForAll long seed) {
        Problem problem = anyProblem(seed);
        Solution solution = problem.solve();
        if (solution instanceof Solution.Optimal optimal) {
            assertThat(optimal.certificate().worst()).isLessThan(1e-9);
            return;
        }
        assertThat(solution).isInstanceOfSatisfying(Solution.Infeasible.class, infeasible -> {
            BitSet core = new BitSet();
            for (int k = 0; k < problem.constraints().size(); k++) {
                core.set(
                        k,
                        infeasible
                                .conflict()
                                .contains(problem.constraints().get(k).name()));
            }
            assertThat(Feasibility.isFeasible(problem.programOf(core))).isFalse();
            core.stream().forEach(k -> {
                BitSet rest = (BitSet) core.clone();
                rest.clear(k);
                assertThat(Feasibility.isFeasible(problem.programOf(rest))).isTrue();
            });
        });
    }

    @Property(tries = 200, seed = "20260317")
    void bothMethodsComeToOneObjective(@ForAll long seed) {
        Problem problem = anyProblem(seed);
        if (problem.solve() instanceof Solution.Optimal optimal) {
            try {
                double other = InteriorPointSolver.optimum(problem).objective();
                assertThat(other).isCloseTo(optimal.objective(), within(1e-8 * Math.max(1e-3, Math.abs(other))));
            } catch (NotConverged noInterior) { // it may say that it found no answer, never give a wrong one
                assertThat(noInterior).hasMessageContaining("interior-point");
            }
        }
    }

    @Property(tries = 60, seed = "20260317")
    void anEarlierAnswerChangesNothingButTheTime(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 3 + random.nextInt(15);
        Allocation allocation =
                Allocation.of(positive(random, n)).subjectTo(Constraint.box("cap", 0, 2.0 / n + random.nextDouble()));
        double[] means = returns(random, n);
        Objective risk = Objective.variance(allocation.covariance());
        Solution.Optimal earlier = allocation
                .problem(risk, Objective.reward(means).times(0.1))
                .solve()
                .orElseThrow();
        Problem next = allocation.problem(risk, Objective.reward(means).times(0.1 + random.nextDouble()));
        assertThat(next.solveFrom(earlier).orElseThrow().weights())
                .containsExactly(next.solve().orElseThrow().weights(), within(1e-11));
    }

    @Property(tries = 60, seed = "20260317")
    void weightsForgetTheUnitOfRiskAndTheOrderOfAssets(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(12);
        Covariance covariance = positive(random, n);
        double[] weights = Allocation.of(covariance)
                .subjectTo(Constraint.longOnly())
                .minimumVariance()
                .weights();
        assertThat(Allocation.of(covariance.scaled(252))
                        .subjectTo(Constraint.longOnly())
                        .minimumVariance()
                        .weights())
                .containsExactly(weights, within(1e-11));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        double[][] shuffled = new double[n][n];
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            expected[i] = weights[order.get(i)];
            for (int j = 0; j < n; j++) {
                shuffled[i][j] = covariance.get(order.get(i), order.get(j));
            }
        }
        assertThat(Allocation.of(Covariance.of(Workloads.names(n), shuffled))
                        .subjectTo(Constraint.longOnly())
                        .minimumVariance()
                        .weights())
                .containsExactly(expected, within(1e-11));
    }

    @Property(tries = 60, seed = "20260317")
    void contributionsAreTheBudgetsAndSumToTheVolatility(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(20);
        Covariance covariance = positive(random, n);
        double[] budgets = new double[n];
        Arrays.setAll(budgets, i -> 0.05 + random.nextDouble());
        double total = Arrays.stream(budgets).sum();
        Portfolio portfolio = RiskBudgeting.of(covariance, budgets);
        double[] contributions = portfolio.riskContributions();
        assertThat(Arrays.stream(contributions).sum()).isCloseTo(portfolio.volatility(), within(1e-15));
        for (int i = 0; i < n; i++) {
            assertThat(contributions[i] / portfolio.volatility()).isCloseTo(budgets[i] / total, within(1e-11));
        }
        assertThat(BudgetsByNewton.weights(covariance, budgets)).containsExactly(portfolio.weights(), within(1e-10));
    }

    @Property(tries = 40, seed = "20260317")
    void theFrontierIsConvexAndEveryPointOnItIsAllowed(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 3 + random.nextInt(12);
        Frontier frontier = Allocation.of(positive(random, n))
                .withExpectedReturns(returns(random, n))
                .subjectTo(Constraint.box("cap", 0, 2.0 / n))
                .frontier();
        List<Portfolio> corners = frontier.corners();
        double least = corners.get(0).expectedReturn().orElseThrow();
        double most = corners.get(corners.size() - 1).expectedReturn().orElseThrow();
        double before = 0;
        double rise = 0;
        for (int k = 0; k <= 50; k++) {
            Portfolio point = frontier.at(least + (most - least) * k / 50);
            double variance = point.volatility() * point.volatility();
            if (k > 0) {
                assertThat(variance - before).isGreaterThanOrEqualTo(rise - 1e-14);
                rise = variance - before;
            }
            before = variance;
            assertThat(Arrays.stream(point.weights()).sum()).isCloseTo(1, within(1e-11));
            assertThat(Arrays.stream(point.weights()).min().orElseThrow()).isGreaterThan(-1e-11);
            assertThat(Arrays.stream(point.weights()).max().orElseThrow()).isLessThan(2.0 / n + 1e-11);
        }
    }

    @Property(tries = 100, seed = "20260317")
    void theFrontierIsTheSolversReturnByReturnWhateverBindsAndTies(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 3 + random.nextInt(10);
        double[] means = returns(random, n);
        Arrays.setAll(means, i -> random.nextInt(4) == 0 ? 0.05 : means[i]); // some earn the same
        double[] held = new double[n];
        Arrays.fill(held, 1.0 / n);
        Set<String> half = new HashSet<>(Workloads.names(n).subList(0, n / 2));
        Allocation allocation = Allocation.of(positive(random, n))
                .withExpectedReturns(means)
                .subjectTo(Constraint.longOnly(), Constraint.group("half", half, 0.1, 0.5));
        if (random.nextBoolean()) {
            allocation = allocation.subjectTo(Constraint.turnover("turnover", held, 0.9 + random.nextDouble()));
        }
        Frontier frontier = allocation.frontier();
        List<Portfolio> corners = frontier.corners();
        double least = corners.get(0).expectedReturn().orElseThrow();
        double most = corners.get(corners.size() - 1).expectedReturn().orElseThrow();
        for (int k = 1; k < 5 && most - least > 1e-9; k++) {
            double target = least + (most - least) * k / 5;
            assertThat(frontier.at(target).volatility())
                    .isCloseTo(allocation.targetReturn(target).volatility(), within(1e-9));
        }
    }

    @Property(tries = 60, seed = "20260317")
    void clustersGiveEveryAssetAPositiveWeightAndAllOfTheMoney(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int n) {
        Covariance covariance = positive(new Random(seed), n);
        for (HierarchicalRiskParity.Variant variant : HierarchicalRiskParity.Variant.values()) {
            double[] weights = HierarchicalRiskParity.of(covariance, variant).weights();
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-13));
            assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
            assertThat(HierarchicalRiskParity.leafOrder(covariance, variant))
                    .containsExactlyInAnyOrderElementsOf(covariance.names());
        }
    }

    @Property(tries = 40, seed = "20260317")
    void noPortfolioHasLessTailRiskThanTheLeast(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(6);
        double[][] scenarios = new double[20 + random.nextInt(60)][];
        Arrays.setAll(scenarios, t -> returns(random, n));
        TailAllocation risk = TailAllocation.of(Workloads.names(n), scenarios).subjectTo(Constraint.longOnly());
        double confidence = 0.5 + 0.45 * random.nextDouble();
        TailPortfolio least = risk.minimumCvar(confidence);
        TailPortfolio shallow = risk.minimumDrawdown(confidence);
        assertThat(Math.abs(least.dualityGap())).isLessThan(1e-13);
        assertThat(risk.minimumCvarByCuts(confidence)).isCloseTo(least.risk(), within(1e-13));
        assertThat(Math.abs(shallow.dualityGap())).isLessThan(1e-12);
        assertThat(Arrays.stream(least.riskContributions()).sum()).isCloseTo(least.risk(), within(1e-14));
        assertThat(Arrays.stream(shallow.riskContributions()).sum()).isCloseTo(shallow.risk(), within(1e-13));
        Covariance sample = Covariance.of(Workloads.names(n), Workloads.sampleCovariance(scenarios))
                .scaled((scenarios.length - 1.0) / scenarios.length);
        assertThat(least.volatility())
                .isCloseTo(Portfolio.of(sample, least.weights()).volatility(), within(1e-14));
        for (int k = 0; k < 20; k++) {
            double[] weights = holdings(random, n);
            double sum = Arrays.stream(weights).sum();
            if (sum > 0.5) {
                assertThat(risk.cvar(weights, confidence)).isGreaterThanOrEqualTo(least.risk() - 1e-14);
                assertThat(risk.drawdown(weights, confidence)).isGreaterThanOrEqualTo(shallow.risk() - 1e-13);
            }
        }
    }

    @Property(tries = 40, seed = "20260317")
    void doubtAboutReturnsNeverRaisesUtility(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(8);
        Covariance covariance = positive(random, n);
        double[] means = returns(random, n);
        Allocation allocation =
                Allocation.of(covariance).withExpectedReturns(means).subjectTo(Constraint.longOnly());
        Covariance errors = covariance.scaled(0.02);
        Portfolio robust = RobustAllocation.of(allocation, 4).ellipsoid(errors, 1.5);
        double best = worstCase(robust.weights(), means, covariance, errors);
        for (int k = 0; k < 30; k++) {
            double[] other = holdings(random, n);
            if (Arrays.stream(other).sum() > 0.5) {
                assertThat(worstCase(other, means, covariance, errors)).isLessThanOrEqualTo(best + 1e-12);
            }
        }
        double[] widths = new double[n];
        Arrays.fill(widths, 0.01);
        double[] boxed = RobustAllocation.of(allocation, 4).box(widths).weights();
        // Long only and fully invested, equal doubt about all means changes nothing.
        assertThat(boxed).containsExactly(allocation.meanVariance(4).weights(), within(1e-9));
    }

    private static double worstCase(double[] weights, double[] means, Covariance covariance, Covariance errors) {
        return QuadraticProgram.dot(means, 0, weights, weights.length)
                - 1.5 * Math.sqrt(errors.variance(weights))
                - 2 * covariance.variance(weights);
    }
}
