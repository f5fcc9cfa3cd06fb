package io.bondtrader.compliance.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells how an event ended from what its reporter said. */
final class EventOutcomes {

    private static final List<String> DENIALS =
            List.of("denied", "deny", "refused", "rejected", "blocked", "forbidden", "locked", "authz_fail");

    private static final List<String> FAILURES = List.of("fail", "failed", "failure", "error", "timeout", "disagreed");

    private static final List<String> OBSERVATIONS = List.of("quote", "quoted", "measured", "observed", "sampled");

    private EventOutcomes() {}

    static Outcome of(String action, JsonNode result) {
        for (String name : List.of("outcome", "decision", "status")) {
            JsonNode value = result.get(name);
            Outcome said = value != null && value.isTextual() ? ofWord(value.textValue()) : null;
            if (said != null) {
                return said;
            }
        }
        JsonNode allowed = result.get("allowed");
        if (allowed != null && allowed.isBoolean()) {
            return allowed.booleanValue() ? Outcome.SUCCESS : Outcome.DENIED;
        }
        Outcome told = ofWord(action);
        return told == null ? Outcome.SUCCESS : told;
    }

    private static @Nullable Outcome ofWord(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.equals("success") || word.equals("allow") || word.equals("allowed")) {
            return Outcome.SUCCESS;
        }
        if (names(word, DENIALS)) {
            return Outcome.DENIED;
        }
        if (names(word, FAILURES)) {
            return Outcome.FAILURE;
        }
        return names(word, OBSERVATIONS) ? Outcome.OBSERVED : null;
    }

    /** Whether one of the words stands in a dotted or underscored name. */
    private static boolean names(String name, List<String> words) {
        String bounded = "." + name.replace('_', '.').replace('-', '.') + ".";
        return words.stream().anyMatch(word -> bounded.contains("." + word.replace('_', '.') + "."));
    }
}
