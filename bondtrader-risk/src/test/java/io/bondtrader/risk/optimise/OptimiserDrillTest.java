package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.Verdict;
import io.bondtrader.core.verify.VerificationPolicy;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted in the primary path, one at a time; verification must notice each of them, and nothing else. */
final class OptimiserDrillTest {

    private static final int N = 12;
    private static final Covariance COVARIANCE = Covariance.of(Workloads.names(N), Workloads.covariance(N, 0.2));
    private static final double[] MEANS = Workloads.means(N);
    private static final double[] HELD = equal();
    private static final Verifier FLAGGING = Verifier.flagging();
    private static final VerifiedSolver SOLVER = VerifiedSolver.of(FLAGGING);
    private static final VerifiedPortfolios PORTFOLIOS = VerifiedPortfolios.of(FLAGGING);

    private static double[] equal() {
        double[] weights = new double[N];
        Arrays.fill(weights, 1.0 / N);
        return weights;
    }

    private static Problem problem(double variance, double cap, double target, double cost) {
        double[] costs = new double[N];
        Arrays.fill(costs, cost);
        return Problem.over(COVARIANCE.names())
                .minimise(
                        Objective.variance(COVARIANCE).times(variance),
                        Objective.reward(MEANS),
                        Objective.linearCosts(HELD, costs, costs))
                .subjectTo(
                        Constraint.fullyInvested(),
                        Constraint.box("cap", 0, cap),
                        Constraint.atLeast("return", MEANS, target))
                .build();
    }

    private static final Problem SOUND = problem(60, 0.2, 0.085, 0.001);

    /** What can go wrong between a quadratic problem and its answer. */
    @SuppressWarnings("ImmutableEnumChecker") // problems are immutable, faults are planted in copies
    enum SolverFault {
        CAP_IGNORED(problem(60, 1, 0.085, 0.001)),
        RETURN_TARGET_IGNORED(problem(60, 0.2, 0, 0.001)),
        COSTS_IGNORED(problem(60, 0.2, 0.085, 0)),
        VARIANCE_HALVED(problem(30, 0.2, 0.085, 0.001)),
        COSTS_COUNTED_TWICE(problem(60, 0.2, 0.085, 0.002)),
        CAP_OF_ANOTHER_DESK(problem(60, 0.15, 0.085, 0.001));

        private final Problem mistaken;

        SolverFault(Problem mistaken) {
            this.mistaken = mistaken;
        }

        /** The other problem's answer, handed in as this one's. */
        Solution.Optimal answer() {
            ActiveSet found = solved(mistaken);
            return new Solution.Optimal(SOUND, found);
        }
    }

    private static ActiveSet solved(Problem problem) {
        ActiveSet method = new ActiveSet(problem.program());
        BoundedSimplex vertex = Feasibility.simplex(problem.program());
        vertex.makeFeasible();
        method.startAt(vertex);
        method.solve();
        return method;
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerToAnotherProblemIsNoticed(SolverFault fault) {
        assertThat(SOLVER.solve(SOUND).isAgreed()).isTrue();
        assertThat(SOLVER.verify(SOUND, fault.answer()).isAgreed()).isFalse();
    }

    /** What can go wrong inside the method: each turns a sound end state into a wrong one. */
    @SuppressWarnings("ImmutableEnumChecker") // faults are planted in copies
    enum StateFault {
        STOPPED_AT_THE_FIRST_VERTEX(state -> {
            BoundedSimplex vertex = Feasibility.simplex(SOUND.program());
            vertex.makeFeasible();
            ActiveSet first = new ActiveSet(SOUND.program());
            first.startAt(vertex);
            return first;
        }),
        SIGN_OF_A_ROW_MULTIPLIER(state -> {
            state.rowMultipliers[1] = -state.rowMultipliers[1];
            return state;
        }),
        BOUND_MULTIPLIERS_FORGOTTEN(state -> {
            Arrays.fill(state.boundMultipliers, 0);
            return state;
        }),
        A_WEIGHT_OFF_BY_A_BASIS_POINT(state -> {
            state.x[0] += 1e-4;
            return state;
        }),
        WEIGHTS_THAT_SUM_TO_LESS_THAN_ONE(state -> {
            for (int j = 0; j < state.x.length; j++) {
                state.x[j] *= 0.999;
            }
            return state;
        }),
        MULTIPLIERS_OF_ANOTHER_SCALE(state -> {
            for (int k = 0; k < state.rowMultipliers.length; k++) {
                state.rowMultipliers[k] *= 2;
            }
            return state;
        });

        private final UnaryOperator<ActiveSet> plant;

        StateFault(UnaryOperator<ActiveSet> plant) {
            this.plant = plant;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultInsideTheMethodIsNoticed(StateFault fault) {
        Solution.Optimal wrong = new Solution.Optimal(SOUND, fault.plant.apply(solved(SOUND)));
        assertThat(SOLVER.verify(SOUND, wrong).isAgreed()).isFalse();
    }

    /** What can go wrong in weights by risk budgets. */
    enum BudgetFault {
        EQUAL_WEIGHTS,
        INVERSE_VOLATILITY,
        BUDGETS_SWAPPED,
        ONE_SWEEP_SHORT
    }

    @ParameterizedTest
    @EnumSource
    void wrongRiskBudgetsAreNoticed(BudgetFault fault) {
        double[] budgets = MEANS.clone();
        double[] swapped = budgets.clone();
        swapped[0] = budgets[1];
        swapped[1] = budgets[0];
        double[] sound = RiskBudgeting.of(COVARIANCE, budgets).weights();
        double[] wrong = switch (fault) {
            case EQUAL_WEIGHTS -> HELD.clone();
            case INVERSE_VOLATILITY ->
                Allocation.of(COVARIANCE).inverseVolatility().weights();
            case BUDGETS_SWAPPED -> RiskBudgeting.of(COVARIANCE, swapped).weights();
            case ONE_SWEEP_SHORT -> {
                sound[3] += 1e-7;
                yield sound.clone();
            }
        };
        assertThat(PORTFOLIOS.riskBudgets(COVARIANCE, budgets)).allMatch(Verified::isAgreed);
        assertThat(PORTFOLIOS.riskBudgets(COVARIANCE, budgets, wrong)).anyMatch(weight -> !weight.isAgreed());
    }

    /** What can go wrong in a blend of views. */
    enum BlendFault {
        TAU_FORGOTTEN,
        SIGN_OF_A_VIEW,
        VIEW_LEFT_OUT,
        VIEW_TAKEN_FOR_CERTAIN
    }

    @ParameterizedTest
    @EnumSource
    void aWrongBlendOfViewsIsNoticed(BlendFault fault) {
        double[] view = new double[N];
        view[0] = 1;
        view[1] = -1;
        double[] against = new double[N];
        against[0] = -1;
        against[1] = 1;
        BlackLitterman prior = BlackLitterman.ofEquilibrium(COVARIANCE, HELD, 2.5, 0.05);
        BlackLitterman sound = prior.withViewVariance("one", view, 0.02, 1e-4);
        BlackLitterman wrong = switch (fault) {
            case TAU_FORGOTTEN ->
                BlackLitterman.ofEquilibrium(COVARIANCE, HELD, 2.5, 1).withViewVariance("one", view, 0.02, 1e-4);
            case SIGN_OF_A_VIEW -> prior.withViewVariance("one", against, 0.02, 1e-4);
            case VIEW_LEFT_OUT -> prior;
            case VIEW_TAKEN_FOR_CERTAIN -> prior.withViewVariance("one", view, 0.02, 0);
        };
        assertThat(PORTFOLIOS.posteriorReturns(sound)).allMatch(Verified::isAgreed);
        assertThat(PORTFOLIOS.posteriorReturns(sound, wrong.posteriorReturns())).anyMatch(value -> !value.isAgreed());
    }

    /** What can go wrong in a tail risk or a tangency portfolio. */
    enum PortfolioFault {
        VALUE_AT_RISK_FOR_THE_TAIL_MEAN,
        ANOTHER_CONFIDENCE,
        EQUAL_WEIGHTS_IN_THE_TAIL,
        ANOTHER_RISKLESS_RETURN,
        LEAST_VARIANCE_FOR_TANGENCY
    }

    @ParameterizedTest
    @EnumSource
    void aWrongTailOrTangencyIsNoticed(PortfolioFault fault) {
        TailAllocation risk =
                TailAllocation.of(Workloads.names(N), Workloads.returns(300, N)).subjectTo(Constraint.longOnly());
        Allocation allocation =
                Allocation.of(COVARIANCE).withExpectedReturns(MEANS).subjectTo(Constraint.longOnly());
        boolean agreed = switch (fault) {
            case VALUE_AT_RISK_FOR_THE_TAIL_MEAN ->
                PORTFOLIOS
                        .minimumCvar(risk, 0.95, risk.minimumCvar(0.95).threshold())
                        .isAgreed();
            case ANOTHER_CONFIDENCE ->
                PORTFOLIOS
                        .minimumCvar(risk, 0.95, risk.minimumCvar(0.94).risk())
                        .isAgreed();
            case EQUAL_WEIGHTS_IN_THE_TAIL ->
                PORTFOLIOS.minimumCvar(risk, 0.95, risk.cvar(HELD, 0.95)).isAgreed();
            case ANOTHER_RISKLESS_RETURN ->
                PORTFOLIOS
                        .maximumSharpe(
                                allocation,
                                0.01,
                                allocation.maximumSharpe(0.0101).weights())
                        .stream()
                        .allMatch(Verified::isAgreed);
            case LEAST_VARIANCE_FOR_TANGENCY ->
                PORTFOLIOS
                        .maximumSharpe(
                                allocation, 0.01, allocation.minimumVariance().weights())
                        .stream()
                        .allMatch(Verified::isAgreed);
        };
        assertThat(agreed).isFalse();
        assertThat(PORTFOLIOS.minimumCvar(risk, 0.95).isAgreed()).isTrue();
        assertThat(PORTFOLIOS.maximumSharpe(allocation, 0.01)).allMatch(Verified::isAgreed);
    }

    @Test
    void aStrictVerifierRefusesAWrongAnswerAndAnIdleOneLooksAtNone() {
        Solution.Optimal wrong = SolverFault.CAP_IGNORED.answer();
        assertThatThrownBy(() -> VerifiedSolver.of(Verifier.strict()).verify(SOUND, wrong))
                .isInstanceOf(DiscrepancyFound.class);
        Verifier off = Verifier.builder().policy(VerificationPolicy.off()).build();
        assertThat(VerifiedSolver.of(off).verify(SOUND, wrong).objective().verdict())
                .isEqualTo(Verdict.NOT_CHECKED);
        assertThat(VerifiedPortfolios.of(off).riskBudgets(COVARIANCE, MEANS)).hasSize(N);
        assertThat(List.of(VerifiedPortfolios.of(off)
                        .minimumCvar(TailAllocation.of(Workloads.names(N), Workloads.returns(50, N)), 0.9, 1)))
                .hasSize(1);
    }
}
