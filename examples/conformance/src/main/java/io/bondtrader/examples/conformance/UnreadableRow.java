package io.bondtrader.examples.conformance;

/** A row that does not say what its file's schema wants to know. */
final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRow(String reason) {
        super(reason);
    }
}
