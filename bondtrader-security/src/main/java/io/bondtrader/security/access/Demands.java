package io.bondtrader.security.access;

import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.policy.Effect;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.BoundEvidence;
import io.bondtrader.security.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a permit still needs: proofs, approvals; and what it obliges to. */
final class Demands {

    final List<Effect.StepUp> proofs = new ArrayList<>(2);
    final List<Reason> proofReasons = new ArrayList<>(2);
    final List<Decision.ApprovalRequired.Missing> approvals = new ArrayList<>(2);
    final List<Reason> approvalReasons = new ArrayList<>(2);
    final SortedSet<String> obligations = new TreeSet<>();

    private final AccessRequest request;
    private final Instant now;
    private final List<DutyStep> history;
    private final Set<PersonId> behind;
    private final List<DynamicDuty.NofM> open = new ArrayList<>(2);

    Demands(AccessRequest request, Instant now, List<DutyStep> history, Set<PersonId> behind) {
        this.request = request;
        this.now = now;
        this.history = history;
        this.behind = behind;
    }

    /** Takes up a rule that applies. */
    void add(AccessRule rule, List<Reason> denials) {
        Effect effect = rule.effect();
        if (effect instanceof Effect.Forbid) {
            denials.add(Reason.of(ReasonCode.FORBIDDEN, rule.id()));
        } else if (effect instanceof Effect.StepUp proof) {
            if (!proved(proof)) {
                proofs.add(proof);
                proofReasons.add(Reason.of(ReasonCode.PROOF_MISSING, rule.id()));
            }
        } else if (effect instanceof Effect.Approval approval) {
            need(rule.id(), approval);
        } else if (effect instanceof Effect.Oblige oblige) {
            obligations.add(oblige.obligation());
        }
    }

    /** Takes up a duty that asks for approvals; an exception may still lift it. */
    void add(DynamicDuty.NofM duty) {
        open.add(duty);
    }

    /** Turns duties that ask for approvals into demands, unless an exception lifts them. */
    void settle(Duties duties, AccessBook book, Set<String> used, List<Reason> granted) {
        for (DynamicDuty.NofM duty : open) {
            Effect.Approval approval = new Effect.Approval(duty.approval(), duty.count(), duty.eligible());
            if (missing(approval) > 0) {
                String exception = duties.exception(duty, book);
                if (exception.isEmpty()) {
                    need(duty.id(), approval);
                } else {
                    used.add(exception);
                    granted.add(new Reason(ReasonCode.GRANTED_BY_EXCEPTION, duty.id(), exception));
                }
            }
        }
    }

    private boolean proved(Effect.StepUp proof) {
        if (!proof.ofContent()) {
            return request.prover().provedWithin(proof.anyOf(), proof.within(), now);
        }
        for (BoundEvidence bound : request.bound()) {
            if (proof.anyOf().contains(bound.factor())
                    && recent(bound.provedAt(), proof.within())
                    && bound.contentDigest().equals(request.contentDigest())) {
                return true;
            }
        }
        return false;
    }

    private boolean recent(Instant provedAt, Duration within) {
        return !provedAt.isAfter(now) && !provedAt.plus(within).isBefore(now);
    }

    private void need(String rule, Effect.Approval approval) {
        int missing = missing(approval);
        if (missing > 0) {
            approvals.add(new Decision.ApprovalRequired.Missing(approval, missing));
            approvalReasons.add(new Reason(ReasonCode.APPROVAL_MISSING, rule, missing + " of " + approval.count()));
        }
    }

    /**
     * How many approvals are missing. Those count that others gave, no two of one person, in an eligible role, to this
     * content, since the step was last taken with it: an approval is used up.
     */
    private int missing(Effect.Approval approval) {
        String digest = request.contentDigest();
        Set<PersonId> approvers = new HashSet<>();
        int count = 0;
        for (DutyStep step : history) {
            if (!step.contentDigest().equals(digest)) {
                continue;
            }
            if (step.step().equals(request.permission())) {
                approvers.clear();
                count = 0;
            } else if (step.step().equals(approval.step())
                    && !step.isOfAny(behind)
                    && !step.isOfAny(approvers)
                    && !Collections.disjoint(step.roles(), approval.eligible())) {
                approvers.addAll(step.persons());
                count++;
            }
        }
        return Math.max(0, approval.count() - count);
    }
}
