package io.bondtrader.security.event.detect;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.Factor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Finds an account, or an address nobody signed in from, that tries one thing after the other: objects of others, secrets,
 * API keys. What counts is how many different things were refused; a client that repeats one refused request is no attack.
 *
 * <p>Not safe for use by many threads; see {@link Detector}.
 */
public final class Enumeration implements Detector {

    private static final int DOERS = 10_000;

    private final String name;
    private final Predicate<SecurityEvent> refused;
    private final DistinctInWindow things;
    private final int many;

    private Enumeration(String name, Predicate<SecurityEvent> refused, int many, Duration window) {
        this.name = name;
        this.refused = Objects.requireNonNull(refused);
        this.things = new DistinctInWindow(DOERS, many, window);
        this.many = many;
    }

    /** {@return a detector of 20 objects refused or not there within 10 minutes} */
    public static Enumeration ofObjects() {
        return of("object-enumeration", Enumeration::objectRefused, 20, Duration.ofMinutes(10));
    }

    /** {@return a detector of 5 secrets refused to one reader within an hour; a source that is down refuses nobody} */
    public static Enumeration ofSecrets() {
        return of("secret-probing", Enumeration::secretRefused, 5, Duration.ofHours(1));
    }

    /** {@return a detector of 10 API keys refused within 10 minutes} */
    public static Enumeration ofApiKeys() {
        return of("api-key-probing", Enumeration::apiKeyRefused, 10, Duration.ofMinutes(10));
    }

    /**
     * Returns a detector.
     *
     * @param name in alerts and events
     * @param refused which events say that something was refused; their subject says what
     * @param things that differ
     * @param window of time
     * @return the detector
     * @throws InvalidInput if the name is blank, the number not from 2 to 1000, or the window not from a second to 7 days
     */
    public static Enumeration of(String name, Predicate<SecurityEvent> refused, int things, Duration window) {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        return new Enumeration(name, refused, things, window);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Finding> observe(SecurityEvent event) {
        if (!refused.test(event)) {
            return List.of();
        }
        String doer = Attempted.doer(event);
        int count = things.add(doer, event.subject(), event.occurredAt());
        if (count < many) {
            return List.of();
        }
        SecurityEvent news = SecurityEvent.of(SecurityEventType.MALICIOUS_ENUMERATION, event.occurredAt())
                .from(event.source())
                .about(doer)
                .with("things", "at least " + count);
        return List.of(Finding.of(
                event.account() == null ? news : news.by(event.account()),
                "One thing after the other is tried by " + doer));
    }

    private static boolean objectRefused(SecurityEvent event) {
        return event.type() == SecurityEventType.MALICIOUS_DIRECT_REFERENCE
                || event.type() == SecurityEventType.AUTHZ_FAIL
                || event.type() == SecurityEventType.MALICIOUS_EXCESS_404;
    }

    private static boolean secretRefused(SecurityEvent event) {
        return event.type() == SecurityEventType.SENSITIVE_READ_FAIL
                && event.details().containsKey("refused");
    }

    private static boolean apiKeyRefused(SecurityEvent event) {
        return event.type() == SecurityEventType.AUTHN_LOGIN_FAIL
                && Factor.API_KEY.name().equals(event.details().get("factor"));
    }
}
