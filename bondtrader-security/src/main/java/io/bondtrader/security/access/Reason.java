package io.bondtrader.security.access;

import java.util.Objects;

/**
 * One reason for a decision. Immutable.
 *
 * @param code what kind of reason
 * @param rule the id of the role, rule or duty that decided; empty if none did
 * @param detail more, for the log
 */
public record Reason(ReasonCode code, String rule, String detail) {

    /** Checks that nothing is missing. */
    public Reason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(detail, "detail");
    }

    static Reason of(ReasonCode code) {
        return new Reason(code, "", "");
    }

    static Reason of(ReasonCode code, String rule) {
        return new Reason(code, rule, "");
    }

    @Override
    public String toString() {
        String by = rule.isEmpty() ? "" : " by " + rule;
        return code + by + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
