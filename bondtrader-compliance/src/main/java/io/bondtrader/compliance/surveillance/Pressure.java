package io.bondtrader.compliance.surveillance;

/** How hard an owner's fills pressed on a market. */
final class Pressure {

    private Pressure() {}

    /** The volume of the tape between two times, at least what is known to have traded. */
    static double tradedBetween(InstrumentFlow instrument, long from, long to, double atLeast) {
        double sum = 0;
        for (int i = instrument.trades.firstSince(from); i < instrument.trades.size(); i++) {
            if (instrument.trades.time(i) <= to) {
                sum += instrument.trades.get(i).size();
            }
        }
        return Math.max(sum, atLeast);
    }

    /**
     * How far the middle moved from the first fill to the last, in deviations of the volatility that was known at the first;
     * a minute at least, since over shorter times spread and not volatility rules.
     */
    static double deviations(Fill first, Fill last, int sign) {
        double seconds = Math.max(60, (last.time() - first.time()) / 1e9);
        double deviation = Math.sqrt(first.varianceRate * seconds);
        return deviation > 0 ? sign * (last.mid - first.mid) / deviation : 0;
    }
}
