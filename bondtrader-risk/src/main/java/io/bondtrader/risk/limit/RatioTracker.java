package io.bondtrader.risk.limit;

/** A mean over positions, weighted by market value without signs. */
abstract class RatioTracker extends Tracker {

    private final double[] weighted = new double[Look.COUNT];
    private final double[] weights = new double[Look.COUNT];

    RatioTracker(Scope scope) {
        super(scope);
    }

    /** What a position of a face counts for. */
    abstract double quantity(Instrument instrument, double face);

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {
        weighted[look] += contribution(holding.instrument, to) - contribution(holding.instrument, from);
        weights[look] += weight(holding.instrument, to) - weight(holding.instrument, from);
    }

    @Override
    double value(int look) {
        return ratio(weighted[look], weights[look]);
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        return ratio(
                weighted[look] + contribution(holding.instrument, to) - contribution(holding.instrument, from),
                weights[look] + weight(holding.instrument, to) - weight(holding.instrument, from));
    }

    private double contribution(Instrument instrument, double face) {
        return face == 0 ? 0 : quantity(instrument, face) * weight(instrument, face);
    }

    private static double weight(Instrument instrument, double face) {
        return Math.abs(face * instrument.marketValue());
    }

    private static double ratio(double numerator, double denominator) {
        // what rounding leaves of positions that were closed is not a portfolio
        return denominator > 1e-6 ? Math.max(0, numerator / denominator) : 0;
    }

    /** Mean remaining life. */
    static final class Maturity extends RatioTracker {

        Maturity(Scope scope) {
            super(scope);
        }

        @Override
        double quantity(Instrument instrument, double face) {
            return instrument.maturityYears;
        }
    }

    /** The share of positions that take longer than some days to close. */
    static final class Illiquid extends RatioTracker {

        private final double days;

        Illiquid(Scope scope, double days) {
            super(scope);
            this.days = days;
        }

        @Override
        boolean supports(Instrument instrument) {
            return instrument.dailyCapacity > 0;
        }

        @Override
        double quantity(Instrument instrument, double face) {
            return Math.abs(face) > days * instrument.dailyCapacity ? 1 : 0;
        }
    }
}
