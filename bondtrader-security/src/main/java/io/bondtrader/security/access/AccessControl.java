package io.bondtrader.security.access;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.access.Decision.Deny;
import io.bondtrader.security.access.Decision.Permit;
import io.bondtrader.security.access.duty.DutyHistory;
import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.duty.InMemoryDutyHistory;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.AccessStore;
import io.bondtrader.security.access.grant.Conflict;
import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.error.AccessDenied;
import io.bondtrader.security.error.DutyConflict;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what. Every decision is made by the newest book that the store tells of, so that a revoked right is
 * gone with the next request. Denials are reported, permits where the policy says so, and both before they are returned:
 * if the sink throws, so does the decision, and nothing is granted.
 *
 * <p>A permit for a step that duties look at is that step: it is kept in the history together with the decision, so that of
 * two requests that exclude each other one is denied however close they are.
 *
 * <p>Safe for use by many threads. Holds nothing that must be closed.
 */
public final class AccessControl {

    private final AccessStore store;
    private final DutyHistory history;
    private final AttributeSource attributes;
    private final InstantSource clock;
    private final AccessEvents events;

    /** Guards the swap of snapshots; never held while a sink, a history or a change is called. */
    private final Object swap = new Object();

    /** Puts changes of the policy and of the book in one line. */
    private final Object changes = new Object();

    private volatile Snapshot snapshot;

    private AccessControl(Builder from) {
        this.store = from.store;
        this.history = from.history;
        this.attributes = from.attributes;
        this.clock = from.clock;
        this.events = new AccessEvents(from.sink);
        this.snapshot = new Snapshot(from.policy, store.read(), 1, clock.instant());
        refuse(snapshot.conflicts());
    }

    private static void refuse(List<Conflict> conflicts) {
        if (!conflicts.isEmpty()) {
            throw new DutyConflict(conflicts.size() + " conflicts; " + conflicts.get(0));
        }
    }

    /**
     * Begins an access control.
     *
     * @param policy by which it decides first
     * @param store keeps who holds what
     * @param clock tells the time
     * @param sink takes denials, changes and recorded permits
     * @return the builder
     */
    public static Builder builder(AccessPolicy policy, AccessStore store, InstantSource clock, SecurityEventSink sink) {
        return new Builder(policy, store, clock, sink);
    }

    /**
     * Decides a request.
     *
     * @param request who asks to do what
     * @return permit, deny, prove more, or let others approve
     */
    public Decision decide(AccessRequest request) {
        Instant now = clock.instant();
        Snapshot current;
        try {
            current = current();
        } catch (RuntimeException unavailable) {
            return events.reported(new Deny(
                    request,
                    List.of(new Reason(
                            ReasonCode.BOOK_UNAVAILABLE,
                            "",
                            unavailable.getClass().getSimpleName())),
                    snapshot,
                    now));
        }
        @Nullable Guard guard = current.guard(request.permission());
        if (guard == null || !guard.step || request.object().id().isEmpty()) {
            return events.reported(new Evaluation(current, request, now, clock, attributes, null).decide());
        }
        return decideStep(request);
    }

    /** Decides while nobody else takes a step on the object, and keeps a permitted step. */
    private Decision decideStep(AccessRequest request) {
        Outcome outcome = new Outcome();
        try {
            Optional<DutyStep> kept = history.appendIf(request.object(), steps -> {
                Instant now = clock.instant();
                // Read anew: rights may have been taken while this request waited for the object.
                Evaluation evaluation = new Evaluation(current(), request, now, clock, attributes, List.copyOf(steps));
                Decision decision = evaluation.decide();
                outcome.report(decision);
                return decision instanceof Permit permit ? Optional.of(step(permit, evaluation)) : Optional.empty();
            });
            outcome.kept = kept.isPresent();
        } catch (RuntimeException failed) {
            if (outcome.sinkFailed || outcome.decision != null) {
                throw failed; // what is reported already is not reported as something else, and is not granted
            }
            return events.reported(new Deny(
                    request,
                    List.of(new Reason(
                            ReasonCode.HISTORY_UNAVAILABLE,
                            "",
                            failed.getClass().getSimpleName())),
                    snapshot,
                    clock.instant()));
        }
        return outcome.made();
    }

    private final class Outcome {
        private @Nullable Decision decision;
        private boolean sinkFailed;
        private boolean kept;

        void report(Decision made) {
            sinkFailed = true;
            events.reported(made);
            sinkFailed = false;
            decision = made;
        }

        Decision made() {
            if (decision == null || decision.isPermit() != kept) {
                throw new IllegalStateException("the history did not ask, or did not keep the step");
            }
            return decision;
        }
    }

    private static DutyStep step(Permit permit, Evaluation evaluation) {
        AccessRequest request = permit.request();
        return new DutyStep(
                request.object(),
                request.permission(),
                permit.decidedAt(),
                request.actor().account(),
                evaluation.behind(),
                evaluation.rolesHeld(),
                request.contentDigest(),
                permit.exception());
    }

    /**
     * Decides a request and throws if it is not permitted.
     *
     * @param request who asks to do what
     * @return the permit, with its obligations
     * @throws AccessDenied if it is denied, or proofs or approvals are missing; a client may see its public message
     */
    public Permit require(AccessRequest request) {
        Decision decision = decide(request);
        if (decision instanceof Permit permit) {
            return permit;
        } else if (decision instanceof Decision.StepUpRequired stepUp) {
            throw AccessDenied.stepUp(stepUp.toString());
        } else if (decision instanceof Decision.ApprovalRequired approval) {
            throw AccessDenied.approval(approval.toString());
        }
        throw AccessDenied.denied(decision.toString());
    }

    /**
     * Says whether a request is permitted, quickly where roles alone decide and nobody wants to know of permits. Everywhere
     * else, and for every denial, it is {@link #decide}.
     *
     * @param actor who asks, for himself
     * @param permission what to do
     * @param object with what
     * @return whether it is permitted
     * @throws InvalidInput if the object is of another type than the permission
     */
    public boolean check(Principal actor, Permission permission, ResourceRef object) {
        return quickly(actor, permission, object)
                || decide(AccessRequest.of(actor, permission, object)) instanceof Permit;
    }

    private boolean quickly(Principal actor, Permission permission, ResourceRef object) {
        Snapshot current = snapshot;
        try {
            if (current.book().version() != store.version()) {
                return false;
            }
        } catch (RuntimeException unavailable) {
            return false; // decide denies it and says why
        }
        Guard guard = current.guard(permission);
        Holder holder = current.holder(actor.account());
        return guard != null
                && guard.plain
                && holder != null
                && !holder.closed
                && !holder.conflicted
                && holder.is(actor.person())
                && object.type().equals(permission.resource())
                && holder.granting(guard.index, object, clock) != null;
    }

    /**
     * Explains how a request would be decided now. Reports nothing, keeps no step, grants nothing.
     *
     * @param request who asks to do what
     * @return the decision and what led to it; for administrators, not for who asked
     */
    public Explanation explain(AccessRequest request) {
        List<String> lines = new ArrayList<>();
        Snapshot current = current();
        Guard guard = current.guard(request.permission());
        boolean step = guard != null && guard.step && !request.object().id().isEmpty();
        List<DutyStep> steps = step ? history.read(request.object()) : List.of();
        Decision decision = new Evaluation(current, request, clock.instant(), clock, attributes, steps)
                .tracing(lines)
                .decide();
        decision.reasons().forEach(reason -> lines.add(decision.getClass().getSimpleName() + ": " + reason));
        boolean permitted = decision instanceof Permit;
        return new Explanation(permitted, decision.getClass().getSimpleName(), decision.reasons(), lines);
    }

    /** {@return questions about who holds what, answered from the newest book} */
    public AccessQueries queries() {
        return new AccessQueries(current(), clock.instant());
    }

    /** {@return what changes the book} */
    public AccessManagement management() {
        return new AccessManagement(this, clock, events);
    }

    /** {@return the number of the rights in force: whatever was derived from another is void} */
    public long epoch() {
        return current().epoch();
    }

    /** {@return the policy in force} */
    public AccessPolicy policy() {
        return snapshot.policy();
    }

    /**
     * Reads the steps that an exception made possible, for its review.
     *
     * @param exception its id
     * @return the steps
     */
    public List<DutyStep> review(String exception) {
        return history.underException(exception);
    }

    /**
     * Puts another policy in force, proposed by one person and approved by another.
     *
     * @param policy the policy
     * @param proposer who may propose policies
     * @param approver who may approve them, another person
     * @throws AccessDenied if one of them may not, or both are one person
     * @throws DutyConflict if somebody would hold duties that exclude each other; the old policy stays
     */
    public void publish(AccessPolicy policy, Principal proposer, Principal approver) {
        new PolicyChange(this, clock, events).publish(policy, proposer, approver);
    }

    /** Swaps the policy if the check of the new snapshot passes. */
    void swapPolicy(AccessPolicy policy, java.util.function.Consumer<Snapshot> check) {
        synchronized (changes) {
            Snapshot next = new Snapshot(policy, store.read(), snapshot.epoch() + 1, clock.instant());
            check.accept(next);
            synchronized (swap) {
                // Meanwhile another process may have changed the book; who then holds too much is denied everything.
                snapshot = new Snapshot(policy, store.read(), snapshot.epoch() + 1, clock.instant());
            }
        }
    }

    /** Changes the book under the policy in force; neither can change meanwhile. */
    AccessBook change(Function<AccessBook, AccessBook> change) {
        synchronized (changes) {
            return store.update(change::apply);
        }
    }

    /** The newest rights. */
    Snapshot current() {
        Snapshot now = snapshot;
        return now.book().version() == store.version() ? now : refreshed();
    }

    private Snapshot refreshed() {
        synchronized (swap) {
            Snapshot now = snapshot;
            AccessBook book = store.read();
            if (now.book().version() != book.version()) {
                snapshot = new Snapshot(now.policy(), book, now.epoch() + 1, clock.instant());
            }
            return snapshot;
        }
    }

    /** Collects what an access control needs. For use by one thread. */
    public static final class Builder {

        private final AccessPolicy policy;
        private final AccessStore store;
        private final InstantSource clock;
        private final SecurityEventSink sink;
        private DutyHistory history = new InMemoryDutyHistory();
        private AttributeSource attributes = AttributeSource.none();

        private Builder(AccessPolicy policy, AccessStore store, InstantSource clock, SecurityEventSink sink) {
            this.policy = Objects.requireNonNull(policy, "policy");
            this.store = Objects.requireNonNull(store, "store");
            this.clock = Objects.requireNonNull(clock, "clock");
            this.sink = Objects.requireNonNull(sink, "sink");
        }

        /**
         * Keeps steps somewhere else than in memory.
         *
         * @param kept the history
         * @return this builder
         */
        public Builder history(DutyHistory kept) {
            this.history = Objects.requireNonNull(kept, "history");
            return this;
        }

        /**
         * Asks for facts that do not come with requests.
         *
         * @param source the source
         * @return this builder
         */
        public Builder attributes(AttributeSource source) {
            this.attributes = Objects.requireNonNull(source, "attributes");
            return this;
        }

        /**
         * Loads the book and makes the access control.
         *
         * @return the access control
         * @throws DutyConflict if somebody in the book holds duties that exclude each other
         */
        public AccessControl build() {
            return new AccessControl(this);
        }
    }
}
