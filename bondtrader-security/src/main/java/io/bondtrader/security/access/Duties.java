package io.bondtrader.security.access;

import io.bondtrader.security.access.duty.DutyStep;
import io.bondtrader.security.access.grant.AccessBook;
import io.bondtrader.security.access.grant.DutyException;
import io.bondtrader.security.access.policy.DynamicDuty;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.identity.PersonId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a step by those taken before. */
final class Duties {

    private final AccessRequest request;
    private final Instant now;
    private final List<DutyStep> history;
    private final Set<PersonId> behind;

    Duties(AccessRequest request, Instant now, List<DutyStep> history, Set<PersonId> behind) {
        this.request = request;
        this.now = now;
        this.history = history;
        this.behind = behind;
    }

    /** Why a duty forbids the step, or null. Approvals it asks for become demands. */
    @Nullable
    Reason broken(DynamicDuty duty, Demands demands) {
        if (duty instanceof DynamicDuty.DistinctActor distinct) {
            return samePerson(distinct);
        } else if (duty instanceof DynamicDuty.MaxSteps max) {
            return tooMany(max);
        } else if (duty instanceof DynamicDuty.CoolOff coolOff) {
            return tooSoon(coolOff);
        } else if (duty instanceof DynamicDuty.NofM nOfM) {
            if (nOfM.step().equals(request.permission())) {
                demands.add(nOfM);
            }
        }
        return null;
    }

    private @Nullable Reason samePerson(DynamicDuty.DistinctActor duty) {
        Permission other = request.permission().equals(duty.first()) ? duty.second() : duty.first();
        for (DutyStep step : history) {
            if (step.step().equals(other) && step.isOfAny(behind)) {
                return new Reason(ReasonCode.SAME_PERSON, duty.id(), "took " + other + " before");
            }
        }
        return null;
    }

    private @Nullable Reason tooMany(DynamicDuty.MaxSteps duty) {
        for (PersonId person : behind) {
            Set<Permission> taken = new HashSet<>(Set.of(request.permission()));
            for (DutyStep step : history) {
                if (duty.steps().contains(step.step()) && step.persons().contains(person)) {
                    taken.add(step.step());
                }
            }
            if (taken.size() > duty.most()) {
                return new Reason(ReasonCode.TOO_MANY_STEPS, duty.id(), "at most " + duty.most());
            }
        }
        return null;
    }

    private @Nullable Reason tooSoon(DynamicDuty.CoolOff duty) {
        if (!request.permission().equals(duty.second())) {
            return null;
        }
        for (DutyStep step : history) {
            if (step.step().equals(duty.first()) && now.isBefore(step.at().plus(duty.pause()))) {
                return new Reason(
                        ReasonCode.TOO_SOON,
                        duty.id(),
                        "not before " + step.at().plus(duty.pause()));
            }
        }
        return null;
    }

    /** The open exception from a duty for one of those behind the request; empty if there is none. */
    String exception(DynamicDuty duty, AccessBook book) {
        for (DutyException exception : book.exceptions().values()) {
            if (exception.duty().equals(duty.id()) && behind.contains(exception.person()) && exception.openAt(now)) {
                return exception.id();
            }
        }
        return "";
    }
}
