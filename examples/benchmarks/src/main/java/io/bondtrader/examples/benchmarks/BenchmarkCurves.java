package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The curves that are measured: ten zero rates, continuously compounded, linear in between and flat outside. */
final class BenchmarkCurves {

    static final int[] NODE_DAYS = {91, 183, 365, 730, 1095, 1825, 2555, 3650, 7300, 10950};

    private static final double[] ZERO_RATES = {
        0.0430, 0.0420, 0.0400, 0.0385, 0.0380, 0.0390, 0.0405, 0.0420, 0.0460, 0.0465
    };

    private BenchmarkCurves() {}

    /** The zero rates of a curve that lies some hundredths of a basis point off the first one. */
    static double[] zeroRates(int move) {
        double[] rates = ZERO_RATES.clone();
        for (int k = 0; k < rates.length; k++) {
            rates[k] += move * 1e-6;
        }
        return rates;
    }

    static NodeCurve curve(int move) {
        List<LocalDate> dates = new ArrayList<>();
        for (int days : NODE_DAYS) {
            dates.add(BenchmarkBonds.SETTLEMENT.plusDays(days));
        }
        return NodeCurve.ofZeroRates(
                "benchmark", BenchmarkBonds.SETTLEMENT, dates, zeroRates(move), Interpolators.LINEAR);
    }

    static NodeCurve[] curves(int count) {
        NodeCurve[] curves = new NodeCurve[count];
        for (int k = 0; k < count; k++) {
            curves[k] = curve(k);
        }
        return curves;
    }
}
