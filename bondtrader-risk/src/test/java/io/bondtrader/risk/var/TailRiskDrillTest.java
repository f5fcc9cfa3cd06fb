package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.verify.Verdict;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults planted in tail figures and scenario values are caught by the second path. */
final class TailRiskDrillTest {

    private static final Parallelism HERE = Parallelism.callingThread();
    private static final ValuedBook VALUED = TreasuryDesk.book();
    private static final FactorMoves MOVES = TreasuryDesk.moves(503, 0.0006);
    private static final PnlVectors PNL =
            ScenarioBook.of(VALUED, TreasuryDesk.mapping()).revalue(MOVES, HERE);
    private static final VerifiedTailRisk TAIL = VerifiedTailRisk.of(PNL, Verifier.flagging());
    private static final VerifiedRevaluation REVALUED =
            VerifiedRevaluation.of(VALUED, TreasuryDesk.mapping(), MOVES, PNL, Verifier.flagging());

    @ParameterizedTest
    @EnumSource(QuantileConvention.class)
    void bothPathsAgreeOnEveryConvention(QuantileConvention convention) {
        for (double confidence : new double[] {0.5, 0.9, 0.95, 0.975, 0.99, 0.999}) {
            assertThat(TAIL.valueAtRisk(confidence, convention).isAgreed()).isTrue();
        }
        assertThat(TAIL.componentValueAtRisk(PNL.contributions(0.97, convention))
                        .isAgreed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.975, 0.99})
    void bothPathsAgreeOnTheShortfall(double confidence) {
        assertThat(TAIL.expectedShortfall(confidence).isAgreed()).isTrue();
        assertThat(TAIL.componentExpectedShortfall(PNL.contributions(confidence, QuantileConvention.COHERENT))
                        .isAgreed())
                .isTrue();
    }

    @Test
    void everyScenarioOfAFewPositionsIsConfirmed() {
        for (int scenario = 0; scenario < MOVES.size(); scenario += 50) {
            assertThat(REVALUED.total(scenario).isAgreed()).isTrue();
            for (int position = 0; position < VALUED.size(); position += 5) {
                assertThat(REVALUED.pnl(position, scenario).isAgreed()).isTrue();
            }
        }
    }

    @Test
    void everyPlantedFaultIsCaught() {
        List<String> missed = new ArrayList<>();
        double right = PNL.risk(0.99, QuantileConvention.LINEAR).valueAtRisk();
        plant(missed, "the wrong sign of losses", x -> -x, right);
        plant(missed, "a quantile one scenario off", x -> neighbour(5), right);
        plant(
                missed,
                "the order statistic for the interpolated one",
                x -> PNL.risk(0.99, QuantileConvention.ORDER_STATISTIC).valueAtRisk(),
                right);
        plant(
                missed,
                "Weibull's position",
                x -> PNL.risk(0.99, QuantileConvention.WEIBULL).valueAtRisk(),
                right);
        plant(
                missed,
                "the other tail",
                x -> PNL.risk(0.01, QuantileConvention.LINEAR).valueAtRisk(),
                right);
        plant(
                missed,
                "a confidence of 98 %",
                x -> PNL.risk(0.98, QuantileConvention.LINEAR).valueAtRisk(),
                right);
        plant(
                missed,
                "a position left out",
                x -> PNL.without(Set.of("UST-1"))
                        .risk(0.99, QuantileConvention.LINEAR)
                        .valueAtRisk(),
                right);
        plant(missed, "the square root of ten days", x -> x * Math.sqrt(10), right);
        plant(missed, "scaled by a relative 1e-8", x -> x * (1 + 1e-8), right);

        double shortfall = PNL.risk(0.975, QuantileConvention.COHERENT).expectedShortfall();
        plantShortfall(
                missed,
                "the mean of whole scenarios",
                PNL.risk(0.975, QuantileConvention.ORDER_STATISTIC).expectedShortfall());
        plantShortfall(
                missed,
                "value at risk for the shortfall",
                PNL.risk(0.975, QuantileConvention.COHERENT).valueAtRisk());
        plantShortfall(missed, "the last part counted whole", shortfall * 12.575 / 13);
        plantShortfall(missed, "the mean over n - 1 scenarios", shortfall * 503 / 502);

        double pnl = PNL.pnl(3, 40);
        int euro = PNL.indexOf("EUR-3");
        plantPnl(missed, "the P&L of the next scenario", 3, 40, PNL.pnl(3, 41));
        plantPnl(missed, "the P&L of the neighbour", 3, 40, PNL.pnl(4, 40));
        plantPnl(missed, "a face in thousands", 3, 40, pnl / 1000);
        plantPnl(missed, "the exchange rate forgotten", euro, 40, PNL.pnl(euro, 40) / 1.08);
        plantPnl(
                missed,
                "the exchange rate's move forgotten",
                euro,
                40,
                PNL.pnl(euro, 40)
                        - VALUED.marketValue(euro)
                                * MOVES.get(40, MOVES.factors().indexOf("EURUSD")));
        plantPnl(missed, "the spread's move forgotten", 0, 40, PNL.pnl(0, 40) + 1.0);

        assertThat(missed).isEmpty();
    }

    private static double neighbour(int rank) {
        double[] sorted = PNL.totals();
        Arrays.sort(sorted);
        return -sorted[rank + 1];
    }

    private static void plant(List<String> missed, String fault, DoubleUnaryOperator change, double right) {
        Verified verdict = TAIL.valueAtRisk(0.99, QuantileConvention.LINEAR, change.applyAsDouble(right));
        note(missed, fault, verdict);
    }

    private static void plantShortfall(List<String> missed, String fault, double wrong) {
        note(missed, fault, TAIL.expectedShortfall(0.975, wrong));
    }

    private static void plantPnl(List<String> missed, String fault, int position, int scenario, double wrong) {
        note(missed, fault, REVALUED.pnl(position, scenario, wrong));
    }

    private static void note(List<String> missed, String fault, Verified verdict) {
        if (verdict.verdict() != Verdict.DISCREPANT) {
            missed.add(fault);
        }
    }

    @Test
    void aStrictPolicyRefusesAWrongNumber() {
        VerifiedTailRisk strict = VerifiedTailRisk.of(PNL, Verifier.strict());
        assertThatThrownBy(() -> strict.valueAtRisk(0.99, QuantileConvention.LINEAR, 1.0))
                .isInstanceOf(DiscrepancyFound.class);
        assertThat(VerifiedTailRisk.of(PNL, Verifier.off())
                        .valueAtRisk(0.99, QuantileConvention.LINEAR)
                        .verdict())
                .isEqualTo(Verdict.NOT_CHECKED);
    }

    @Test
    void weightedScenariosAndOtherBooksAreRefused() {
        assertThatThrownBy(() -> VerifiedTailRisk.of(PNL.ageWeighted(0.99), Verifier.flagging()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        VerifiedRevaluation.of(VALUED, TreasuryDesk.mapping(), MOVES.last(3), PNL, Verifier.flagging()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TAIL.componentExpectedShortfall(PNL.contributions(0.9, QuantileConvention.LINEAR)))
                .isInstanceOf(InvalidInput.class);
    }
}
