package io.bondtrader.compliance.audit;

import io.bondtrader.security.signing.HashValue;

/** Hears of events whose words are gone for good. Implementations need not be safe for use by many threads. */
@FunctionalInterface
public interface DeletedEventReader {

    /** Takes no notice: for who asks only about what is held. */
    DeletedEventReader IGNORE = (index, leaf) -> {};

    /**
     * Takes a place in the log.
     *
     * @param index of the event
     * @param leaf its hash, which stays for the proofs
     */
    void deleted(long index, HashValue leaf);
}
