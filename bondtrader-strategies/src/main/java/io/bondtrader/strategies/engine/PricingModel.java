package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.market.MarketEvent;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Prices what a market does not quote: makes quotes and valuations of an event, such as bonds off a day's curve. What it
 * makes is published at the same instant as the event and before strategies see it.
 *
 * <p>Called by the engine's thread. What it makes may depend on what it was given so far, and on nothing else.
 */
@FunctionalInterface
public interface PricingModel {

    /**
     * Makes prices of an event.
     *
     * @param event what has just been published
     * @param live securities that are listed under an alias now, or held by anybody, ascending by identifier
     * @param prices takes what is made: quotes and valuations with the event's time of publication
     */
    void price(MarketEvent event, Collection<Security> live, Consumer<MarketEvent> prices);

    /** {@return a model that makes nothing: all prices come from feeds} */
    static PricingModel none() {
        return (event, live, prices) -> {};
    }
}
