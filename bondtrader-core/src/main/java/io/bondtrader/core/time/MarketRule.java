package io.bondtrader.core.time;

/** The closures of one market, as a function of the year. */
@FunctionalInterface
interface MarketRule {

    /** Adds the closures of the year to it. */
    void close(YearOfClosures year);
}
