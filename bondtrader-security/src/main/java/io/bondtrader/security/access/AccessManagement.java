package io.bondtrader.security.access;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.Change;
import io.bondtrader.security.access.grant.Conflict;
import io.bondtrader.security.access.grant.Holdings;
import io.bondtrader.security.access.grant.Proposal;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.Administration;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes who holds what. Rights are proposed by one person and approved by another (an exception by two others), none of
 * whom gains by it; persons are compared, not accounts. Duties are checked when a change is proposed and again when it is
 * made, with nobody else's change in between: of two that are harmless each for itself and not together, one is refused.
 * Taking rights away needs one person and works at once.
 *
 * <p>Safe for use by many threads.
 */
public final class AccessManagement {

    /** How long a proposal waits. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    private final AccessControl control;
    private final InstantSource clock;
    private final AccessEvents events;

    AccessManagement(AccessControl control, InstantSource clock, AccessEvents events) {
        this.control = control;
        this.clock = clock;
        this.events = events;
    }

    /** What a change of the book came to. */
    private static final class Result {
        private @Nullable ChangeResult answer;

        AccessBook is(ChangeResult result, AccessBook book) {
            answer = result;
            return book;
        }
    }

    /**
     * Proposes a change; one that takes rights away is made at once.
     *
     * @param proposer who may propose, or revoke
     * @param change the change
     * @return waiting, made or refused
     */
    public ChangeResult propose(Principal proposer, Change change) {
        boolean atOnce = change.approvals() == 0;
        Optional<ChangeResult> denied = denied(proposer, atOnce ? Administration.REVOKE : Administration.PROPOSE);
        if (denied.isPresent()) {
            return denied.get();
        }
        PersonId person = proposer.person();
        Result result = new Result();
        AccessBook after = control.change(book -> {
            Instant now = clock.instant();
            AccessBook changed;
            try {
                changed = changed(book, change);
            } catch (InvalidInput invalid) {
                return refuse(
                        result,
                        book,
                        proposer,
                        change,
                        new Reason(ReasonCode.INVALID_CHANGE, "", invalid.getMessage()));
            }
            if (atOnce) {
                events.changed(SecurityEventType.AUTHZ_CHANGE, proposer, now, "", change.summary());
                return result.is(new ChangeResult.Made(book.version() + 1), changed);
            }
            if (person == null) {
                return refuse(result, book, proposer, change, Reason.of(ReasonCode.NO_PERSON));
            }
            Reason reason = objection(book, changed, change, now);
            if (reason == null && !mayGain(change) && gainers(change, changed).contains(person)) {
                reason = Reason.of(ReasonCode.SELF_GRANT);
            }
            if (reason != null) {
                return refuse(result, book, proposer, change, reason);
            }
            String id = "proposal-" + (book.proposalsMade() + 1);
            Proposal proposal = new Proposal(id, change, person, proposer.account(), now, List.of());
            events.changed(SecurityEventType.AUTHZ_ADMIN, proposer, now, id, "propose: " + change.summary());
            return result.is(
                    new ChangeResult.Waiting(id, change.approvals()), book.withProposal(proposal, stale(book, now)));
        });
        return answer(result, after);
    }

    /**
     * Approves a proposal; the last approval that it needs makes the change.
     *
     * @param approver who may approve, and is neither who proposed it nor who gains or lends by it
     * @param id the proposal's
     * @return waiting for more, made or refused
     */
    public ChangeResult approve(Principal approver, String id) {
        Optional<ChangeResult> denied = denied(approver, Administration.APPROVE);
        if (denied.isPresent()) {
            return denied.get();
        }
        Result result = new Result();
        AccessBook after = control.change(book -> {
            Instant now = clock.instant();
            Proposal proposal = book.proposals().get(id);
            if (proposal == null || isStale(proposal, now)) {
                return refuse(result, book, approver, null, Reason.of(ReasonCode.UNKNOWN_PROPOSAL));
            }
            Change change = proposal.change();
            Reason reason = mayApprove(book, proposal, approver);
            if (reason != null) {
                return refuse(result, book, approver, change, reason);
            }
            return approved(result, book, proposal, approver, now);
        });
        return answer(result, after);
    }

    private AccessBook approved(Result result, AccessBook book, Proposal proposal, Principal approver, Instant now) {
        Change change = proposal.change();
        PersonId person = approver.person();
        if (person == null) {
            throw new IllegalStateException("checked before");
        }
        List<PersonId> approvals = new ArrayList<>(proposal.approvals());
        approvals.add(person);
        int missing = change.approvals() - approvals.size();
        if (missing > 0) {
            Proposal more = new Proposal(
                    proposal.id(), change, proposal.proposer(), proposal.account(), proposal.proposedAt(), approvals);
            events.changed(SecurityEventType.AUTHZ_ADMIN, approver, now, proposal.id(), "approve: " + change.summary());
            return result.is(new ChangeResult.Waiting(proposal.id(), missing), book.withProposal(more, Set.of()));
        }
        AccessBook changed;
        try {
            changed = changed(book, change);
        } catch (InvalidInput invalid) {
            return refuse(
                    result, book, approver, change, new Reason(ReasonCode.INVALID_CHANGE, "", invalid.getMessage()));
        }
        Reason reason = objection(book, changed, change, now);
        if (reason != null) {
            return refuse(result, book, approver, change, reason);
        }
        boolean exception = change instanceof Change.OpenException;
        events.changed(
                exception ? SecurityEventType.AUTHZ_EXCEPTION : SecurityEventType.AUTHZ_CHANGE,
                approver,
                now,
                proposal.id(),
                change.summary() + ", proposed by " + proposal.account());
        return result.is(new ChangeResult.Made(book.version() + 1), changed.withoutProposal(proposal.id()));
    }

    private @Nullable Reason mayApprove(AccessBook book, Proposal proposal, Principal approver) {
        PersonId person = approver.person();
        if (person == null) {
            return Reason.of(ReasonCode.NO_PERSON);
        }
        boolean lends = proposal.change() instanceof Change.Delegate delegate
                && book.registry()
                        .personBehind(delegate.delegation().from())
                        .filter(person::equals)
                        .isPresent();
        if (lends || person.equals(proposal.proposer()) || proposal.approvals().contains(person)) {
            return Reason.of(ReasonCode.OWN_REQUEST);
        }
        AccessBook changed;
        try {
            changed = changed(book, proposal.change());
        } catch (InvalidInput invalid) {
            return new Reason(ReasonCode.INVALID_CHANGE, "", invalid.getMessage());
        }
        return gainers(proposal.change(), changed).contains(person) ? Reason.of(ReasonCode.SELF_GRANT) : null;
    }

    /**
     * Takes a proposal back.
     *
     * @param proposer who made it
     * @param id the proposal's
     * @return made or refused
     */
    public ChangeResult withdraw(Principal proposer, String id) {
        Optional<ChangeResult> denied = denied(proposer, Administration.PROPOSE);
        if (denied.isPresent()) {
            return denied.get();
        }
        Result result = new Result();
        AccessBook after = control.change(book -> {
            Proposal proposal = book.proposals().get(id);
            if (proposal == null || !proposal.proposer().equals(proposer.person())) {
                return refuse(result, book, proposer, null, Reason.of(ReasonCode.UNKNOWN_PROPOSAL));
            }
            events.changed(SecurityEventType.AUTHZ_ADMIN, proposer, clock.instant(), id, "withdraw");
            return result.is(new ChangeResult.Made(book.version() + 1), book.withoutProposal(id));
        });
        return answer(result, after);
    }

    /** {@return the proposals that wait for approval, oldest first} */
    public List<Proposal> waiting() {
        Instant now = clock.instant();
        return control.current().book().proposals().values().stream()
                .filter(proposal -> !isStale(proposal, now))
                .sorted(java.util.Comparator.comparing(Proposal::proposedAt))
                .toList();
    }

    /** Asks like any other request would; what is denied is reported there. */
    private Optional<ChangeResult> denied(Principal principal, Permission permission) {
        Decision decision =
                control.decide(AccessRequest.of(principal, permission, ResourceRef.any(Administration.CHANGE)));
        return decision.isPermit()
                ? Optional.empty()
                : Optional.of(new ChangeResult.Refused(decision.reasons().get(0)));
    }

    private static AccessBook changed(AccessBook book, Change change) {
        AccessBook.Editor editor = book.edit();
        change.apply(editor);
        return editor.done();
    }

    /** Somebody may ask for an exception for himself, and an account may be lent to; others decide. */
    private static boolean mayGain(Change change) {
        return change instanceof Change.OpenException;
    }

    private static Set<PersonId> gainers(Change change, AccessBook changed) {
        return change.gainers(changed);
    }

    /** Why the policy does not allow a change; null if it does. */
    private @Nullable Reason objection(AccessBook book, AccessBook changed, Change change, Instant now) {
        AccessPolicy policy = control.policy();
        for (String role : change.roles()) {
            if (!policy.roles().roles().containsKey(role)) {
                return new Reason(ReasonCode.UNKNOWN_ROLE, role, "");
            }
        }
        if (change instanceof Change.OpenException open
                && !hasDuty(policy, open.exception().duty())) {
            return new Reason(ReasonCode.UNKNOWN_ROLE, open.exception().duty(), "no such duty");
        }
        List<Conflict> before = Holdings.of(book, now).conflicts(policy, book, now);
        for (Conflict conflict : Holdings.of(changed, now).conflicts(policy, changed, now)) {
            if (!before.contains(conflict)) {
                return new Reason(ReasonCode.DUTY_CONFLICT, conflict.duty(), conflict.toString());
            }
        }
        return null;
    }

    private static boolean hasDuty(AccessPolicy policy, String id) {
        return policy.staticDuties().stream().anyMatch(duty -> duty.id().equals(id))
                || policy.dynamicDuties().stream().anyMatch(duty -> duty.id().equals(id));
    }

    private AccessBook refuse(Result result, AccessBook book, Principal by, @Nullable Change change, Reason reason) {
        events.refused(by, clock.instant(), "", reason, change == null ? "" : change.summary());
        return result.is(new ChangeResult.Refused(reason), book);
    }

    private static boolean isStale(Proposal proposal, Instant now) {
        return !now.isBefore(proposal.proposedAt().plus(PATIENCE));
    }

    private static Set<String> stale(AccessBook book, Instant now) {
        Set<String> stale = new java.util.TreeSet<>();
        book.proposals().values().stream()
                .filter(proposal -> isStale(proposal, now))
                .forEach(proposal -> stale.add(proposal.id()));
        return stale;
    }

    private static ChangeResult answer(Result result, AccessBook after) {
        ChangeResult answer = result.answer;
        if (answer == null) {
            throw new IllegalStateException("the store did not ask");
        }
        return answer instanceof ChangeResult.Made ? new ChangeResult.Made(after.version()) : answer;
    }
}
