package io.bondtrader.compliance.surveillance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How hard an owner's fills pressed on a market. */
final class Pressure {

    private Pressure() {}

    /** The volume of the tape while an owner pushed, on the venues where it did: a block that was talked over moves no book. */
    static double traded(InstrumentFlow instrument, List<Fill> push, double atLeast) {
        long from = push.get(0).time();
        long to = push.get(push.size() - 1).time();
        Set<String> venues = new HashSet<>();
        push.forEach(fill -> venues.add(fill.event.venue()));
        double sum = 0;
        for (int i = instrument.trades.firstSince(from); i < instrument.trades.size(); i++) {
            if (instrument.trades.time(i) <= to
                    && venues.contains(instrument.trades.get(i).event.venue())) {
                sum += instrument.trades.get(i).size();
            }
        }
        return Math.max(sum, atLeast);
    }

    /**
     * What an owner's fills of the hour up to a time came to, on one side: pressure that only takes back what it had sold to
     * a client opens nothing.
     */
    static double position(Activity who, int sign, long until) {
        double sum = 0;
        for (int i = 0; i < who.fills.size() && who.fills.time(i) <= until; i++) {
            Fill fill = who.fills.get(i);
            sum += sign * fill.sign() * fill.size();
        }
        return sum;
    }

    /** How much of the way from the first fill to the market's answer to the last was the answer to these fills. */
    static double ownShare(List<Fill> push, int sign) {
        Fill last = push.get(push.size() - 1);
        double way = sign * (last.midAfter - push.get(0).mid);
        return way > 0 ? own(push) / way : 0;
    }

    /**
     * How far the middle moved in answer to these fills, in deviations of the volatility that was known at the first: what the
     * market did by itself in between counts neither for nor against. Over a minute at least, since over shorter times spread
     * and not volatility rules.
     */
    static double deviations(List<Fill> push) {
        Fill first = push.get(0);
        double seconds = Math.max(60, (push.get(push.size() - 1).time() - first.time()) / 1e9);
        double deviation = Math.sqrt(first.varianceRate * seconds);
        return deviation > 0 ? own(push) / deviation : 0;
    }

    private static double own(List<Fill> push) {
        double own = 0;
        for (Fill fill : push) {
            own += fill.impact();
        }
        return own;
    }
}
