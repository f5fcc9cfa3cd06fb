package io.bondtrader.risk.limit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instrument in arrays, by the places of its universe. */
final class Instrument {

    final InstrumentRisk risk;
    final String tenorBucket;
    final double[] exposures; // by ExposureKind
    final double @Nullable [] keyRates; // null if one is missing
    final double @Nullable [] stress;
    final double @Nullable [] history;
    final double maturityYears;
    final double dailyCapacity;
    final BigDecimal lot;

    Instrument(InstrumentRisk risk, String tenorBucket, List<String> keyTenors, List<String> scenarios) {
        this.risk = risk;
        this.tenorBucket = tenorBucket;
        this.exposures = new double[ExposureKind.COUNT];
        for (ExposureKind kind : ExposureKind.values()) {
            exposures[kind.place()] = risk.exposure(kind);
        }
        this.keyRates = inOrder(risk.keyRateDv01s(), keyTenors);
        this.stress = inOrder(risk.stressPnl(), scenarios);
        this.history = risk.history();
        this.maturityYears = risk.maturityYears();
        this.dailyCapacity = risk.dailyCapacity();
        this.lot = risk.lot();
    }

    private static double @Nullable [] inOrder(Map<String, Double> named, List<String> order) {
        double[] values = new double[order.size()];
        for (int k = 0; k < values.length; k++) {
            Double value = named.get(order.get(k));
            if (value == null) {
                return null;
            }
            values[k] = value;
        }
        return values;
    }

    double marketValue() {
        return exposures[ExposureKind.MARKET_VALUE.place()];
    }
}
