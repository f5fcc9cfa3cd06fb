package io.bondtrader.strategies.strategy;

import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.SeriesNames;
import io.bondtrader.strategies.market.Valuation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes named numbers out of events, and says when all of one time are there. Of observations it takes the value, of bars the close, of
 * quotes the middle, of valuations the yield. What was not published leaves its round incomplete; rounds are not mixed.
 */
final class Feed {

    private final List<String> names;
    private final double[] values;
    private final boolean[] fresh;
    private int missing;
    private @Nullable Instant round;
    private @Nullable SeriesNames known;
    private final int[] places;

    Feed(List<String> names) {
        this.names = List.copyOf(names);
        this.values = new double[names.size()];
        this.fresh = new boolean[names.size()];
        this.places = new int[names.size()];
        this.missing = names.size();
    }

    List<String> names() {
        return names;
    }

    /** Whether this event completed the numbers of its time. */
    boolean completes(MarketEvent event) {
        if (event instanceof Observations observations) {
            return observed(observations);
        }
        if (event instanceof Bar bar) {
            return single(bar.instrument(), bar.close(), event);
        }
        if (event instanceof Quote quote) {
            return single(quote.instrument(), quote.mid(), event);
        }
        return event instanceof Valuation valuation && single(valuation.instrument(), valuation.yield(), event);
    }

    private boolean observed(Observations observations) {
        SeriesNames published = observations.names();
        if (!published.equals(known)) {
            known = published;
            for (int i = 0; i < places.length; i++) {
                places[i] = published.placeOf(names.get(i));
            }
        }
        boolean completed = false;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                double value = observations.value(places[i]);
                completed |= !Double.isNaN(value) && take(i, value, observations);
            }
        }
        return completed;
    }

    private boolean single(String instrument, double value, MarketEvent event) {
        int place = names.indexOf(instrument);
        return place >= 0 && take(place, value, event);
    }

    private boolean take(int place, double value, MarketEvent event) {
        if (!event.eventTime().equals(round)) {
            round = event.eventTime();
            java.util.Arrays.fill(fresh, false);
            missing = fresh.length;
        }
        values[place] = value;
        if (fresh[place]) {
            return missing == 0; // a correction of a time that was complete
        }
        fresh[place] = true;
        missing--;
        return missing == 0;
    }

    double value(int place) {
        return values[place];
    }

    /** Not copied: read only, until the next event. */
    double[] values() {
        return values;
    }
}
