package io.bondtrader.core;

import io.bondtrader.core.curve.CurveNode;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.testdata.VectorTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The curves of {@code node_curves.csv} by the formulas of the vectors' README and nothing of the library's own: what is
 * valued off them does not owe its values to the curves that are tested elsewhere.
 */
public final class GoldenCurves {

    private final Map<String, Nodes> curves = new HashMap<>();

    private GoldenCurves() {}

    /** Reads the curves; where they are absent, the test is skipped and says why. */
    public static GoldenCurves read() {
        GoldenCurves read = new GoldenCurves();
        VectorTable.of("node_curves.csv").everyRow(row -> {
            Nodes curve = read.curves.computeIfAbsent(
                    row.text("curve_id"),
                    id -> new Nodes(
                            id,
                            row.date("reference_date"),
                            row.text("interpolation").equals("LINEAR_ZERO"),
                            new ArrayList<>(),
                            new ArrayList<>(),
                            0.0));
            curve.nodes.add(new CurveNode(row.text("node_date"), row.date("node_date"), row.number("node_time")));
            curve.zeroRates.add(row.number("zero_rate_cc"));
        });
        return read;
    }

    /** A curve by name. */
    public DiscountCurve curve(String id) {
        return java.util.Objects.requireNonNull(curves.get(id), id);
    }

    /** A curve with a spread on its continuously compounded zero rates. */
    public DiscountCurve curve(String id, double spread) {
        Nodes base = java.util.Objects.requireNonNull(curves.get(id), id);
        return new Nodes(id, base.referenceDate, base.linearZero, base.nodes, base.zeroRates, spread);
    }

    private record Nodes(
            String name,
            LocalDate referenceDate,
            boolean linearZero,
            List<CurveNode> nodes,
            List<Double> zeroRates,
            double spread)
            implements DiscountCurve {

        @Override
        public DayCount dayCount() {
            return DayCounts.ACT_365F;
        }

        @Override
        public double logDiscountFactor(double years) {
            double[] weights = new double[nodes.size()];
            addLogDiscountSensitivities(years, 1.0, weights, 0);
            double sum = -spread * years;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * zeroRates.get(i);
            }
            return sum;
        }

        @Override
        public double instantaneousForward(double years) {
            double step = 1e-5;
            double from = Math.max(0.0, years - step);
            return (logDiscountFactor(from) - logDiscountFactor(years + step)) / (years + step - from);
        }

        @Override
        public void addLogDiscountSensitivities(double years, double weight, double[] sensitivities, int offset) {
            int last = nodes.size() - 1;
            int k = 0;
            while (k + 1 <= last && nodes.get(k + 1).years() <= years) {
                k++;
            }
            if (k == last) {
                sensitivities[offset + last] -= weight * years;
                return;
            }
            double left = nodes.get(k).years();
            double right = nodes.get(k + 1).years();
            double share = (years - left) / (right - left);
            sensitivities[offset + k] -= weight * (1.0 - share) * (linearZero ? years : left);
            sensitivities[offset + k + 1] -= weight * share * (linearZero ? years : right);
        }
    }
}
