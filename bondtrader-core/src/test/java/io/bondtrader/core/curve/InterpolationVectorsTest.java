package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.testdata.VectorTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Interpolated values, slopes and forward rates agree with an independent library. */
final class InterpolationVectorsTest {

    @Test
    void everyLineRunsThroughTheGoldenValues() {
        VectorTable.of("interpolation.csv").everyRow(row -> {
            double[] x = numbers(row.list("x_nodes"));
            double[] y = numbers(row.list("y_nodes"));
            double at = row.number("x");
            String method = row.text("method");
            if (method.equals("LOG_LINEAR_DISCOUNT")) {
                NodeCurve curve = curve(x, y);
                assertThat(curve.discountFactor(at)).isCloseTo(row.number("value"), within(1e-14));
                return;
            }
            Interpolation line = interpolator(method).through(x, y);
            assertThat(line.value(at)).isCloseTo(row.number("value"), within(1e-14));
            if (row.has("derivative_or_forward")) {
                boolean forward = method.startsWith("HAGAN_WEST");
                double computed = forward ? line.value(at) + at * line.slope(at) : line.slope(at);
                assertThat(computed).isCloseTo(row.number("derivative_or_forward"), within(1e-13));
            }
        });
    }

    private static NodeCurve curve(double[] years, double[] rates) {
        List<CurveNode> nodes = new ArrayList<>();
        for (double time : years) {
            nodes.add(new CurveNode("t=" + time, null, time));
        }
        return NodeCurve.builder("golden", LocalDate.of(2026, 1, 1))
                .interpolation(CurveInterpolation.LOG_LINEAR_DISCOUNT)
                .nodes(nodes)
                .zeroRates(rates)
                .build();
    }

    private static Interpolator interpolator(String method) {
        return switch (method) {
            case "HYMAN_NATURAL_CUBIC" -> Interpolators.HYMAN;
            case "HAGAN_WEST" -> Interpolators.MONOTONE_CONVEX;
            case "HAGAN_WEST_POSITIVE" -> Interpolators.MONOTONE_CONVEX_POSITIVE;
            default -> Interpolators.of(method);
        };
    }

    private static double[] numbers(List<String> list) {
        return list.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
