package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.sensitivity.BookRisk;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.SampleBook;
import io.bondtrader.risk.sensitivity.ValuedBook;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be is refused with a code, whatever it is. */
final class LimitBadInputTest {

    private static final Instant NOON = Instant.parse("2025-07-14T12:00:00Z");

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(InvalidInput.class)
                .satisfies(refusal ->
                        assertThat(((BondTraderException) refusal).code().id()).startsWith("BT-1"));
    }

    private static Limit.Builder good() {
        return SampleDesk.limit("good", LimitMeasure.dv01()).atMost(1);
    }

    @Test
    void limitsThatNobodyAnswersFor() {
        refused(() -> SampleDesk.limit(" ", LimitMeasure.dv01()).build());
        refused(() -> good().owner("").build());
        refused(() -> good().agreed("rita", "").build());
        refused(() -> good().agreed("", "carl").build());
        refused(() -> good().agreed("Rita", " rita ").build());
        refused(() -> good().owner("x".repeat(1_001)).build());
    }

    @Test
    void limitsThatSayNothingThatHolds() {
        refused(() -> good().version(0).build());
        refused(() -> good().valid(NOON, NOON).build());
        refused(() -> good().atMost(-1).build());
        refused(() -> good().atMost(Double.NaN));
        refused(() -> good().atLeast(Double.NEGATIVE_INFINITY));
        refused(() -> SampleDesk.limit("var", LimitMeasure.valueAtRisk(0.99))
                .atLeast(1)
                .build());
        refused(() -> SampleDesk.limit("tenor", new LimitMeasure.MaximumMaturity())
                .atLeast(1)
                .build());
        refused(() -> new Threshold.Relative(Double.NaN, "capital"));
        refused(() -> new Threshold.Relative(0.1, " "));
        refused(() -> new Threshold.Dynamic(""));
    }

    @Test
    void measuresOfNothing() {
        refused(() -> LimitMeasure.valueAtRisk(1));
        refused(() -> LimitMeasure.valueAtRisk(Double.NaN));
        refused(() -> new LimitMeasure.ExpectedShortfall(0, QuantileConvention.COHERENT));
        refused(() -> new LimitMeasure.KeyRateDv01("", Netting.NET));
        refused(() -> new LimitMeasure.StressLoss(" "));
        refused(() -> new LimitMeasure.IlliquidShare(0));
        refused(() -> new LimitMeasure.Leverage(""));
        refused(() -> new LimitMeasure.Drawdown(""));
    }

    @Test
    void everyMeasureHasItsCodeAndUnit() {
        assertThat(new LimitMeasure.WorstStressLoss().code()).isEqualTo(DenialCode.STRESS_LOSS);
        assertThat(new LimitMeasure.StressLoss("up").code()).isEqualTo(DenialCode.STRESS_LOSS);
        assertThat(new LimitMeasure.KeyRateDv01("2Y", Netting.NET).code()).isEqualTo(DenialCode.KEY_RATE_DV01);
        assertThat(LimitMeasure.valueAtRisk(0.9).code()).isEqualTo(DenialCode.VALUE_AT_RISK);
        assertThat(new LimitMeasure.ExpectedShortfall(0.9, QuantileConvention.LINEAR).code())
                .isEqualTo(DenialCode.EXPECTED_SHORTFALL);
        assertThat(new LimitMeasure.Leverage("capital").code()).isEqualTo(DenialCode.LEVERAGE);
        assertThat(new LimitMeasure.Drawdown("p").code()).isEqualTo(DenialCode.DRAWDOWN);
        assertThat(new LimitMeasure.IlliquidShare(1).code()).isEqualTo(DenialCode.LIQUIDITY);
        assertThat(new LimitMeasure.WeightedMaturity().code()).isEqualTo(DenialCode.TENOR);
        assertThat(LimitMeasure.cs01().code()).isEqualTo(DenialCode.CS01);
        assertThat(LimitMeasure.issuerShare().code()).isEqualTo(DenialCode.CONCENTRATION);
        assertThat(LimitMeasure.issuerShare().unit()).isEqualTo("ratio");
        assertThat(LimitMeasure.dv01().unit()).isEqualTo("money");
        assertThat(new LimitMeasure.MaximumMaturity().unit()).isEqualTo("years");
        assertThat(new LimitMeasure.DaysToLiquidate().unit()).isEqualTo("days");
    }

    @Test
    void scopesOfNobody() {
        refused(() -> Scope.of(Dimension.DESK));
        refused(() -> Scope.of(Dimension.DESK, " "));
        refused(() -> new Scope.In(Dimension.DESK, new TreeSet<>()));
        refused(() -> new Scope.And(List.of()));
        refused(() -> new Scope.Or(List.of()));
    }

    @Test
    void overridesWithoutEndOrASecondPerson() {
        Instant later = NOON.plusSeconds(1);
        refused(() -> new TemporaryOverride("limit", Double.NaN, NOON, later, "ann", "carl", "why"));
        refused(() -> new TemporaryOverride("limit", 1, NOON, NOON, "ann", "carl", "why"));
        refused(() -> new TemporaryOverride("limit", 1, NOON, later, "ann", "ANN", "why"));
        refused(() -> new TemporaryOverride("limit", 1, NOON, later, "ann", "carl", " "));
        refused(() -> new TemporaryOverride("", 1, NOON, later, "ann", "carl", "why"));
    }

    @Test
    void instrumentsThatDoWhatNoNumberSays() {
        InstrumentRisk.Builder builder = InstrumentRisk.builder(SampleDesk.security(1), 5);
        refused(() -> InstrumentRisk.builder(SampleDesk.security(1), -1));
        refused(() -> InstrumentRisk.builder(SampleDesk.security(1), Double.NaN));
        refused(() -> builder.exposure(ExposureKind.DV01, Double.NaN));
        refused(() -> builder.keyRateDv01("2Y", Double.POSITIVE_INFINITY));
        refused(() -> builder.stressPnl("up", Double.NaN));
        refused(() -> builder.history(new double[] {1, Double.NaN}, 1));
        refused(() -> builder.history(new double[] {1, 2}, 0));
        refused(() -> builder.dailyCapacity(0));
        refused(() -> builder.dailyCapacity(Double.NaN));
        refused(() -> builder.lot(BigDecimal.ZERO));
        assertThat(builder.build().toString()).startsWith("S1: market value 0").endsWith("no history");
    }

    @Test
    void universesThatContradictThemselves() {
        InstrumentRisk one = SampleDesk.instrument(1, 20);
        refused(() -> LimitUniverse.of(List.of(one, one)));
        refused(() -> LimitUniverse.of(List.of(one, SampleDesk.instrument(2, 21))));
        BookRisk risk = BookRisk.of(ValuedBook.of(SampleBook.positions(3, 3), SampleBook.market()));
        LimitUniverse.Builder builder = LimitUniverse.builder(risk);
        PnlVectors vectors =
                PnlVectors.of("made up", List.of("S0"), List.of("a", "b", "c"), new double[][] {{1, 2, 3}});
        refused(() -> builder.history(vectors, 0));
        refused(() -> builder.history(vectors.weighted(new double[] {1, 2, 3}), 1));
        refused(() -> builder.stress("up", new double[2]));
        refused(() -> builder.stress(" ", new double[3]));
        refused(() -> builder.lot(new BigDecimal("-1")));
        assertThatThrownBy(() -> builder.history(vectors, 1).build())
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("S1");
        assertThat(LimitUniverse.builder(risk)
                        .dailyCapacity(security -> 1e6)
                        .build()
                        .toString())
                .isEqualTo("LimitUniverse[3 securities, 11 key rates, 0 stress scenarios, P&L vectors of 0]");
    }

    @Test
    void statesThatNobodySets() {
        LimitEngine engine = SampleDesk.engine(SampleDesk.set(good().build())).build();
        refused(() -> engine.setState(Scope.all(), TradingState.HALTED, "", "why"));
        refused(() -> engine.setState(Scope.all(), TradingState.HALTED, "rita", " "));
        refused(() -> engine.restore(Scope.all(), TradingState.ACTIVE, "rita", "carl", "was never halted"));
        engine.setState(Scope.all(), TradingState.HALTED, "rita", "why");
        refused(() -> engine.restore(Scope.all(), TradingState.ACTIVE, "rita", "", "why"));
        refused(() -> engine.restore(Scope.all(), TradingState.HALTED, "rita", "carl", "no change"));
        assertThat(engine.states()).hasSize(1);
        assertThat(engine.toString()).isEqualTo("LimitEngine[1 limits, 0 positions, 0 working orders]");
    }
}
