package io.bondtrader.security.mfa;

/**
 * Remembers the last counter or time step that a factor's code was accepted for, so that no code is accepted twice.
 * Called once for each right code; must be safe for use by many threads and machines, and durable before it returns.
 */
public interface StepStore {

    /** What {@link #last} gives for a factor without a code yet. */
    long NONE = -1;

    /**
     * Returns the last step accepted.
     *
     * @param factor identifier of the enrolled factor
     * @return the step, or {@link #NONE}
     */
    long last(String factor);

    /**
     * Sets the last step if nobody did meanwhile.
     *
     * @param factor identifier of the enrolled factor
     * @param expected what {@link #last} gave
     * @param step that was accepted, above {@code expected}
     * @return true for exactly one of those who expect the same
     */
    boolean compareAndSet(String factor, long expected, long step);
}
