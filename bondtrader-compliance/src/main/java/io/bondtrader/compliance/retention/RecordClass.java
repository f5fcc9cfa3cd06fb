package io.bondtrader.compliance.retention;

/** Kinds of records that the law gives different lives. */
public enum RecordClass {
    /** Orders, executions, allocations, decisions to deal and the persons of the firm who made them. */
    ORDER,
    /** Reports of transactions to an authority, and what it answered. */
    TRANSACTION_REPORT,
    /** Suspicions of market abuse, alerts and their handling. */
    SUSPICION,
    /** Client files: identity, categorisation, suitability, agreements. */
    CLIENT,
    /** Derivative contracts and their reports. */
    DERIVATIVE,
    /** Sign-ins, access decisions, secrets, keys. */
    ACCESS,
    /** Changes of rules, limits, configurations, roles and who approved them. */
    CONTROL,
    /** Valuations, risk figures and regulatory ratios. */
    CALCULATION,
    /** Requests of persons about their data, and what was done. */
    PRIVACY,
    /** All else. */
    OTHER
}
