package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.error.LookAhead;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Series;
import io.bondtrader.strategies.market.Valuation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A world in which nothing is published but the bars of one instrument. */
final class BarView implements MarketView {

    private static final Series NOTHING = new NoSeries();

    private final String instrument;
    private @Nullable Bar bar;
    private double position;

    BarView(String instrument) {
        this.instrument = instrument;
    }

    void show(Bar newest, double held) {
        bar = newest;
        position = held;
    }

    @Override
    public Instant asOf() {
        return event().publishedAt();
    }

    @Override
    public MarketEvent event() {
        Bar newest = bar;
        if (newest == null) {
            throw new IllegalStateException("a view is valid during the call that it is passed to");
        }
        return newest;
    }

    @Override
    public Series series(String name) {
        return NOTHING;
    }

    @Override
    public double valueAt(String name, Instant at) {
        if (at.isAfter(asOf())) {
            throw new LookAhead(name, at, asOf());
        }
        return Double.NaN;
    }

    @Override
    public Optional<Quote> quote(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Valuation> valuation(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<CurvePublished> curve(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<Listed> listing(String name) {
        return Optional.empty();
    }

    @Override
    public double position(String name) {
        return name.equals(instrument) ? 100.0 * position : 0.0;
    }

    /** A series in which nothing was published. */
    private static final class NoSeries implements Series {

        @Override
        public int size() {
            return 0;
        }

        @Override
        public long published() {
            return 0;
        }

        @Override
        public double last(int back) {
            throw new InvalidInput("back", back, "a place in the series, which is empty");
        }

        @Override
        public Instant publishedAt(int back) {
            throw new InvalidInput("back", back, "a place in the series, which is empty");
        }
    }
}
