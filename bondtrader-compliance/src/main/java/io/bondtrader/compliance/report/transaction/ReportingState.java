package io.bondtrader.compliance.report.transaction;

/** What became of the report of a transaction. */
public enum ReportingState {
    /** It was sent, and nothing was heard. */
    SENT,
    /** The authority has it and did not check everything yet. */
    PENDING,
    /** The authority took it. */
    ACCEPTED,
    /** The authority refused it: it is not reported, and a corrected report goes under the same reference. */
    REJECTED,
    /** It was cancelled, and nothing was heard of that. */
    CANCELLATION_SENT,
    /** The authority took the cancellation. */
    CANCELLED
}
