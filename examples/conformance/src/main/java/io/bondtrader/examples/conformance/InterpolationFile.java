package io.bondtrader.examples.conformance;

import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.Interpolation;
import io.bondtrader.core.curve.Interpolator;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Lines through points, their slopes, and the forward rates of monotone convex curves. */
final class InterpolationFile implements GoldenFile {

    @Override
    public String fileName() {
        return "interpolation.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            double at = row.number("x");
            String method = row.given("method");
            if (method.equals("LOG_LINEAR_DISCOUNT")) {
                NodeCurve curve = discountCurve(row);
                measures.number("value", Tolerance.PRICE, () -> curve.discountFactor(at));
                measures.number("derivative_or_forward", Tolerance.PRICE, () -> curve.instantaneousForward(at));
                return;
            }
            Interpolation line = interpolator(method).through(numbers(row, "x_nodes"), numbers(row, "y_nodes"));
            boolean zeroRates = method.startsWith("HAGAN_WEST");
            measures.number("value", Tolerance.PRICE, () -> line.value(at));
            measures.number(
                    "derivative_or_forward",
                    Tolerance.PRICE,
                    () -> zeroRates ? line.value(at) + at * line.slope(at) : line.slope(at));
        };
    }

    private static NodeCurve discountCurve(Row row) {
        List<CurveNode> nodes = row.numbers("x_nodes").stream()
                .map(years -> new CurveNode("at " + years, null, years))
                .toList();
        return NodeCurve.builder("golden", LocalDate.EPOCH)
                .interpolation(CurveInterpolation.LOG_LINEAR_DISCOUNT)
                .nodes(nodes)
                .zeroRates(numbers(row, "y_nodes"))
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

    private static double[] numbers(Row row, String column) {
        return row.numbers(column).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
