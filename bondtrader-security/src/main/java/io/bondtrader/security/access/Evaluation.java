package io.bondtrader.security.access;

import io.bondtrader.security.access.Decision.ApprovalRequired;
import io.bondtrader.security.access.Decision.Deny;
import io.bondtrader.security.access.Decision.Permit;
import io.bondtrader.security.access.Decision.StepUpRequired;
import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.policy.AccessRule;
import io.bondtrader.security.access.policy.Effect;
import io.bondtrader.security.access.policy.MissingAttribute;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One decision. Asks in turn: who is it, what is granted to him and, if he acts for a user, to the user; what do rules say;
 * what do duties say. A denial found at one of these ends it; all rules and duties of one permission are looked at, so that
 * their order means nothing.
 */
final class Evaluation {

    private static final String ACTOR = "the actor";
    private static final String USER = "the user acted for";

    private static final Comparator<Reason> BY_RULE =
            Comparator.comparing(Reason::rule).thenComparing(Reason::code);

    private final Snapshot snapshot;
    private final AccessRequest request;
    private final Instant now;
    private final AttributeSource source;
    private final InstantSource clock;
    private final @Nullable List<DutyStep> history;

    private final Set<PersonId> behind = new HashSet<>(4);
    private final List<Reason> denials = new ArrayList<>(2);
    private final List<Reason> granted = new ArrayList<>(2);
    private boolean anyTrace;
    private @Nullable List<String> trace;

    /** Evaluates against a history; null if the permission is no step and so has none. */
    Evaluation(
            Snapshot snapshot,
            AccessRequest request,
            Instant now,
            InstantSource clock,
            AttributeSource source,
            @Nullable List<DutyStep> history) {
        this.snapshot = snapshot;
        this.request = request;
        this.now = now;
        this.clock = clock;
        this.source = source;
        this.history = history;
    }

    Evaluation tracing(List<String> lines) {
        this.trace = lines;
        this.anyTrace = true;
        return this;
    }

    Decision decide() {
        Guard guard = snapshot.guard(request.permission());
        if (guard == null) {
            return deny(Reason.of(ReasonCode.UNKNOWN_PERMISSION));
        }
        RuleFacts facts = new RuleFacts(snapshot, request, now, source);
        Principal subject = request.subject().orElse(null);
        boolean entitled = party(request.actor(), ACTOR, subject == null, guard, facts)
                && (subject == null || party(subject, USER, true, guard, facts));
        if (!entitled) {
            return deny();
        }
        if (guard.rules.isEmpty() && !guard.step) {
            return new Permit(request, sorted(granted), snapshot, now, List.of(), "");
        }
        return conclude(guard, facts);
    }

    /** Whether somebody is who he says and is granted the permission; if not, a denial says why. */
    private boolean party(Principal principal, String part, boolean proves, Guard guard, RuleFacts facts) {
        Holder holder = snapshot.holder(principal.account());
        if (holder == null) {
            return refused(ReasonCode.UNKNOWN_ACCOUNT, part);
        } else if (holder.closed) {
            return refused(ReasonCode.ACCOUNT_CLOSED, part);
        } else if (!holder.is(principal.person())) {
            return refused(ReasonCode.PERSON_MISMATCH, part);
        } else if (holder.conflicted) {
            return refused(ReasonCode.CONFLICTING_ROLES, part);
        }
        if (holder.person != null && proves) {
            behind.add(holder.person);
        }
        Grip grip = holder.granting(guard.index, request.object(), clock);
        if (grip != null) {
            granted.addAll(grip.reasons);
            if (grip.lender != null) {
                behind.add(grip.lender);
            }
            trace(principal, grip.reasons.get(0));
            return true;
        }
        return allowedByRule(principal, part, holder, guard, facts);
    }

    private boolean refused(ReasonCode code, String part) {
        denials.add(new Reason(code, "", part));
        return false;
    }

    private boolean allowedByRule(Principal principal, String part, Holder holder, Guard guard, RuleFacts facts) {
        boolean allowed = false;
        SortedSet<String> held = holder.roles(request.object(), now.toEpochMilli());
        for (AccessRule rule : guard.rules) {
            boolean concerned = rule.effect() instanceof Effect.Allow
                    && rule.scope().covers(request.object())
                    && (rule.roles().isEmpty() || !Collections.disjoint(held, rule.roles()));
            if (concerned && holds(rule, facts)) {
                Reason reason = Reason.of(ReasonCode.GRANTED_BY_RULE, rule.id());
                granted.add(reason);
                trace(principal, reason);
                allowed = true;
            }
        }
        if (!denials.isEmpty()) {
            return false;
        }
        if (!allowed) {
            boolean elsewhere = holder.grantsElsewhere(guard.index, now.toEpochMilli());
            return refused(elsewhere ? ReasonCode.OUT_OF_SCOPE : ReasonCode.NOT_GRANTED, part);
        }
        return true;
    }

    /** Whether a rule's condition holds. One that cannot say is a denial. */
    private boolean holds(AccessRule rule, RuleFacts facts) {
        try {
            boolean holds = rule.when().holds(facts);
            if (anyTrace) {
                line("rule " + rule.id() + (holds ? " applies: " : " does not apply: ") + rule.effect());
            }
            return holds;
        } catch (MissingAttribute missing) {
            denials.add(new Reason(ReasonCode.ATTRIBUTE_MISSING, rule.id(), String.valueOf(missing.getMessage())));
        } catch (RuntimeException failed) {
            denials.add(new Reason(
                    ReasonCode.RULE_FAILED, rule.id(), failed.getClass().getSimpleName()));
        }
        if (anyTrace) {
            line("rule " + rule.id() + " cannot say");
        }
        return false;
    }

    private Decision conclude(Guard guard, RuleFacts facts) {
        Demands demands = new Demands(request, now, history == null ? List.of() : history, behind);
        for (AccessRule rule : guard.rules) {
            boolean allow = rule.effect() instanceof Effect.Allow; // looked at already, where a role did not grant
            if (!allow && concerns(rule) && holds(rule, facts)) {
                demands.add(rule, denials);
            }
        }
        String exception = "";
        if (guard.step && request.object().id().isEmpty()) {
            denials.add(Reason.of(ReasonCode.NO_OBJECT));
        } else if (!guard.duties.isEmpty() || guard.step) {
            exception = duties(guard, demands);
        }
        if (!denials.isEmpty()) {
            return deny();
        }
        if (!demands.proofs.isEmpty()) {
            return new StepUpRequired(
                    request, sorted(demands.proofReasons), snapshot, now, List.copyOf(demands.proofs));
        }
        if (!demands.approvals.isEmpty()) {
            return new ApprovalRequired(
                    request, sorted(demands.approvalReasons), snapshot, now, List.copyOf(demands.approvals));
        }
        return new Permit(request, sorted(granted), snapshot, now, List.copyOf(demands.obligations), exception);
    }

    /** Judges duties; returns the exception that was needed, if any. */
    private String duties(Guard guard, Demands demands) {
        if (behind.isEmpty()) {
            denials.add(Reason.of(ReasonCode.NO_PERSON));
            return "";
        }
        Duties duties = new Duties(request, now, history == null ? List.of() : history, behind);
        SortedSet<String> used = new TreeSet<>();
        for (var duty : guard.duties) {
            Reason broken = duties.broken(duty, demands);
            if (anyTrace) {
                line("duty " + duty.id() + (broken == null ? " is kept" : " would be broken"));
            }
            if (broken != null) {
                String exception = duties.exception(duty, snapshot.book());
                if (exception.isEmpty()) {
                    denials.add(broken);
                } else {
                    used.add(exception);
                    granted.add(new Reason(ReasonCode.GRANTED_BY_EXCEPTION, duty.id(), exception));
                }
            }
        }
        demands.settle(duties, snapshot.book(), used, granted);
        return String.join(" ", used);
    }

    /** Whether a rule is about this object and these people: for strictness, about roles held anywhere. */
    private boolean concerns(AccessRule rule) {
        if (!rule.scope().covers(request.object())) {
            return false;
        }
        long millis = now.toEpochMilli();
        return rule.roles().isEmpty()
                || holder(request.actor()).holdsAny(rule.roles(), millis)
                || request.subject()
                        .map(user -> holder(user).holdsAny(rule.roles(), millis))
                        .orElse(false);
    }

    private Holder holder(Principal known) {
        Holder holder = snapshot.holder(known.account());
        if (holder == null) {
            throw new IllegalStateException("looked up before");
        }
        return holder;
    }

    /** Who stood behind the request, once it is decided. */
    Set<PersonId> behind() {
        return behind;
    }

    /** What the asking account, or the user acted for, holds where the object is. */
    SortedSet<String> rolesHeld() {
        return holder(request.prover()).roles(request.object(), now.toEpochMilli());
    }

    private Deny deny(Reason... more) {
        denials.addAll(List.of(more));
        return new Deny(request, sorted(denials), snapshot, now);
    }

    private static List<Reason> sorted(List<Reason> reasons) {
        if (reasons.size() > 1) {
            reasons.sort(BY_RULE);
        }
        return List.copyOf(reasons);
    }

    private void trace(Principal principal, Reason reason) {
        if (anyTrace) {
            line(principal.account() + ": " + reason);
        }
    }

    private void line(String text) {
        if (trace != null) {
            trace.add(text);
        }
    }
}
