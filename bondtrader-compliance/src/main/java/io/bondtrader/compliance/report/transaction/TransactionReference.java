package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.error.InvalidInput;

/**
 * A firm's reference of a transaction (field 2): 1 to 52 capital letters and digits. Immutable.
 *
 * @param text the reference
 */
public record TransactionReference(String text) implements Comparable<TransactionReference> {

    private static final int LONGEST = 52;

    /**
     * Checks the form.
     *
     * @throws InvalidInput if it has other characters or another length
     */
    public TransactionReference {
        text = ReportText.capitals("transaction reference", text, LONGEST);
    }

    /**
     * Returns a reference.
     *
     * @param text the reference
     * @return it
     * @throws InvalidInput if it has other characters or another length
     */
    public static TransactionReference of(String text) {
        return new TransactionReference(text);
    }

    @Override
    public int compareTo(TransactionReference other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
