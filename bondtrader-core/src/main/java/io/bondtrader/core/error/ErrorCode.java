package io.bondtrader.core.error;

/**
 * The stable name of a failure. Each module has an enum of its own in its own range of numbers: {@code BT-1000} to
 * {@code BT-3999} core, {@code BT-4000} risk and strategies, {@code BT-5000} security, {@code BT-6000} compliance. Ids
 * are public contract: new ones are added, none is reused or renumbered.
 *
 * <p>Implementations are immutable and safe for use by many threads.
 */
public interface ErrorCode {

    /** {@return the id that messages, logs and the documentation share, such as {@code BT-1001}} */
    String id();

    /** {@return one sentence without values that a client may see} */
    String summary();

    /** {@return whether the same call may succeed later, once data has been loaded or a service is back} */
    boolean retryable();
}
