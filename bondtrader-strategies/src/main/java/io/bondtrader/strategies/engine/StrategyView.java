package io.bondtrader.strategies.engine;

import io.bondtrader.strategies.market.CurvePublished;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Series;
import io.bondtrader.strategies.market.Valuation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** The record as one strategy sees it: with what it holds itself. */
final class StrategyView implements MarketView {

    private final MarketRecord market;
    private final Account account;

    StrategyView(MarketRecord market, Account account) {
        this.market = market;
        this.account = account;
    }

    @Override
    public Instant asOf() {
        return market.asOf();
    }

    @Override
    public MarketEvent event() {
        return market.event();
    }

    @Override
    public Series series(String name) {
        return market.series(name);
    }

    @Override
    public double valueAt(String name, Instant at) {
        return market.valueAt(name, at);
    }

    @Override
    public Optional<Quote> quote(String instrument) {
        return Optional.ofNullable(market.quote(instrument));
    }

    @Override
    public Optional<Valuation> valuation(String instrument) {
        return Optional.ofNullable(market.valuation(instrument));
    }

    @Override
    public Optional<CurvePublished> curve(String name) {
        return Optional.ofNullable(market.curve(name));
    }

    @Override
    public Optional<Listed> listing(String instrument) {
        return Optional.ofNullable(market.listing(instrument));
    }

    @Override
    public double position(String instrument) {
        String now = market.resolve(instrument);
        BigDecimal face = account.face(now);
        for (String older : market.generations(instrument)) {
            face = older.equals(now) ? face : face.add(account.face(older));
        }
        return face.doubleValue();
    }
}
