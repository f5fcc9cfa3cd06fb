package io.bondtrader.security.apikey;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;
import java.util.List;

/**
 * How long keys live. Immutable.
 *
 * @param life of a version, from one day to two years
 * @param overlap for which a replaced version is still accepted, from nothing to its life
 * @param renewAhead how long before it expires a key that is rotated by schedule is replaced
 * @param noticeDays how many days before it expires notice is given, each once
 */
public record ApiKeyPolicy(Duration life, Duration overlap, Duration renewAhead, List<Integer> noticeDays) {

    private static final Duration LONGEST = Duration.ofDays(731);

    /**
     * Checks that the times fit together.
     *
     * @throws InvalidInput if they do not
     */
    public ApiKeyPolicy {
        boolean lives = life.compareTo(Duration.ofDays(1)) >= 0 && life.compareTo(LONGEST) <= 0;
        InvalidInput.unless(lives, "life", life, "from one day to two years");
        InvalidInput.unless(
                !overlap.isNegative() && overlap.compareTo(life) <= 0, "overlap", overlap, "from nothing to the life");
        InvalidInput.unless(
                !renewAhead.isNegative() && renewAhead.compareTo(life) < 0,
                "renewAhead",
                renewAhead,
                "from nothing to less than the life");
        noticeDays = List.copyOf(noticeDays);
        for (int days : noticeDays) {
            InvalidInput.unless(days >= 0, "days of notice", days, "0 or more");
        }
    }

    /** {@return a life of 90 days, a week of overlap, renewal two weeks ahead, notice 30, 7 and 1 days before} */
    public static ApiKeyPolicy standard() {
        return new ApiKeyPolicy(Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(14), List.of(30, 7, 1));
    }
}
