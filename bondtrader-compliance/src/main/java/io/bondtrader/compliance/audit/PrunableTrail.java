package io.bondtrader.compliance.audit;

/** A log whose old entries can be taken out, once they are archived. Hashes and proofs stay. */
public interface PrunableTrail extends AuditTrail {

    /**
     * Takes the entries before an index out. Their hashes stay, so proofs still work; their words are gone from this log.
     *
     * @param before the first entry that stays; a log may keep some before it that lie in one file with it
     * @throws io.bondtrader.core.error.InvalidInput if there are not that many
     */
    void forgetEntries(long before);
}
