package io.bondtrader.security.guard;

import java.time.Instant;

/**
 * When the next attempt may be made, by what is remembered of the earlier ones. Pure functions of their arguments.
 */
public sealed interface AttemptRule permits ConsecutiveRule, WindowRule {

    /**
     * Returns when the next attempt may be made.
     *
     * @param attempts so far
     * @param now the time
     * @return not after {@code now} if at once, {@link Instant#MAX} if never
     */
    Instant admitsFrom(Attempts attempts, Instant now);

    /**
     * Counts an attempt as failed, before it is made.
     *
     * @param attempts so far
     * @param now the time
     * @return the attempts with one more
     */
    Attempts counted(Attempts attempts, Instant now);

    /**
     * Takes back an attempt that was counted and did not fail.
     *
     * @param attempts now remembered, with others since perhaps
     * @param before what was remembered before it was counted
     * @param after what was remembered just after
     * @param succeeded whether it was right; otherwise nothing was looked at
     * @return the attempts without it
     */
    Attempts takenBack(Attempts attempts, Attempts before, Attempts after, boolean succeeded);
}
