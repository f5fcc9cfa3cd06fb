package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Lei;
import java.util.Objects;

/**
 * The cancellation of a report (status {@code CANC}): it carries three fields. Immutable.
 *
 * @param reference the reference of the report
 * @param executingEntity who executed
 * @param submittingEntity who submits
 */
public record Cancellation(TransactionReference reference, Lei executingEntity, Lei submittingEntity)
        implements TransactionMessage {

    /** Checks that all three are there. */
    public Cancellation {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(executingEntity, "executingEntity");
        Objects.requireNonNull(submittingEntity, "submittingEntity");
    }

    /**
     * Returns the cancellation of a report.
     *
     * @param report the report
     * @return what cancels it
     */
    public static Cancellation of(TransactionReport report) {
        return new Cancellation(report.reference(), report.executingEntity(), report.submittingEntity());
    }
}
