package io.bondtrader.compliance.monitor;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of what was let through has been done, by decision. What was done counts even if it was too much. An execution that has
 * a name counts once, whatever the number of times that it is told. Memory grows with decisions that were used, and with names.
 * For one thread at a time.
 */
final class ClearanceUse {

    private final Map<Long, BigDecimal> done = new HashMap<>();
    private final Map<Long, Set<String>> executions = new HashMap<>();

    /** Takes what the log says of a trade that was done; what came without a decision uses none. */
    void take(JsonNode rechecked) {
        long decision = rechecked.path("decision").asLong(-1);
        if (decision >= 0) {
            use(
                    decision,
                    rechecked.path("execution").asText(),
                    new BigDecimal(rechecked.path("trade").path("nominal").asText()));
        }
    }

    /**
     * Counts an execution.
     *
     * @param decision the place of the decision
     * @param execution its name; empty if it has none
     * @param nominal how much
     * @return all that was done under the decision, with this
     */
    BigDecimal use(long decision, String execution, BigDecimal nominal) {
        boolean known = !execution.isEmpty()
                && !executions
                        .computeIfAbsent(decision, fresh -> new HashSet<>())
                        .add(execution);
        return done.merge(decision, known ? BigDecimal.ZERO : nominal, BigDecimal::add);
    }
}
