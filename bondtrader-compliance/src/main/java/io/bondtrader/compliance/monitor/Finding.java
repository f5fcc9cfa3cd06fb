package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.regulation.Citation;
import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import java.util.Objects;

/**
 * What one rule says of a trade. Immutable.
 *
 * @param rule which rule
 * @param effect what it wants
 * @param citation by which law, or which rule of the house
 * @param reason why, for the trader and the log; without personal data
 */
public record Finding(String rule, Effect effect, Citation citation, String reason) {

    /** What cites a decision to refuse what nothing allows. */
    static final Citation DEFAULT_DENY = new Citation(Jurisdiction.HOUSE, "Monitor", "default deny", true);

    /**
     * Checks that rule and reason are named.
     *
     * @throws InvalidInput if either is blank
     */
    public Finding {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(citation, "citation");
        if (rule.isBlank()) {
            throw new InvalidInput("rule", rule, "not blank");
        }
        if (reason.isBlank()) {
            throw new InvalidInput("reason", reason, "not blank");
        }
    }

    /**
     * Returns the refusal of a trade of which too little is known.
     *
     * @param rule which rule
     * @param reason what is missing
     * @return the refusal
     */
    public static Finding denied(String rule, String reason) {
        return new Finding(rule, Effect.BLOCK, DEFAULT_DENY, reason);
    }

    Map<String, Object> toJson() {
        return Map.of("rule", rule, "effect", effect, "citation", citation.toString(), "reason", reason);
    }
}
