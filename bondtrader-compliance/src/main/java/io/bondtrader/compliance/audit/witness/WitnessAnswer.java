package io.bondtrader.compliance.audit.witness;

/** What a witness says to a checkpoint. */
public sealed interface WitnessAnswer {

    /**
     * It signed.
     *
     * @param lines one or more signature lines of a note, each with its newline
     */
    record Cosigned(String lines) implements WitnessAnswer {}

    /**
     * It signed another size last than the caller thought.
     *
     * @param size that one
     */
    record SignedOther(long size) implements WitnessAnswer {}

    /**
     * It did not sign.
     *
     * @param reason in words
     */
    record Refused(String reason) implements WitnessAnswer {}
}
