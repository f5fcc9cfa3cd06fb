package io.bondtrader.compliance.retention;

import io.bondtrader.core.error.InvalidInput;
import java.time.Period;
import java.util.Objects;

/**
 * A duty to keep a kind of record. Immutable.
 *
 * @param recordClass which kind
 * @param period for how long at least
 * @param clock from when on
 * @param ground why personal data in it may not be erased before: {@code legal obligation}; empty for rules of the house,
 *     which give way to a person's wish
 */
public record RetentionRule(RecordClass recordClass, Period period, ClockStart clock, String ground) {

    /**
     * Checks the period.
     *
     * @throws InvalidInput if it is not positive
     */
    public RetentionRule {
        Objects.requireNonNull(recordClass, "recordClass");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ground, "ground");
        InvalidInput.unless(!period.isNegative() && !period.isZero(), "period", period, "longer than nothing");
    }

    /** {@return whether law demands it, rather than the house} */
    public boolean isLaw() {
        return !ground.isEmpty();
    }
}
