package io.bondtrader.core.curve.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.testdata.VectorTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The curves of {@code curves.csv}: QuantLib's piecewise curves, and an independent Newton solution of two more kinds. */
class GoldenCurvesTest {

    private final QuotedCurves quoted = QuotedCurves.read();
    private final Map<String, DiscountCurve> curves = new HashMap<>();

    @ParameterizedTest
    @EnumSource(BootstrapMethod.class)
    void everyCurveIsTheOneThatTheVectorsGive(BootstrapMethod method) {
        VectorTable.of("curves.csv").everyRow(row -> {
            DiscountCurve curve = curve(row.text("curve_id"), row.text("interpolation"), method);
            LocalDate date = row.date("date");
            assertThat(curve.years(date)).isEqualTo(row.number("time"));
            assertThat(curve.discountFactor(date)).isCloseTo(row.number("discount_factor"), within(1e-9));
            assertThat(curve.zeroRate(date)).isCloseTo(row.number("zero_rate_cc"), within(1e-9));
            if (row.has("forward_3m_simple_act360")) {
                LocalDate end = date.plusMonths(3);
                double forward = (curve.discountFactor(date) / curve.discountFactor(end) - 1.0)
                        / DayCounts.ACT_360.yearFraction(date, end);
                assertThat(forward).isCloseTo(row.number("forward_3m_simple_act360"), within(1e-9));
            }
            boolean pillar = curve.nodes().stream().anyMatch(node -> date.equals(node.date()));
            assertThat(pillar).isEqualTo(Boolean.parseBoolean(row.text("is_pillar")));
        });
    }

    private DiscountCurve curve(String id, String interpolation, BootstrapMethod method) {
        return curves.computeIfAbsent(id + interpolation, key -> {
            CurveQuantity quantity = switch (interpolation) {
                case "LOGLINEAR_DF", "FLAT_FORWARD" -> CurveQuantity.LOG_DISCOUNT_FACTOR;
                default -> CurveQuantity.ZERO_RATE;
            };
            Interpolators interpolator = switch (interpolation) {
                case "LOGLINEAR_DF", "FLAT_FORWARD", "LINEAR_ZERO" -> Interpolators.LINEAR;
                case "NATURAL_CUBIC_ZERO" -> Interpolators.NATURAL_CUBIC;
                case "HYMAN_NATURAL_CUBIC_ZERO" -> Interpolators.HYMAN;
                case "HAGAN_WEST" -> Interpolators.MONOTONE_CONVEX;
                default -> throw new IllegalArgumentException(interpolation);
            };
            return quoted.bootstrap(id)
                    .withInterpolation(quantity, interpolator)
                    .withMethod(method)
                    .solve()
                    .curve();
        });
    }
}
