package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.factor.Covariance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a problem answers: an optimum and its prices, a contradiction and what would end it, or that nothing bounds it. */
final class ProblemTest {

    private static final List<String> ASSETS = List.of("Bills", "Notes", "Bonds");
    private static final double[] RETURNS = {0.02, 0.035, 0.045};
    private static final Covariance COVARIANCE = Covariance.ofCorrelations(
            ASSETS, new double[] {0.005, 0.05, 0.12}, new double[][] {{1, 0.1, 0}, {0.1, 1, 0.8}, {0, 0.8, 1}});

    private static Problem.Builder leastVariance() {
        return Problem.over(ASSETS).minimise(Objective.variance(COVARIANCE)).subjectTo(Constraint.fullyInvested());
    }

    @Test
    void twoAssetsAreHeldInTheProportionOfTheClosedForm() {
        Covariance two = Covariance.ofCorrelations(
                List.of("A", "B"), new double[] {0.10, 0.20}, new double[][] {{1, 0.3}, {0.3, 1}});
        Solution.Optimal found = Problem.over(two.names())
                .minimise(Objective.variance(two))
                .subjectTo(Constraint.fullyInvested())
                .build()
                .solve()
                .orElseThrow();
        double common = 0.3 * 0.10 * 0.20;
        assertThat(found.weight("A")).isCloseTo((0.04 - common) / (0.01 + 0.04 - 2 * common), within(1e-15));
    }

    @Test
    void aShadowPriceIsWhatTheObjectiveChangesByWhenTheLimitMoves() {
        Problem problem = withTarget(0.03, 0.4);
        Solution.Optimal found = problem.solve().orElseThrow();
        double step = 1e-6;
        double byTarget = (optimum(0.03 + step, 0.4) - optimum(0.03 - step, 0.4)) / (2 * step);
        double byCap = (optimum(0.03, 0.4 + step) - optimum(0.03, 0.4 - step)) / (2 * step);
        assertThat(found.activeConstraints()).containsExactly("fully invested", "return", "cap");
        assertThat(found.shadowPrice("return")).isPositive().isCloseTo(byTarget, within(1e-8));
        assertThat(found.shadowPrice("cap")).isNegative().isCloseTo(byCap, within(1e-8));
        assertThat(found.shadowPrice("long only")).isZero();
        assertThat(found.toString()).contains("optimal").contains("Bills").contains("cap");
    }

    private static Problem withTarget(double target, double cap) {
        return leastVariance()
                .subjectTo(
                        Constraint.longOnly(),
                        Constraint.atLeast("return", RETURNS, target),
                        Constraint.asset("cap", "Notes", Double.NEGATIVE_INFINITY, cap))
                .build();
    }

    private static double optimum(double target, double cap) {
        return withTarget(target, cap).solve().orElseThrow().objective();
    }

    @Test
    void aLimitThatDoesNotBindIsNotAmongTheActiveOnesHoweverOpenItsOtherSideIs() {
        Solution.Optimal found = leastVariance()
                .subjectTo(
                        Constraint.longOnly(),
                        Constraint.atLeast("return", RETURNS, 0.001),
                        Constraint.atMost("notional", new double[] {1e9, 2e9, 3e9}, 4e9),
                        Constraint.turnover("turnover", new double[] {0.9, 0.05, 0.05}, 2))
                .build()
                .solve()
                .orElseThrow();
        assertThat(found.activeConstraints()).doesNotContain("return", "notional", "turnover");
        assertThat(found.shadowPrice("turnover")).isZero();
    }

    @Test
    void aLimitInBillionsOrMillionthsBindsLikeOneInFractions() {
        double[] durations = {0.5, 5, 15};
        Solution.Optimal plain = scaledFloor(durations, 1);
        for (double scale : new double[] {1e9, 1e-6}) {
            Solution.Optimal scaled = scaledFloor(durations, scale);
            assertThat(scaled.weights()).containsExactly(plain.weights(), within(1e-13));
            assertThat(scaled.shadowPrice("floor") * scale).isCloseTo(plain.shadowPrice("floor"), within(1e-14));
            assertThat(scaled.certificate().worst()).isLessThan(1e-13);
        }
    }

    private static Solution.Optimal scaledFloor(double[] durations, double scale) {
        double[] scaled = new double[durations.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scale * durations[i];
        }
        return leastVariance()
                .subjectTo(Constraint.longOnly(), Constraint.atLeast("floor", scaled, 6 * scale))
                .build()
                .solve()
                .orElseThrow();
    }

    @Test
    void aTargetBeyondTheCapsNamesTheSmallestContradictionAndHowMuchEachMustGive() {
        Solution solution = leastVariance()
                .subjectTo(
                        Constraint.longOnly(),
                        Constraint.atLeast("return", RETURNS, 0.044),
                        Constraint.asset("bond cap", "Bonds", 0, 0.5),
                        Constraint.duration(new double[] {0.5, 5, 15}, 0, 20))
                .build()
                .solve();
        assertThat(solution).isInstanceOfSatisfying(Solution.Infeasible.class, infeasible -> {
            assertThat(infeasible.conflict()).containsExactly("fully invested", "long only", "return", "bond cap");
            // At best half in bonds, half in notes: 4 %. A target of 4.4 % must give 0.4 %.
            assertThat(infeasible.relaxations())
                    .anySatisfy(relaxation -> {
                        assertThat(relaxation.constraint()).isEqualTo("return");
                        assertThat(relaxation.by()).isCloseTo(0.004, within(1e-12));
                    })
                    .anySatisfy(relaxation -> {
                        assertThat(relaxation.constraint()).isEqualTo("bond cap");
                        assertThat(relaxation.by()).isCloseTo(0.4, within(1e-12));
                    });
            assertThat(infeasible.toString()).contains("bond cap by 0.4");
        });
        assertThatThrownBy(solution::orElseThrow)
                .isInstanceOf(ContradictoryConstraints.class)
                .hasMessageContaining("bond cap");
    }

    @Test
    void capsThatLeaveNoRoomForAllMoneyAreAContradictionOfTwo() {
        Solution solution = leastVariance()
                .subjectTo(Constraint.box("cap", 0, 0.3), Constraint.asset("floor", "Bills", 0.1, 1))
                .build()
                .solve();
        assertThat(solution)
                .isInstanceOfSatisfying(
                        Solution.Infeasible.class,
                        infeasible -> assertThat(infeasible.conflict()).containsExactly("fully invested", "cap"));
    }

    @Test
    void aFloorAboveACapIsAContradictionOfTheTwo() {
        Solution solution = leastVariance()
                .subjectTo(Constraint.asset("floor", "Notes", 0.5, 1), Constraint.asset("ceiling", "Notes", 0, 0.4))
                .build()
                .solve();
        assertThat(solution).isInstanceOfSatisfying(Solution.Infeasible.class, infeasible -> {
            assertThat(infeasible.conflict()).containsExactly("floor", "ceiling");
            assertThat(infeasible.relaxations())
                    .allSatisfy(relaxation -> assertThat(relaxation.by()).isCloseTo(0.1, within(1e-12)));
        });
    }

    @Test
    void returnWithoutRiskOrBoundsIsUnboundedAndNamesWhatGrows() {
        Solution solution = Problem.over(ASSETS)
                .minimise(Objective.reward(RETURNS))
                .subjectTo(Constraint.fullyInvested())
                .build()
                .solve();
        assertThat(solution)
                .isInstanceOfSatisfying(
                        Solution.Unbounded.class,
                        unbounded -> assertThat(unbounded.assets()).contains("Bills", "Bonds"));
        assertThatThrownBy(solution::orElseThrow)
                .isInstanceOf(io.bondtrader.risk.error.Unbounded.class)
                .hasMessageContaining("bound the weights");
    }

    @Test
    void aLinearObjectiveEndsAtAVertex() {
        Solution.Optimal found = Problem.over(ASSETS)
                .minimise(Objective.reward(RETURNS))
                .subjectTo(Constraint.fullyInvested(), Constraint.box("cap", 0, 0.6))
                .build()
                .solve()
                .orElseThrow();
        assertThat(found.weights()).containsExactly(new double[] {0, 0.4, 0.6}, within(1e-13));
        assertThat(found.certificate().worst()).isLessThan(1e-12);
    }

    @Test
    void twoAssetsThatMoveAsOneAreNoObstacle() {
        Covariance twins = Covariance.of(
                List.of("A", "B", "C"), new double[][] {{0.04, 0.04, 0.01}, {0.04, 0.04, 0.01}, {0.01, 0.01, 0.09}});
        Solution.Optimal found = Problem.over(twins.names())
                .minimise(Objective.variance(twins))
                .subjectTo(Constraint.fullyInvested())
                .build()
                .solve()
                .orElseThrow();
        double rest = (0.04 - 0.01) / (0.04 + 0.09 - 0.02);
        assertThat(found.weight("C")).isCloseTo(rest, within(1e-10));
        assertThat(found.certificate().worst()).isLessThan(1e-10);
    }

    @Test
    void aMatrixUnderWhichSomePortfolioHasNegativeVarianceIsRefused() {
        Covariance impossible = Covariance.ofCorrelations(
                ASSETS, new double[] {1, 1, 1}, new double[][] {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}});
        assertThatThrownBy(() -> Problem.over(ASSETS)
                        .minimise(Objective.variance(impossible))
                        .build())
                .isInstanceOf(NotPositiveSemidefinite.class);
    }

    @Test
    void turnoverIsNeverExceededAndItsPriceIsNegative() {
        double[] held = {0, 0, 1};
        Solution.Optimal found = leastVariance()
                .subjectTo(Constraint.longOnly(), Constraint.turnover("turnover", held, 0.5))
                .build()
                .solve()
                .orElseThrow();
        assertThat(found.weights()).containsExactly(new double[] {0.25, 0, 0.75}, within(1e-13));
        assertThat(found.shadowPrice("turnover")).isNegative();
        assertThat(found.certificate().worst()).isLessThan(1e-12);
    }

    @Test
    void tradingStopsWhereItsCostEatsItsGain() {
        double[] held = {0.2, 0.3, 0.5};
        double[] dear = {1, 1, 1};
        Solution.Optimal still = leastVariance()
                .minimise(Objective.linearCosts(held, dear, dear))
                .build()
                .solve()
                .orElseThrow();
        assertThat(still.weights()).containsExactly(held, within(1e-14));
        assertThat(still.objective()).isCloseTo(COVARIANCE.variance(held), within(1e-15));
    }

    @Test
    void impactOfTradingIsCountedWithItsSquare() {
        double[] held = {0.2, 0.3, 0.5};
        double[] impact = {0.01, 0.02, 0.03};
        Solution.Optimal found = leastVariance()
                .minimise(Objective.quadraticCosts(held, impact))
                .build()
                .solve()
                .orElseThrow();
        double[] weights = found.weights();
        double expected = COVARIANCE.variance(weights);
        for (int i = 0; i < 3; i++) {
            expected += impact[i] * Math.pow(weights[i] - held[i], 2);
        }
        assertThat(found.objective()).isCloseTo(expected, within(1e-16));
    }

    @Test
    void sectorCapsKeyRatesAndDurationsAreNamedInTheAnswer() {
        Solution.Optimal found = leastVariance()
                .subjectTo(Constraint.groupCaps(
                        "sector",
                        Map.of("Bills", "Treasury", "Notes", "Agency", "Bonds", "Treasury"),
                        Map.of("Treasury", 0.7)))
                .subjectTo(Constraint.keyRates(List.of("10y"), new double[][] {{0, 1, 9}}, new double[] {2}, 0.1))
                .subjectTo(Constraint.longOnly(), Constraint.group("issuer", Set.of("Notes"), 0, 0.9))
                .build()
                .solve()
                .orElseThrow();
        assertThat(found.activeConstraints()).contains("sector Treasury", "key rate 10y");
    }

    @Test
    void anEarlierOptimumIsAStartForANeighbouringProblem() {
        Solution.Optimal earlier = withTarget(0.03, 0.4).solve().orElseThrow();
        Solution.Optimal cold = withTarget(0.031, 0.4).solve().orElseThrow();
        Solution.Optimal warm = withTarget(0.031, 0.4).solveFrom(earlier).orElseThrow();
        assertThat(warm.weights()).containsExactly(cold.weights(), within(1e-14));
        assertThat(warm.iterations()).isLessThanOrEqualTo(cold.iterations());
    }
}
