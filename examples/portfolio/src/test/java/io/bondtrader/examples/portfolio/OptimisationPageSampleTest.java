package io.bondtrader.examples.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Allocation;
import io.bondtrader.risk.optimise.BlackLitterman;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.Frontier;
import io.bondtrader.risk.optimise.HierarchicalRiskParity;
import io.bondtrader.risk.optimise.Holding;
import io.bondtrader.risk.optimise.Objective;
import io.bondtrader.risk.optimise.Portfolio;
import io.bondtrader.risk.optimise.Problem;
import io.bondtrader.risk.optimise.Rebalancing;
import io.bondtrader.risk.optimise.RebalancingPolicy;
import io.bondtrader.risk.optimise.RebalancingProposal;
import io.bondtrader.risk.optimise.RiskBudgeting;
import io.bondtrader.risk.optimise.Solution;
import io.bondtrader.risk.optimise.TailAllocation;
import io.bondtrader.risk.optimise.TailPortfolio;
import io.bondtrader.risk.optimise.VerifiedSolver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples of the page about optimisation, run on three bonds. */
final class OptimisationPageSampleTest {

    private final List<String> assets = List.of("2y", "5y", "10y");
    private final double[] durations = {1.9, 4.6, 8.4};
    private final double[] yields = {0.039, 0.041, 0.045};
    private final Covariance covariance =
            Covariance.ofCorrelations(assets, new double[] {0.018, 0.045, 0.085}, new double[][] {
                {1, 0.90, 0.75}, {0.90, 1, 0.93}, {0.75, 0.93, 1}
            });
    private final double[] held = {0.40, 0.30, 0.30};

    @Test
    void aProblemIsSolvedAndExplained() {
        Problem problem = Problem.over(assets)
                .minimise(Objective.variance(covariance))
                .subjectTo(
                        Constraint.fullyInvested(),
                        Constraint.longOnly(),
                        Constraint.duration(durations, 4, 5),
                        Constraint.atLeast("yield", yields, 0.0415),
                        Constraint.turnover("turnover", held, 0.30))
                .subjectTo(Constraint.groupCaps(
                        "issuer", Map.of("2y", "US", "5y", "Agency", "10y", "US"), Map.of("US", 0.80)))
                .build();
        Solution.Optimal optimal = problem.solve().orElseThrow(); // throws ContradictoryConstraints or Unbounded
        double[] weights = optimal.weights();
        double perYield = optimal.shadowPrice("yield"); // change of the variance per unit of the yield's floor
        double residual = optimal.certificate().worst(); // of the conditions of an optimum, recomputed

        assertThat(weights).hasSize(3);
        assertThat(perYield).isPositive();
        assertThat(residual).isLessThan(1e-12);
        assertThat(optimal.activeConstraints()).contains("yield");
        Problem stricter = problem;
        assertThat(stricter.solveFrom(optimal).orElseThrow().weights()).containsExactly(weights, within(1e-12));
        verified(problem);
    }

    private void verified(Problem problem) {
        VerifiedSolver solver = VerifiedSolver.of(Verifier.strict());
        Verified objective = solver.solve(problem).objective(); // active set ✓ interior point

        assertThat(objective.isAgreed()).isTrue();
    }

    @Test
    void aWishThatCannotBeMetIsExplained() {
        Problem wish = Problem.over(assets)
                .minimise(Objective.variance(covariance))
                .subjectTo(
                        Constraint.fullyInvested(),
                        Constraint.longOnly(),
                        Constraint.duration(durations, 0, 5),
                        Constraint.atLeast("yield", yields, 0.044))
                .build();
        Solution solution = wish.solve();
        if (solution instanceof Solution.Infeasible infeasible) {
            System.out.println(infeasible.conflict()); // [fully invested, long only, duration, yield]
            System.out.println(infeasible.relaxations()); // how far each would have to give way, alone
        }

        assertThat(solution)
                .isInstanceOfSatisfying(
                        Solution.Infeasible.class,
                        infeasible -> assertThat(infeasible.conflict())
                                .containsExactly("fully invested", "long only", "duration", "yield"));
    }

    @Test
    void portfoliosHaveOneEntryEach() {
        double[][] dailyReturns = Treasuries.ofSample().dailyReturns();
        Allocation allocation = Allocation.of(covariance)
                .withExpectedReturns(yields)
                .subjectTo(Constraint.longOnly(), Constraint.box("cap", 0, 0.6));
        Portfolio calmest = allocation.minimumVariance();
        Portfolio target = allocation.targetDuration(durations, 4.5);
        Portfolio tangency = allocation.maximumSharpe(0.035);
        Frontier frontier = allocation.frontier(); // corners, exactly; blends in between
        Portfolio parity = RiskBudgeting.parity(covariance);
        Portfolio clusters =
                HierarchicalRiskParity.of(covariance, HierarchicalRiskParity.Variant.DISTANCE_OF_DISTANCES);
        TailPortfolio tail = TailAllocation.of(Treasuries.NAMES, dailyReturns)
                .subjectTo(Constraint.longOnly())
                .minimumCvar(0.95);
        BlackLitterman views = BlackLitterman.ofEquilibrium(covariance, held, 2.5, 0.05)
                .withViewConfidence("10y over 5y", new double[] {0, -1, 1}, 0.005, 0.6);

        assertThat(calmest.volatility()).isLessThan(target.volatility());
        assertThat(frontier.maximumSharpe(0.035).weights()).containsExactly(tangency.weights(), within(1e-10));
        assertThat(parity.riskContributions()[0]).isCloseTo(parity.riskContributions()[2], within(1e-14));
        assertThat(clusters.weight("2y")).isGreaterThan(0.5);
        assertThat(Math.abs(tail.dualityGap())).isLessThan(1e-15);
        assertThat(views.allocation().minimumVariance().weights()).hasSize(3);
    }

    @Test
    void tradesAreProposedInLots() {
        List<Holding> holdings = List.of(
                Holding.of("2y", "400000", "100.10", "1000", "100000", 0.0001),
                Holding.of("5y", "300000", "99.80", "1000", "100000", 0.0002),
                Holding.of("10y", "300000", "98.90", "1000", "100000", 0.0004));
        RebalancingProposal proposal = Rebalancing.of(holdings, Money.of("12000", "USD"), 0.30, 0.30, 0.39)
                .withReserve(Money.of("5000", "USD"))
                .propose(new RebalancingPolicy.Band(0.02, false), LocalDate.of(2025, 7, 11));
        System.out.println(proposal); // each trade with its reason and cost, and the cash that is left

        assertThat(proposal.trades()).hasSize(2);
        assertThat(proposal.cashAfter()).isGreaterThanOrEqualTo(Money.of("5000", "USD"));
    }
}
