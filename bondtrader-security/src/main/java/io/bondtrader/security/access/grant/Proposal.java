package io.bondtrader.security.access.grant;

import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A change that waits for approval. It cannot be edited, only withdrawn and proposed anew.
 *
 * <p>Immutable.
 *
 * @param id given when it was made
 * @param change what is proposed
 * @param proposer the person who proposed it
 * @param account by which account
 * @param proposedAt when
 * @param approvals who approved so far, in order
 */
public record Proposal(
        String id, Change change, PersonId proposer, AccountId account, Instant proposedAt, List<PersonId> approvals) {

    /** Copies the approvals. */
    public Proposal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(proposer, "proposer");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(proposedAt, "proposedAt");
        approvals = List.copyOf(approvals);
    }
}
