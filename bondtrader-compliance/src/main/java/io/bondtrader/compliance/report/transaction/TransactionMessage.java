package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Lei;

/** What a firm sends: a report, or the cancellation of one. A correction is a cancellation and a report after it. */
public sealed interface TransactionMessage permits TransactionReport, Cancellation {

    /** {@return the firm's reference of the transaction (field 2)} */
    TransactionReference reference();

    /** {@return who executed (field 4)} */
    Lei executingEntity();

    /** {@return who submits (field 6)} */
    Lei submittingEntity();
}
