package io.bondtrader.compliance.retention;

/** From when on a record's years are counted. */
public enum ClockStart {
    /** From the day of the record. */
    RECORD,
    /** From the end of the relationship with the client whom it concerns. */
    END_OF_RELATIONSHIP,
    /** From the end of the contract that it is about. */
    END_OF_CONTRACT
}
