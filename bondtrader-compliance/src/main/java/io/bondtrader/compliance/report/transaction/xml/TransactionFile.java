package io.bondtrader.compliance.report.transaction.xml;

import io.bondtrader.compliance.report.transaction.TransactionMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of reports and cancellations. Immutable.
 *
 * @param header its header; {@code null} without an envelope
 * @param messages reports and cancellations, in their order
 */
public record TransactionFile(@Nullable MessageHeader header, List<TransactionMessage> messages) {

    /** Copies the list. */
    public TransactionFile {
        messages = List.copyOf(messages);
    }
}
