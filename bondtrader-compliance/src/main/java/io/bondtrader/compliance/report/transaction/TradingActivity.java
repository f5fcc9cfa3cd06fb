package io.bondtrader.compliance.report.transaction;

/**
 * How the firm traded, as far as clocks go.
 *
 * <p>Source: Delegated Regulation (EU) 2017/574, Annex, table 2.
 */
public enum TradingActivity {
    /** By a high-frequency algorithm: microseconds. */
    HIGH_FREQUENCY(6),
    /** By any other electronic trading on a venue: milliseconds. */
    OTHER_ELECTRONIC(3),
    /** On a request for quotes that a person answers: seconds. */
    REQUEST_FOR_QUOTE(0),
    /** By voice: seconds. */
    VOICE(0),
    /** Negotiated, and brought to a venue: seconds. */
    NEGOTIATED(0),
    /** Outside venues: seconds (Delegated Regulation (EU) 2017/590, Annex I, field 28). */
    OFF_VENUE(0);

    private final int digits;

    TradingActivity(int digits) {
        this.digits = digits;
    }

    /** {@return the fewest digits after the second that the time is recorded with} */
    public int leastDigits() {
        return digits;
    }
}
