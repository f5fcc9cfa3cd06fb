package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Series;
import io.bondtrader.strategies.market.SeriesNames;
import io.bondtrader.strategies.market.Valuation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays events to a strategy and writes down what it wants. */
final class Tape implements MarketView {

    private static final Instant START = Instant.parse("1990-01-02T22:00:00Z");

    /** What a strategy wanted after an event. */
    record Wish(int event, Intent intent) {}

    private final Map<String, Valuation> valuations = new HashMap<>();
    private final Map<String, CurvePublished> curves = new HashMap<>();
    private final Map<String, Listed> listings = new HashMap<>();
    private @Nullable MarketEvent event;

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /** One event a day with all series. */
    static List<MarketEvent> daily(List<String> names, double[][] rows) {
        SeriesNames series = SeriesNames.of(names);
        List<MarketEvent> events = new ArrayList<>();
        for (int t = 0; t < rows.length; t++) {
            events.add(Observations.of(series, rows[t], day(t), day(t).plusSeconds(60)));
        }
        return events;
    }

    static List<MarketEvent> daily(String name, double... values) {
        double[][] rows = new double[values.length][];
        for (int t = 0; t < values.length; t++) {
            rows[t] = new double[] {values[t]};
        }
        return daily(List.of(name), rows);
    }

    static List<Wish> run(Strategy strategy, List<? extends MarketEvent> events) {
        Tape tape = new Tape();
        List<Wish> wishes = new ArrayList<>();
        for (int t = 0; t < events.size(); t++) {
            for (Intent intent : tape.show(strategy, events.get(t))) {
                wishes.add(new Wish(t, intent));
            }
        }
        return wishes;
    }

    private List<Intent> show(Strategy strategy, MarketEvent next) {
        event = next;
        if (next instanceof Valuation valuation) {
            valuations.put(valuation.instrument(), valuation);
        } else if (next instanceof CurvePublished curve) {
            curves.put(curve.name(), curve);
        } else if (next instanceof Listed listed) {
            listings.put(listed.alias(), listed);
        }
        return strategy.onEvent(this);
    }

    /** Risk held after each event, in DV01, of one instrument. */
    static double[] held(List<Wish> wishes, String instrument, int events) {
        double[] held = new double[events];
        int next = 0;
        double now = 0;
        for (int t = 0; t < events; t++) {
            while (next < wishes.size() && wishes.get(next).event() == t) {
                Intent intent = wishes.get(next++).intent();
                now = intent.instrument().equals(instrument) ? intent.signedDv01() : now;
            }
            held[t] = now;
        }
        return held;
    }

    /** What risk held from one event to the next earns as the yield moves, in currency units. */
    static double profit(double[] held, double[] yields) {
        double profit = 0;
        for (int t = 1; t < yields.length; t++) {
            profit -= held[t - 1] * 1e4 * (yields[t] - yields[t - 1]);
        }
        return profit;
    }

    @Override
    public Instant asOf() {
        return event().publishedAt();
    }

    @Override
    public MarketEvent event() {
        return Objects.requireNonNull(event);
    }

    @Override
    public Series series(String name) {
        throw new InvalidInput("series", name, "asked for from nobody in these tests");
    }

    @Override
    public double valueAt(String name, Instant at) {
        return Double.NaN;
    }

    @Override
    public Optional<Quote> quote(String instrument) {
        return Optional.empty();
    }

    @Override
    public Optional<Valuation> valuation(String instrument) {
        return Optional.ofNullable(valuations.get(instrument));
    }

    @Override
    public Optional<CurvePublished> curve(String name) {
        return Optional.ofNullable(curves.get(name));
    }

    @Override
    public Optional<Listed> listing(String instrument) {
        return Optional.ofNullable(listings.get(instrument));
    }

    @Override
    public double position(String instrument) {
        return 0;
    }
}
