package io.bondtrader.security.access;

import io.bondtrader.security.access.request.AccessRequest;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.Principal;
import java.time.Instant;
import java.util.stream.Collectors;

/** Reports decisions and changes, one event each, before anybody hears of them. */
final class AccessEvents {

    private final SecurityEventSink sink;

    AccessEvents(SecurityEventSink sink) {
        this.sink = sink;
    }

    /** Reports a denial, an exception that was used, or a permit that the policy wants recorded. */
    <D extends Decision> D reported(D decision) {
        if (decision instanceof Decision.Deny) {
            sink.report(event(decision, denial(decision)));
        } else if (decision instanceof Decision.Permit permit) {
            if (!permit.exception().isEmpty()) {
                sink.report(event(decision, SecurityEventType.AUTHZ_EXCEPTION).with("exception", permit.exception()));
            } else if (permit.isRecorded()) {
                sink.report(event(decision, SecurityEventType.AUTHZ_PERMIT));
            }
        }
        return decision;
    }

    /** Somebody who has the right elsewhere, and asks for a thing that is not his, may be trying out identifiers. */
    private static SecurityEventType denial(Decision decision) {
        boolean others = !decision.request().object().id().isEmpty()
                && decision.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.OUT_OF_SCOPE);
        return others ? SecurityEventType.MALICIOUS_DIRECT_REFERENCE : SecurityEventType.AUTHZ_FAIL;
    }

    private static SecurityEvent event(Decision decision, SecurityEventType type) {
        AccessRequest request = decision.request();
        String codes = decision.reasons().stream()
                .map(reason -> reason.code().name())
                .distinct()
                .collect(Collectors.joining(" "));
        SecurityEvent event = SecurityEvent.of(type, decision.decidedAt())
                .by(request.actor())
                .from(request.source())
                .about(request.object().toString())
                .within(request.correlationId())
                .with("permission", request.permission())
                .with("reasons", codes)
                .with("rules", String.join(" ", decision.ruleIds()))
                .with("policy", decision.policyVersion());
        return request.subject().map(user -> event.with("for", user.account())).orElse(event);
    }

    void changed(SecurityEventType type, Principal by, Instant at, String subject, String what) {
        sink.report(SecurityEvent.of(type, at).by(by).about(subject).with("change", what));
    }

    void refused(Principal by, Instant at, String subject, Reason reason, String what) {
        sink.report(SecurityEvent.of(SecurityEventType.AUTHZ_FAIL, at)
                .by(by)
                .about(subject)
                .with("change", what)
                .with("reasons", reason.code())
                .with("detail", reason.detail()));
    }
}
