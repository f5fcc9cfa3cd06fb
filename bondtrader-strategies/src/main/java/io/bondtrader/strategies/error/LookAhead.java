package io.bondtrader.strategies.error;

import java.time.Instant;

/** Data that was asked for before it was published. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class LookAhead extends TradingException {

    /**
     * Reports what was asked too early.
     *
     * @param name of the data
     * @param asked the time that was asked for
     * @param asOf the time that the asker lives in
     */
    public LookAhead(String name, Instant asked, Instant asOf) {
        super(
                TradingErrorCode.LOOK_AHEAD,
                "time of " + name + " must not be after " + asOf + ", the time of the view, was " + asked);
    }
}
