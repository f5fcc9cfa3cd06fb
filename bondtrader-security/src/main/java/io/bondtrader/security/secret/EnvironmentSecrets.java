package io.bondtrader.security.secret;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.UnsafeStorage;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets in environment variables, for development alone: they are readable by every process of the user and stand in crash
 * reports. In production this cannot be made.
 *
 * <p>Immutable and safe for use by many threads. A secret {@code db/password} is the variable {@code DB_PASSWORD}; it has a
 * current version only.
 */
public final class EnvironmentSecrets implements SecretSource {

    private final Map<String, String> variables;

    private EnvironmentSecrets(Map<String, String> variables) {
        this.variables = variables;
    }

    /** What a process is for. */
    public enum Profile {
        /** Real desks, real money. */
        PRODUCTION,
        /** A developer's machine, a build. */
        DEVELOPMENT
    }

    /**
     * Returns the source.
     *
     * @param profile what this process is for
     * @param variables as {@code System.getenv()} has them
     * @param clock of the event
     * @param events hears of a refusal
     * @return the source
     * @throws UnsafeStorage in production; that is reported first
     */
    public static EnvironmentSecrets of(
            Profile profile, Map<String, String> variables, InstantSource clock, SecurityEventSink events) {
        if (profile != Profile.DEVELOPMENT) {
            events.report(SecurityEvent.of(SecurityEventType.SENSITIVE_READ_FAIL, clock.instant())
                    .with("refused", "environment variables as a source of secrets in production"));
            throw new UnsafeStorage("secrets of production must not be kept in environment variables");
        }
        return new EnvironmentSecrets(Map.copyOf(variables));
    }

    @Override
    public Optional<SecretVersion> read(String name, SecretStage stage) {
        String value = stage == SecretStage.CURRENT ? variables.get(Secrets.variable(SecretNames.checked(name))) : null;
        if (value == null) {
            return Optional.empty();
        }
        InvalidInput.unless(!value.isEmpty(), "secret " + name, "nothing", "not empty");
        return Optional.of(new SecretVersion("environment", SecretValue.of(value.toCharArray())));
    }

    @Override
    public String toString() {
        return "EnvironmentSecrets[" + variables.size() + " variables]";
    }
}
