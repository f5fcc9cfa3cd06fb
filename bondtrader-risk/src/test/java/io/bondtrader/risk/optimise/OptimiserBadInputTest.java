package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.error.Unbounded;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, the answer is a number or a coded refusal that says what is wrong. */
final class OptimiserBadInputTest {

    private static final List<String> AB = List.of("A", "B");
    private static final Covariance TWO = Covariance.of(AB, new double[][] {{0.04, 0.01}, {0.01, 0.09}});
    private static final Covariance STILL = Covariance.of(AB, new double[][] {{0.04, 0}, {0, 0}});
    private static final Covariance IMPOSSIBLE = Covariance.of(AB, new double[][] {{0.01, 0.02}, {0.02, 0.01}});
    private static final Allocation ANY = Allocation.of(TWO).withExpectedReturns(0.02, 0.05);
    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] ONE = {1};
    private static final double[] BAD = {1, NAN};
    private static final double[] OK = {0.5, 0.5};

    private record Case(String what, ThrowingCallable call) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case of(String what, ThrowingCallable call) {
        return new Case(what, call);
    }

    static Stream<Case> invalidInputs() {
        return Stream.of(
                of("no assets", () -> Problem.over(List.of())),
                of("asset twice", () -> Problem.over(List.of("A", "A"))),
                of("no objective", () -> Problem.over(AB).build()),
                of(
                        "constraint twice",
                        () -> ANY.subjectTo(Constraint.fullyInvested()).minimumVariance()),
                of("blank name", () -> Constraint.box(" ", 0, 1)),
                of("box the wrong way round", () -> Constraint.box("b", 1, 0)),
                of("box of NaN", () -> Constraint.box("b", NAN, 1)),
                of("box at infinity", () -> Constraint.box("b", INF, INF)),
                of("bounds of two lengths", () -> Constraint.bounds("b", OK, ONE)),
                of(
                        "bounds for another number of assets",
                        () -> ANY.subjectTo(Constraint.bounds("b", ONE, ONE)).minimumVariance()),
                of("budget of NaN", () -> Constraint.budget("b", NAN)),
                of("coefficient of NaN", () -> Constraint.atLeast("r", BAD, 0)),
                of("limit of NaN", () -> Constraint.atMost("r", OK, NAN)),
                of(
                        "coefficients for another number",
                        () -> ANY.subjectTo(Constraint.atMost("r", ONE, 1)).minimumVariance()),
                of(
                        "unknown asset",
                        () -> ANY.subjectTo(Constraint.asset("c", "C", 0, 1)).minimumVariance()),
                of(
                        "unknown member",
                        () -> ANY.subjectTo(Constraint.group("g", Set.of("C"), 0, 1))
                                .minimumVariance()),
                of("empty group", () -> Constraint.group("g", Set.of(), 0, 1)),
                of("cap of a group without members", () -> Constraint.groupCaps("sector", Map.of(), Map.of("X", 1.0))),
                of("key rates of two lengths", () -> Constraint.keyRates(AB, new double[][] {OK}, OK, 0)),
                of("negative tolerance", () -> Constraint.keyRates(List.of("A"), new double[][] {OK}, ONE, -1)),
                of("negative turnover", () -> Constraint.turnover("t", OK, -0.1)),
                of("turnover from NaN", () -> Constraint.turnover("t", BAD, 0.1)),
                of(
                        "turnover for another number",
                        () -> ANY.subjectTo(Constraint.turnover("t", ONE, 1)).minimumVariance()),
                of(
                        "two sets of holdings",
                        () -> ANY.subjectTo(
                                        Constraint.turnover("t", OK, 1),
                                        Constraint.turnover("u", new double[] {1, 0}, 1))
                                .minimumVariance()),
                of("cost above one", () -> Constraint.selfFinancing("c", OK, new double[] {2, 0}, 0)),
                of("cash of NaN", () -> Constraint.selfFinancing("c", OK, new double[] {0, 0}, NAN)),
                of("negative weight of a term", () -> Objective.variance(TWO).times(-1)),
                of("infinite weight of a term", () -> Objective.variance(TWO).times(INF)),
                of("negative cost", () -> Objective.linearCosts(OK, new double[] {-1, 0}, OK)),
                of("costs for another number", () -> Objective.quadraticCosts(OK, ONE)),
                of("linear term of NaN", () -> Objective.linear(BAD)),
                of(
                        "overflowing terms",
                        () -> Problem.over(AB)
                                .minimise(Objective.variance(TWO.scaled(1e300)).times(1e300))
                                .build()),
                of(
                        "covariance of other assets",
                        () -> Problem.over(List.of("X", "Y"))
                                .minimise(Objective.variance(TWO))
                                .build()),
                of("benchmark of NaN", () -> ANY.trackingError(BAD)),
                of("benchmark of another number", () -> ANY.trackingError(ONE)),
                of("returns of NaN", () -> Allocation.of(TWO).withExpectedReturns(BAD)),
                of("returns missing", () -> Allocation.of(TWO).targetReturn(0.1)),
                of("returns missing for Sharpe", () -> Allocation.of(TWO).maximumSharpe(0)),
                of("returns missing for a frontier", () -> Allocation.of(TWO).frontier()),
                of("returns missing for robustness", () -> RobustAllocation.of(Allocation.of(TWO), 1)),
                of("risk aversion of zero", () -> ANY.meanVariance(0)),
                of("riskless return of NaN", () -> ANY.maximumSharpe(NAN)),
                of(
                        "riskless return out of reach",
                        () -> ANY.subjectTo(Constraint.longOnly()).maximumSharpe(0.06)),
                of("target of NaN", () -> ANY.targetReturn(NAN)),
                of(
                        "target out of reach",
                        () -> ANY.subjectTo(Constraint.longOnly()).targetReturn(0.06)),
                of(
                        "yield out of reach",
                        () -> ANY.subjectTo(Constraint.longOnly()).targetYield(OK, 3)),
                of(
                        "duration out of reach",
                        () -> ANY.subjectTo(Constraint.longOnly()).targetDuration(OK, 3)),
                of(
                        "frontier of a singular covariance",
                        () -> Allocation.of(STILL).withExpectedReturns(OK).frontier()),
                of("box of negative doubt", () -> RobustAllocation.of(ANY, 1).box(-1, 0)),
                of("radius of zero", () -> RobustAllocation.of(ANY, 1).ellipsoid(TWO, 0)),
                of("budgets of zero", () -> RiskBudgeting.of(TWO, 1, 0)),
                of("budgets of NaN", () -> RiskBudgeting.of(TWO, BAD)),
                of("budgets of another number", () -> RiskBudgeting.of(TWO, 1)),
                of("tau of zero", () -> BlackLitterman.ofPrior(TWO, OK, 0)),
                of("prior of NaN", () -> BlackLitterman.ofPrior(TWO, BAD, 1)),
                of("delta of NaN", () -> BlackLitterman.ofEquilibrium(TWO, OK, NAN, 1)),
                of("view of nothing", () -> BlackLitterman.ofPrior(TWO, OK, 1).withView("v", new double[] {0, 0}, 0.1)),
                of("view of NaN", () -> BlackLitterman.ofPrior(TWO, OK, 1).withView("v", OK, NAN)),
                of(
                        "confidence of zero",
                        () -> BlackLitterman.ofPrior(TWO, OK, 1).withViewConfidence("v", OK, 0.1, 0)),
                of(
                        "negative variance of a view",
                        () -> BlackLitterman.ofPrior(TWO, OK, 1).withViewVariance("v", OK, 0.1, -1)),
                of(
                        "two certain views of one portfolio",
                        () -> BlackLitterman.ofPrior(TWO, OK, 1)
                                .withViewVariance("v", OK, 0.1, 0)
                                .withViewVariance("w", OK, 0.2, 0)
                                .posteriorReturns()),
                of("weights of another number", () -> Portfolio.of(TWO, ONE)),
                of("weight of NaN", () -> Portfolio.of(TWO, BAD)),
                of("weight of a stranger", () -> Portfolio.of(TWO, OK).weight("C")),
                of("Sharpe ratio without returns", () -> Portfolio.of(TWO, OK).sharpeRatio(0)),
                of("no scenarios", () -> TailAllocation.of(AB, new double[0][])),
                of("scenario of NaN", () -> TailAllocation.of(AB, new double[][] {BAD})),
                of("scenario of another number", () -> TailAllocation.of(AB, new double[][] {ONE})),
                of(
                        "confidence of one",
                        () -> TailAllocation.of(AB, new double[][] {OK}).minimumCvar(1)),
                of(
                        "confidence of NaN",
                        () -> TailAllocation.of(AB, new double[][] {OK}).minimumDrawdown(NAN)),
                of(
                        "weights of NaN in the tail",
                        () -> TailAllocation.of(AB, new double[][] {OK}).cvar(BAD, 0.5)));
    }

    @ParameterizedTest
    @MethodSource("invalidInputs")
    void isRefusedWithACodeAndTheRule(Case bad) {
        assertThatThrownBy(bad.call())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("must be")
                .extracting(refusal -> ((BondTraderException) refusal).code().id())
                .isEqualTo("BT-1001");
    }

    @Test
    void anImpossibleCovarianceSaysHowToRepairIt() {
        Stream.<ThrowingCallable>of(
                        () -> Allocation.of(IMPOSSIBLE).minimumVariance(),
                        () -> BlackLitterman.ofPrior(IMPOSSIBLE, OK, 1),
                        () -> RobustAllocation.of(ANY, 1).ellipsoid(IMPOSSIBLE, 1))
                .forEach(call -> assertThatThrownBy(call)
                        .isInstanceOf(NotPositiveSemidefinite.class)
                        .hasMessageContaining("repair it"));
    }

    @Test
    void anAssetThatNeverMovesIsNamedWhereAMethodDividesByItsVolatility() {
        Stream.<ThrowingCallable>of(
                        () -> Allocation.of(STILL).inverseVolatility(),
                        () -> RiskBudgeting.parity(STILL),
                        () -> HierarchicalRiskParity.of(STILL, HierarchicalRiskParity.Variant.DIRECT_DISTANCE))
                .forEach(call -> assertThatThrownBy(call)
                        .isInstanceOf(ZeroVariance.class)
                        .hasMessageContaining("B must have a positive variance"));
    }

    @Test
    void anAssetThatNeverMovesIsNoObstacleToTheLeastVariance() {
        assertThat(Allocation.of(STILL).minimumVariance().weights())
                .containsExactly(new double[] {0, 1}, within(1e-15));
        assertThat(Allocation.of(STILL).minimumVariance().volatility()).isLessThan(1e-15);
    }

    @Test
    void ratiosAndTailsWithoutBoundsSayWhatWouldBoundThem() {
        // Both assets are worth less than cash, so that the ratio only rises with ever larger short positions.
        Covariance alike = Covariance.of(AB, new double[][] {{0.04, 0.0399}, {0.0399, 0.04}});
        assertThatThrownBy(() ->
                        Allocation.of(alike).withExpectedReturns(0.01, 0.0101).maximumSharpe(0.05))
                .isInstanceOf(Unbounded.class)
                .hasMessageContaining("bound the weights");
        double[][] sure = {{0.01, 0.02}, {0.02, 0.03}};
        assertThatThrownBy(() -> TailAllocation.of(AB, sure).minimumCvar(0.5))
                .isInstanceOf(Unbounded.class)
                .hasMessageContaining("bound the weights");
    }

    @Test
    void contradictionsAreNamedByEveryPortfolio() {
        Constraint floor = Constraint.box("floor", 0.6, 1);
        double[][] scenarios = {{0.01, 0.02}, {-0.02, 0.03}};
        Stream.<ThrowingCallable>of(
                        () -> ANY.subjectTo(floor).minimumVariance(),
                        () -> ANY.subjectTo(floor).maximumSharpe(0),
                        () -> ANY.subjectTo(floor).targetReturn(0.03),
                        () -> ANY.subjectTo(floor).frontier(),
                        () -> RobustAllocation.of(ANY.subjectTo(floor), 1).box(0.1, 0.1),
                        () -> TailAllocation.of(AB, scenarios).subjectTo(floor).minimumCvar(0.5),
                        () -> TailAllocation.of(AB, scenarios).subjectTo(floor).minimumDrawdown(0.5))
                .forEach(call -> assertThatThrownBy(call)
                        .isInstanceOfSatisfying(
                                ContradictoryConstraints.class,
                                refusal ->
                                        assertThat(refusal.constraints()).containsExactly("fully invested", "floor")));
    }
}
