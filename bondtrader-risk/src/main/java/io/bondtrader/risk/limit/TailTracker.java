package io.bondtrader.risk.limit;

/** A figure read off the losses of a scope: value at risk, expected shortfall, the worst of all scenarios. */
final class TailTracker extends Tracker {

    private final VectorSum vector;
    private final TailReader reader;
    private final double[] known = new double[Look.COUNT];
    private final long[] knownAt = new long[Look.COUNT];

    TailTracker(VectorSum vector, TailReader reader) {
        super(vector.scope);
        this.vector = vector;
        this.reader = reader;
        java.util.Arrays.fill(knownAt, -1);
    }

    @Override
    boolean supports(Instrument instrument) {
        return vector.perUnit.apply(instrument) != null;
    }

    @Override
    void apply(int look, Holding holding, int group, double from, double to) {} // the vector takes it, once for all

    @Override
    double value(int look) {
        if (knownAt[look] != vector.changes(look)) {
            known[look] = reader.read(vector.losses(look));
            knownAt[look] = vector.changes(look);
        }
        return known[look];
    }

    @Override
    double after(int look, Holding holding, int group, double from, double to) {
        return reader.read(vector.losses(look, holding.instrument, to - from));
    }
}
