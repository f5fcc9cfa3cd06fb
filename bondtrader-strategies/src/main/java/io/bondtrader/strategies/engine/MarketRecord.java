package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.error.LookAhead;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Series;
import io.bondtrader.strategies.market.SeriesNames;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was published until now. Nothing is added before its time, so nothing has to be hidden. */
final class MarketRecord {

    private static final int MOST_SOURCES = 1024;
    private static final Series NOTHING = new GrowingSeries(1);

    private final int historyLength;
    private final Map<String, Quote> quotes = new HashMap<>();
    private final Map<String, Valuation> valuations = new HashMap<>();
    private final Map<String, CurvePublished> curves = new HashMap<>();
    private final Map<String, Listed> listings = new HashMap<>();
    private final Map<String, List<String>> generations = new HashMap<>();
    private final Map<String, GrowingSeries> series = new HashMap<>();
    // Observations of one source share their names: their series are found by one look-up instead of one a name.
    private final IdentityHashMap<SeriesNames, GrowingSeries[]> together = new IdentityHashMap<>();
    private @Nullable MarketEvent event;
    private Instant asOf = Instant.MIN;

    MarketRecord(int historyLength) {
        this.historyLength = historyLength;
    }

    /** Takes in what is published now. */
    void publish(MarketEvent published) {
        Instant time = published.publishedAt();
        if (time.isBefore(asOf)) {
            throw new InvalidInput("publishedAt", time, "not before " + asOf + ", the time of what came before");
        }
        asOf = time;
        event = published;
        if (published instanceof Bar || published instanceof Trade) {
            return; // strategies see them as they come
        }
        if (published instanceof Quote quote) {
            quotes.put(quote.instrument(), quote);
        } else if (published instanceof Valuation valuation) {
            valuations.put(valuation.instrument(), valuation);
        } else if (published instanceof Observations observations) {
            observe(observations);
        } else if (published instanceof CurvePublished curve) {
            curves.put(curve.name(), curve);
        } else if (published instanceof Listed listed) {
            list(listed);
        } else if (published instanceof Redemption redemption) {
            quotes.remove(redemption.instrument());
        }
    }

    /** Comes back to the event that others were derived from. */
    void focus(MarketEvent source) {
        event = source;
    }

    void advance(Instant time) {
        if (time.isAfter(asOf)) {
            asOf = time;
        }
    }

    Instant asOf() {
        return asOf;
    }

    MarketEvent event() {
        if (event == null) {
            throw new IllegalStateException("nothing was published yet");
        }
        return event;
    }

    Series series(String name) {
        GrowingSeries found = series.get(name);
        return found == null ? NOTHING : found;
    }

    double valueAt(String name, Instant at) {
        if (at.isAfter(asOf)) {
            throw new LookAhead(name, at, asOf);
        }
        GrowingSeries found = series.get(name);
        return found == null ? Double.NaN : found.at(at);
    }

    @Nullable
    Quote quote(String instrument) {
        return quotes.get(resolve(instrument));
    }

    @Nullable
    Valuation valuation(String instrument) {
        return valuations.get(resolve(instrument));
    }

    @Nullable
    CurvePublished curve(String name) {
        return curves.get(name);
    }

    @Nullable
    Listed listing(String instrument) {
        return listings.get(instrument);
    }

    /** The security that an alias means now; a name that is no alias means itself. */
    String resolve(String name) {
        Listed listed = listings.get(name);
        return listed == null ? name : listed.security().id();
    }

    /** All securities that were ever listed under an alias, oldest first. */
    List<String> generations(String alias) {
        return generations.getOrDefault(alias, List.of());
    }

    /** What is of no use any more: a security that is gone and that nobody holds. */
    void forget(String securityId) {
        quotes.remove(securityId);
        valuations.remove(securityId);
        Listed listed = listings.remove(securityId);
        if (listed != null) {
            List<String> under = generations.get(listed.alias());
            if (under != null) {
                under.remove(securityId);
            }
        }
    }

    private void observe(Observations observations) {
        SeriesNames names = observations.names();
        GrowingSeries[] found = together.get(names);
        if (found == null) {
            found = new GrowingSeries[names.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = series.computeIfAbsent(names.names().get(i), name -> new GrowingSeries(historyLength));
            }
            if (together.size() == MOST_SOURCES) {
                together.clear(); // names made anew for each event must not pile up
            }
            together.put(names, found);
        }
        for (int i = 0; i < found.length; i++) {
            double value = observations.value(i);
            if (!Double.isNaN(value)) {
                found[i].add(value, observations.publishedAt());
            }
        }
    }

    private void list(Listed listed) {
        String id = listed.security().id();
        listings.put(id, listed);
        if (!listed.alias().equals(id)) {
            listings.put(listed.alias(), listed);
            List<String> under = generations.computeIfAbsent(listed.alias(), alias -> new ArrayList<>());
            if (!under.contains(id)) {
                under.add(id);
            }
        }
    }
}
