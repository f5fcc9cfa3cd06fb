package io.bondtrader.examples.conformance;

/** A row whose subject this program does not compute; it counts neither as passed nor as failed. */
final class SkippedRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SkippedRow(String subject) {
        super(subject);
    }
}
