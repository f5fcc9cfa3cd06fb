package io.bondtrader.security.access.grant;

import java.util.List;

/**
 * Duties in one hand that exclude each other. Immutable.
 *
 * @param duty the duty's id
 * @param holder who holds them: a person, or an account that nobody owns
 * @param paths how he comes by each, from the role granted to what the duty names, as in {@code head → trader}
 * @param grants the grants concerned, as in {@code head by mia}
 */
public record Conflict(String duty, String holder, List<String> paths, List<String> grants) {

    /** Copies the lists. */
    public Conflict {
        paths = List.copyOf(paths);
        grants = List.copyOf(grants);
    }

    /** {@return a sentence for the log} */
    @Override
    public String toString() {
        return "duty " + duty + ": " + holder + " holds " + String.join(" and ", paths) + " ("
                + String.join(", ", grants) + ")";
    }
}
