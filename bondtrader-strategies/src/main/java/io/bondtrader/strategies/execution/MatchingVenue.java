package io.bondtrader.strategies.execution;

import io.bondtrader.strategies.market.MarketEvent;
import java.time.Instant;

/** A venue that lives in the engine's time: it matches orders with the market that the engine plays to it. */
public interface MatchingVenue extends Venue {

    /**
     * Plays an event of the market. Orders that arrived by then are matched with it.
     *
     * @param event what the market published
     */
    void onMarket(MarketEvent event);

    /**
     * Moves its time on: what is on its way arrives, orders whose time is over expire. Called before the market's events of
     * that instant.
     *
     * @param now the time, never before that of an earlier call
     */
    void advance(Instant now);
}
