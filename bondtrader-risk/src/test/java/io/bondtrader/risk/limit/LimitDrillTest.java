package io.bondtrader.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.var.QuantileConvention;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted in the measures that the engine keeps up to date: each is caught by adding up all positions again. */
final class LimitDrillTest {

    private static final Scope GOVERNMENT = Scope.of(Dimension.SECTOR, "government");
    private static final Order ORDER = SampleDesk.order("a", 6, Side.BUY, 5_000_000);

    private static Limit limit(String id, LimitMeasure measure) {
        return SampleDesk.limit(id, measure).atMost(1e12).build();
    }

    private static final LimitEngine ENGINE = SampleDesk.engine(SampleDesk.set(
                    limit("net", LimitMeasure.dv01()),
                    limit("gross", new LimitMeasure.Exposure(ExposureKind.DV01, Netting.GROSS)),
                    SampleDesk.limit("part", LimitMeasure.dv01())
                            .scope(GOVERNMENT)
                            .atMost(1e12)
                            .build(),
                    limit("key", new LimitMeasure.KeyRateDv01("2Y", Netting.NET)),
                    limit("var", LimitMeasure.valueAtRisk(0.99)),
                    limit("next", new LimitMeasure.ValueAtRisk(0.992, QuantileConvention.ORDER_STATISTIC)),
                    limit("es", new LimitMeasure.ExpectedShortfall(0.99, QuantileConvention.COHERENT)),
                    limit("stress", new LimitMeasure.WorstStressLoss()),
                    limit("one", new LimitMeasure.StressLoss("rates up")),
                    limit("issuer", new LimitMeasure.Concentration(Dimension.ISSUER, ExposureKind.MARKET_VALUE, true)),
                    limit(
                            "country",
                            new LimitMeasure.Concentration(Dimension.COUNTRY, ExposureKind.MARKET_VALUE, true)),
                    limit("tenor", new LimitMeasure.WeightedMaturity()),
                    limit("illiquid", new LimitMeasure.IlliquidShare(1)),
                    limit("leverage", new LimitMeasure.Leverage("capital"))))
            .positions(SampleDesk.positions(60, 40, 5))
            .build();

    private static final VerifiedLimits VERIFIED = VerifiedLimits.of(ENGINE, Verifier.flagging());

    private static double value(String limit) {
        return ENGINE.utilisations().stream()
                .filter(used -> used.limit().id().equals(limit))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static double after(String limit) {
        return ENGINE.check(ORDER).impacts().stream()
                .filter(impact -> impact.limit().id().equals(limit))
                .findFirst()
                .orElseThrow()
                .after();
    }

    static Stream<Arguments> faults() {
        double unit = SampleDesk.instrument(6, 0).exposure(ExposureKind.DV01);
        return Stream.of(
                Arguments.of("net", "a short position added to the long ones", value("gross")),
                Arguments.of("gross", "short positions counted against long ones", value("net")),
                Arguments.of("part", "the scope was not looked at", value("net")),
                Arguments.of("key", "another key was read", value("key") * 1.02),
                Arguments.of("var", "the next loss was read", value("next")),
                Arguments.of("es", "value at risk for the shortfall", value("var")),
                Arguments.of("es", "the last loss counted whole", value("es") * 0.999),
                Arguments.of("stress", "one scenario for the worst of all", value("one") + 1),
                Arguments.of("issuer", "the net total below the share", value("issuer") * 1.3),
                Arguments.of("issuer", "another dimension was grouped by", value("country")),
                Arguments.of("tenor", "the mean not weighted", value("tenor") + 0.5),
                Arguments.of("illiquid", "a position at the bound counted", value("illiquid") + 0.01),
                Arguments.of("leverage", "capital of yesterday", value("leverage") * 50 / 51),
                Arguments.of("net", "a fill booked twice", value("net") + unit * 1_000));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void isCaught(String limit, String fault, double wrong) {
        assertThat(VERIFIED.value(limit).isAgreed()).as("without the fault").isTrue();
        assertThat(VERIFIED.value(limit, wrong).isAgreed()).as(fault).isFalse();
    }

    @Test
    void anOrderCountedInTheWrongDirectionIsCaught() {
        for (String limit : List.of("net", "gross", "part", "key", "var", "es", "stress", "tenor", "leverage")) {
            double right = after(limit);
            assertThat(VERIFIED.after(limit, ORDER).isAgreed()).as(limit).isTrue();
            double wrong = 2 * value(limit) - right + 1e-3;
            assertThat(VERIFIED.after(limit, ORDER, wrong).isAgreed()).as(limit).isFalse();
        }
    }

    @Test
    void anOrderLeftOutIsCaught() {
        for (String limit : List.of("net", "gross", "part", "key", "var", "es", "stress", "tenor", "leverage")) {
            assertThat(VERIFIED.after(limit, ORDER, value(limit)).isAgreed())
                    .as(limit)
                    .isFalse();
        }
    }

    @Test
    void aStrictPolicyRefusesWhatWasNotConfirmed() {
        VerifiedLimits strict = VerifiedLimits.of(ENGINE, Verifier.strict());

        assertThat(strict.value("var").value()).isEqualTo(value("var"));
        assertThatThrownBy(() -> strict.value("var", 0)).isInstanceOf(DiscrepancyFound.class);
        assertThatThrownBy(() -> strict.value("nobody's")).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> strict.after("part", SampleDesk.order("a", 1, Side.BUY, 1_000)))
                .isInstanceOf(MissingData.class);
    }
}
