package io.bondtrader.compliance.audit.store;

/**
 * What was found when a log was opened. Immutable.
 *
 * @param size the number of events that stand under signed checkpoints; none that was acknowledged is missing
 * @param cutBytes how many bytes of a commit that was not finished were cut from the end; they are kept in the folder {@code
 *     torn} and were never acknowledged
 * @param tilesRewritten how many tiles were missing or not as they should be, and were made again
 */
public record RecoveryReport(long size, long cutBytes, long tilesRewritten) {

    /** {@return whether bytes were cut: the process or the machine stopped in the midst of a commit} */
    public boolean wasTorn() {
        return cutBytes > 0;
    }
}
