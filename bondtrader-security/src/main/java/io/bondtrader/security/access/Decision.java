package io.bondtrader.security.access;

import io.bondtrader.security.access.policy.Effect;
import io.bondtrader.security.access.request.AccessRequest;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of a request. Only {@link AccessControl} makes decisions, so nobody can hand in a permit of his own. A decision
 * is for its request at its time; it is not kept for the next one.
 *
 * <p>Immutable and safe for use by any thread.
 */
public abstract sealed class Decision {

    private final AccessRequest request;
    private final List<Reason> reasons;
    private final Snapshot made;
    private final Instant decidedAt;

    Decision(AccessRequest request, List<Reason> reasons, Snapshot made, Instant decidedAt) {
        this.request = request;
        this.reasons = reasons;
        this.made = made;
        this.decidedAt = decidedAt;
    }

    /** {@return what was asked} */
    public final AccessRequest request() {
        return request;
    }

    /** {@return why, sorted by the ids of what decided} */
    public final List<Reason> reasons() {
        return reasons;
    }

    /** {@return the ids of the roles, rules and duties that decided} */
    public final SortedSet<String> ruleIds() {
        SortedSet<String> ids = new TreeSet<>();
        reasons.forEach(reason -> ids.add(reason.rule()));
        ids.remove("");
        return ids;
    }

    /** {@return the version of the policy that decided} */
    public final String policyVersion() {
        return made.policy().version();
    }

    /** {@return the digest of that policy} */
    public final String policyDigest() {
        return made.policy().digest();
    }

    /** {@return the epoch of the rights it was made in; of any later one it says nothing} */
    public final long epoch() {
        return made.epoch();
    }

    /** {@return when it was made} */
    public final Instant decidedAt() {
        return decidedAt;
    }

    /** {@return whether the request may be carried out now} */
    public final boolean isPermit() {
        return this instanceof Permit;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + request + ": " + reasons + ", policy " + policyVersion() + "]";
    }

    /** The request may be carried out, once, now. */
    public static final class Permit extends Decision {

        private final List<String> obligations;
        private final String exception;

        Permit(
                AccessRequest request,
                List<Reason> reasons,
                Snapshot made,
                Instant decidedAt,
                List<String> obligations,
                String exception) {
            super(request, reasons, made, decidedAt);
            this.obligations = obligations;
            this.exception = exception;
        }

        /** Whether the policy wants to know. */
        boolean isRecorded() {
            return super.made.declared(super.request.permission()).recorded;
        }

        /** {@return what whoever carries it out must do as well; one that he does not know means that he must not} */
        public List<String> obligations() {
            return obligations;
        }

        /** {@return the exception that made it possible; empty for none} */
        public String exception() {
            return exception;
        }
    }

    /** The request must not be carried out. A client learns no more than that there is nothing for him. */
    public static final class Deny extends Decision {
        Deny(AccessRequest request, List<Reason> reasons, Snapshot made, Instant decidedAt) {
            super(request, reasons, made, decidedAt);
        }
    }

    /** The user must prove more first. */
    public static final class StepUpRequired extends Decision {

        private final List<Effect.StepUp> proofs;

        StepUpRequired(
                AccessRequest request,
                List<Reason> reasons,
                Snapshot made,
                Instant decidedAt,
                List<Effect.StepUp> proofs) {
            super(request, reasons, made, decidedAt);
            this.proofs = proofs;
        }

        /** {@return what is to be proved; all of it: by which factors, how lately, and whether for this content} */
        public List<Effect.StepUp> proofs() {
            return proofs;
        }
    }

    /** Others must approve first. */
    public static final class ApprovalRequired extends Decision {

        private final List<Missing> approvals;

        /**
         * Approvals that are missing.
         *
         * @param demand who may approve by which step, and how many must
         * @param count how many are still missing
         */
        public record Missing(Effect.Approval demand, int count) {}

        ApprovalRequired(
                AccessRequest request,
                List<Reason> reasons,
                Snapshot made,
                Instant decidedAt,
                List<Missing> approvals) {
            super(request, reasons, made, decidedAt);
            this.approvals = approvals;
        }

        /** {@return whose approval is missing; all of it} */
        public List<Missing> approvals() {
            return approvals;
        }
    }
}
