package io.bondtrader.strategies.execution;

/** Splits lots by weights under caps. */
final class LotSplit {

    private LotSplit() {}

    /**
     * Lots of each part: in proportion to the weights where caps allow, never above them. If the caps hold less than there
     * is, every part is full.
     */
    static long[] capped(long lots, double[] weights, long[] most) {
        double[] ideal = fill(lots, weights, most);
        long[] split = new long[weights.length];
        double planned = 0;
        long done = 0;
        for (int i = 0; i < split.length; i++) {
            planned += ideal[i];
            split[i] = Math.max(0, Math.min(most[i], Math.min(lots, Math.round(planned)) - done));
            done += split[i];
        }
        // Rounding may leave lots over where caps bite; they go to the first parts that have room.
        for (int i = 0; i < split.length && done < lots; i++) {
            long more = weights[i] > 0 ? Math.min(most[i] - split[i], lots - done) : 0;
            split[i] += more;
            done += more;
        }
        return split;
    }

    /** Pours the lots over the parts in proportion to the weights, again and again until no part overflows. */
    private static double[] fill(long lots, double[] weights, long[] most) {
        double[] ideal = new double[weights.length];
        boolean[] full = new boolean[weights.length];
        double left = lots;
        boolean overflows = true;
        while (overflows) {
            overflows = false;
            double open = 0;
            for (int i = 0; i < weights.length; i++) {
                open += full[i] ? 0 : weights[i];
            }
            double share = open > 0 ? left / open : 0;
            for (int i = 0; i < weights.length; i++) {
                if (!full[i] && share * weights[i] > most[i]) {
                    full[i] = true;
                    ideal[i] = most[i];
                    left -= most[i];
                    overflows = true;
                } else if (!full[i]) {
                    ideal[i] = share * weights[i];
                }
            }
        }
        return ideal;
    }
}
