package io.bondtrader.compliance.audit;

/** How what an event tells of ended. */
public enum Outcome {
    /** It was done. */
    SUCCESS,
    /** A rule refused it. */
    DENIED,
    /** It was tried and failed. */
    FAILURE,
    /** The event tells of something that has no end, such as a quote or a measurement. */
    OBSERVED
}
