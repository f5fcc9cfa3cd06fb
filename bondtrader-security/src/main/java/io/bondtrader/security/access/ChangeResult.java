package io.bondtrader.security.access;

import java.util.Objects;

/** What became of a change. */
public sealed interface ChangeResult {

    /**
     * It waits for approval.
     *
     * @param proposal its id
     * @param missing how many persons must still approve
     */
    record Waiting(String proposal, int missing) implements ChangeResult {

        /** Checks that nothing is missing. */
        public Waiting {
            Objects.requireNonNull(proposal, "proposal");
        }
    }

    /**
     * It is made.
     *
     * @param version of the book that has it
     */
    record Made(long version) implements ChangeResult {}

    /**
     * It was refused, and nothing was changed.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements ChangeResult {

        /** Checks that nothing is missing. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
