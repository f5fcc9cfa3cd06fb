package io.bondtrader.security.access;

import java.util.List;

/**
 * How a request would be decided. No permit: nothing can be done with it. Immutable.
 *
 * @param permitted whether it would be permitted
 * @param outcome the kind of decision
 * @param reasons why
 * @param lines what was looked at, in order, for people
 */
public record Explanation(boolean permitted, String outcome, List<Reason> reasons, List<String> lines) {

    /** Copies the lists. */
    public Explanation {
        reasons = List.copyOf(reasons);
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
