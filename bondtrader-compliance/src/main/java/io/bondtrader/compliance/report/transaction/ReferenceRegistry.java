package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.bond.Lei;

/**
 * Which references a firm has used: none is ever used for another transaction (Delegated Regulation (EU) 2017/590, Annex
 * I, field 2). Implementations keep references as long as the firm reports; the one shipped keeps them in memory and is
 * filled from the log.
 *
 * <p>Called when a report is made, by any thread.
 */
public interface ReferenceRegistry {

    /**
     * Claims a reference for a transaction. Of several that claim one at the same time for different transactions, one
     * wins.
     *
     * @param firm the executing entity
     * @param reference the reference
     * @param transaction what identifies the transaction within the firm: the execution's id
     * @return whether the reference is this transaction's: it was free, or was claimed for the same transaction before
     */
    boolean claim(Lei firm, TransactionReference reference, String transaction);
}
