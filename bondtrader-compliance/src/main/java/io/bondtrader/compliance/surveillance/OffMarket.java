package io.bondtrader.compliance.surveillance;

import java.util.Arrays;

/**
 * A trade further from the middle of the market than spread and custom explain: money passed from one to the other, or a
 * client badly served. In yields both sides of the comparison are divided by the same basis-point value, which cancels.
 */
final class OffMarket extends Detector {

    private static final int TRADES = 64;
    private static final int ENOUGH = 16;

    private double spreads;
    private double deviations;

    OffMarket(RuleVersion rule) {
        super(DetectorKind.OFF_MARKET, rule, FlowKind.FILL);
    }

    /** The distances of the last trades, by age and by size. */
    private static final class Residuals {
        private final double[] byAge = new double[TRADES];
        private final double[] sorted = new double[TRADES];
        private int count;

        double median() {
            int known = Math.min(count, TRADES);
            return known < ENOUGH ? 0 : sorted[known / 2];
        }

        void add(double distance) {
            int known = Math.min(count, TRADES);
            if (known == TRADES) {
                int old = Arrays.binarySearch(sorted, 0, known, byAge[count % TRADES]);
                System.arraycopy(sorted, old + 1, sorted, old, known - old - 1);
                known--;
            }
            int place = Arrays.binarySearch(sorted, 0, known, distance);
            place = place < 0 ? -place - 1 : place;
            System.arraycopy(sorted, place, sorted, place + 1, known - place);
            sorted[place] = distance;
            byAge[count % TRADES] = distance;
            count++;
        }
    }

    @Override
    void load() {
        spreads = value("spreads");
        deviations = value("medianDeviations");
    }

    @Override
    void on(Scene scene) {
        Fill fill = scene.fill();
        if (fill.halfSpread <= 0) {
            return;
        }
        InstrumentFlow instrument = scene.instrument();
        Residuals residuals = (Residuals) instrument.memory[slot()];
        if (residuals == null) {
            residuals = new Residuals();
            instrument.memory[slot()] = residuals;
        }
        double distance = Math.abs(fill.event.price() - fill.mid);
        double median = residuals.median();
        residuals.add(distance);
        Activity who = scene.activity();
        if (distance <= 2 * spreads * fill.halfSpread || distance <= deviations * median || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who).atLeast("spreads", distance / (2 * fill.halfSpread));
        if (median > 0) {
            evidence.atLeast("medianDeviations", distance / median);
        }
        if (!fill.event.counterparty().isEmpty()) {
            evidence.other(Counterparties.ownerOf(fill, scene));
        }
        scene.alert(evidence);
    }

    @Override
    int kept(InstrumentFlow instrument) {
        return instrument.memory[slot()] == null ? 0 : TRADES;
    }
}
