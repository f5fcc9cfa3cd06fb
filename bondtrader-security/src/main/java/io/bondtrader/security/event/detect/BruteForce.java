package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds one account on which passwords or codes are tried, from wherever. A success takes nothing back: it may be the
 * attacker's.
 *
 * <p>Not safe for use by many threads; see {@link Detector}.
 */
public final class BruteForce implements Detector {

    private static final int ACCOUNTS = 10_000;

    private final DistinctInWindow failures;
    private final int many;
    private long sequence;

    private BruteForce(int many, Duration window) {
        this.failures = new DistinctInWindow(ACCOUNTS, many, window);
        this.many = many;
    }

    /** {@return a detector of 20 failures within an hour} */
    public static BruteForce standard() {
        return of(20, Duration.ofHours(1));
    }

    /**
     * Returns a detector.
     *
     * @param failures on one account, those turned away because of earlier ones included
     * @param window of time
     * @return the detector
     * @throws InvalidInput if the number is not from 2 to 1000, or the window is not from a second to 7 days
     */
    public static BruteForce of(int failures, Duration window) {
        return new BruteForce(failures, window);
    }

    @Override
    public String name() {
        return "brute-force";
    }

    @Override
    public List<Finding> observe(SecurityEvent event) {
        @Nullable AccountId account = event.account();
        if (account == null || !Attempted.guess(event)) {
            return List.of();
        }
        int count = failures.add(account.value(), "failure " + sequence++, event.occurredAt());
        if (count < many) {
            return List.of();
        }
        return List.of(Finding.of(
                SecurityEvent.of(SecurityEventType.MALICIOUS_CREDENTIAL_ATTACK, event.occurredAt())
                        .by(account)
                        .from(event.source())
                        .about("account " + account)
                        .with("failures", "at least " + count),
                "Passwords or codes are guessed on account " + account));
    }
}
