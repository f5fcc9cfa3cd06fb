package io.bondtrader.security.mfa;

import io.bondtrader.security.identity.FactorEvidence;
import java.time.Duration;

/** What became of the proof of a factor. To a client {@link Refused} and {@link Locked} must look the same. Immutable. */
public sealed interface FactorVerdict {

    /**
     * The factor was proved; what proved it is used up.
     *
     * @param evidence for the principal
     */
    record Proved(FactorEvidence evidence) implements FactorVerdict {}

    /** It was not. */
    record Refused() implements FactorVerdict {}

    /**
     * Nothing was looked at: there were too many failures.
     *
     * @param retryAfter how long to wait
     */
    record Wait(Duration retryAfter) implements FactorVerdict {}

    /** Nothing was looked at and nothing will be: one hundred failures in a row. Other factors may be used. */
    record Locked() implements FactorVerdict {}
}
