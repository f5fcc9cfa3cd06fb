package io.bondtrader.security.access;

import io.bondtrader.security.access.policy.AccessPolicy;
import io.bondtrader.security.access.policy.Administration;
import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.access.request.Permission;
import io.bondtrader.security.access.request.ResourceRef;
import io.bondtrader.security.error.AccessDenied;
import io.bondtrader.security.error.DutyConflict;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.Principal;
import java.time.InstantSource;

/** Puts a policy in force. */
final class PolicyChange {

    private final AccessControl control;
    private final InstantSource clock;
    private final AccessEvents events;

    PolicyChange(AccessControl control, InstantSource clock, AccessEvents events) {
        this.control = control;
        this.clock = clock;
        this.events = events;
    }

    void publish(AccessPolicy policy, Principal proposer, Principal approver) {
        ResourceRef object = ResourceRef.any(Administration.POLICY);
        require(proposer, Administration.PROPOSE_POLICY, object);
        require(approver, Administration.APPROVE_POLICY, object);
        String what = "policy " + policy.version() + " " + policy.digest();
        if (proposer.person() == null
                || approver.person() == null
                || proposer.person().equals(approver.person())) {
            refuse(approver, object, Reason.of(ReasonCode.OWN_REQUEST), what);
            throw AccessDenied.denied("a policy is proposed by one person and approved by another");
        }
        control.swapPolicy(policy, next -> {
            if (!next.conflicts().isEmpty()) {
                String first = next.conflicts().get(0).toString();
                refuse(approver, object, new Reason(ReasonCode.DUTY_CONFLICT, "", first), what);
                throw new DutyConflict(next.conflicts().size() + " conflicts; " + first);
            }
            events.changed(
                    SecurityEventType.AUTHZ_CHANGE,
                    approver,
                    clock.instant(),
                    object.toString(),
                    what + " proposed by " + proposer.account());
        });
    }

    private void require(Principal principal, Permission permission, ResourceRef object) {
        control.require(AccessRequest.of(principal, permission, object));
    }

    private void refuse(Principal by, ResourceRef object, Reason reason, String what) {
        events.refused(by, clock.instant(), object.toString(), reason, what);
    }
}
