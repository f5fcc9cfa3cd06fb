package io.bondtrader.security.key;

import java.time.Instant;

/**
 * Something that a schedule asks for. Immutable.
 *
 * @param kind what is to be done
 * @param version to which version
 * @param dueAt from when on
 */
public record RotationStep(Kind kind, int version, Instant dueAt) {

    /** What a schedule can ask for. */
    public enum Kind {
        /** Make the next version. */
        PUBLISH,
        /** Use it for new work. */
        PROMOTE,
        /** Stop opening what an old version made. */
        DISABLE,
        /** Forget a disabled version. */
        DESTROY
    }

    /**
     * Says whether the time has come.
     *
     * @param now the time
     * @return whether it is due
     */
    public boolean due(Instant now) {
        return !dueAt.isAfter(now);
    }
}
