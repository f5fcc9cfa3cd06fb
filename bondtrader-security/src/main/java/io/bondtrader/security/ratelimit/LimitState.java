package io.bondtrader.security.ratelimit;

import java.util.List;

/**
 * Counts for many machines together. Called once a request. Safe for use by many threads and machines. A state that cannot
 * answer in time throws; {@link SharedRateLimiter} then counts by itself.
 */
public interface LimitState {

    /**
     * Uses permits of all limits if all allow it, of none otherwise, in one step. In every window of every key at most its
     * limit may be admitted.
     *
     * @param charges one a limit, each of another
     * @return one reading a charge, in their order; the request was admitted if all of them fit
     */
    List<LimitReading> take(List<LimitCharge> charges);
}
