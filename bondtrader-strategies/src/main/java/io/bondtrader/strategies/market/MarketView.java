package io.bondtrader.strategies.market;

import java.time.Instant;
import java.util.Optional;

/**
 * The world as a strategy knows it at one time: what was published until then, and what it holds itself. The future is not
 * hidden here, it is not there: the engine adds to a view when the clock has come to a publication.
 *
 * <p>A view is valid during the call that it is passed to, and belongs to the thread of that call.
 */
public interface MarketView {

    /** {@return the time of the view: that of the event's publication} */
    Instant asOf();

    /** {@return what has just been published} */
    MarketEvent event();

    /**
     * Returns the numbers of a name that were published so far.
     *
     * @param name of the series
     * @return the series; empty if nothing was published under that name yet
     */
    Series series(String name);

    /**
     * Returns the number that was known at an earlier time.
     *
     * @param name of the series
     * @param at the time, not after that of the view
     * @return the last value that was published by then; NaN if there was none or it is older than the history kept
     * @throws io.bondtrader.strategies.error.LookAhead if the time is after that of the view
     */
    double valueAt(String name, Instant at);

    /**
     * Returns the last quote of an instrument.
     *
     * @param instrument identifier or alias
     * @return the quote, if there was one
     */
    Optional<Quote> quote(String instrument);

    /**
     * Returns the last valuation of an instrument.
     *
     * @param instrument identifier or alias
     * @return the valuation, if there was one
     */
    Optional<Valuation> valuation(String instrument);

    /**
     * Returns the last curve of a name.
     *
     * @param name of the curve
     * @return the curve, if one was published
     */
    Optional<CurvePublished> curve(String name);

    /**
     * Returns the security that a name means now.
     *
     * @param instrument identifier or alias
     * @return the listing, if there is one
     */
    Optional<Listed> listing(String instrument);

    /**
     * Returns what the strategy itself holds.
     *
     * @param instrument identifier or alias; an alias counts all that is held under it
     * @return face in currency units, negative if short
     */
    double position(String instrument);
}
