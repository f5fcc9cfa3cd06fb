package io.bondtrader.security.authentication;

import io.bondtrader.security.authentication.LoginProtection.Attempt;
import io.bondtrader.security.authentication.LoginProtection.Closed;
import io.bondtrader.security.authentication.LoginProtection.Gate;
import io.bondtrader.security.authentication.LoginProtection.TurnedAway;
import io.bondtrader.security.error.HashingBusy;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.password.PasswordVerdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a password against an account under protection. Whoever is refused has cost the same work and the same one event,
 * whether the account is unknown, closed, disabled or the password wrong.
 */
final class PasswordStep {

    private static final Duration AFTER_BUSY = Duration.ofSeconds(1);

    private final SignInParts parts;

    PasswordStep(SignInParts parts) {
        this.parts = parts;
    }

    sealed interface Outcome permits Right, Wrong, Later {}

    /** The password is right; the hash that is stored now, and how often it was wrong before. */
    record Right(Account account, String credential, Attempt attempt) implements Outcome {
        @Override
        public String toString() {
            return "Right[" + account + "]";
        }
    }

    record Wrong() implements Outcome {}

    record Later(Duration retryAfter) implements Outcome {}

    Outcome check(Optional<Account> account, String loginName, char[] password, SignInSource source) {
        Gate gate;
        try {
            gate = parts.protection.admit(account.map(Account::id).orElse(null), loginName, source);
        } catch (RuntimeException stateLost) {
            Arrays.fill(password, '\0');
            throw stateLost;
        }
        if (gate instanceof TurnedAway away) {
            Arrays.fill(password, '\0');
            report(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, account, source, "limit_" + away.limit());
            return new Later(away.retryAfter());
        }
        Attempt attempt = gate instanceof Closed closed ? closed.attempt() : (Attempt) gate;
        String stored =
                account.flatMap(known -> parts.credentials.find(known.id())).orElse(null);
        PasswordVerdict verdict;
        try {
            verdict = parts.hashing.verify(password, stored);
        } catch (HashingBusy busy) {
            attempt.release();
            report(SecurityEventType.EXCESS_RATE_LIMIT_EXCEEDED, account, source, "hashing_busy");
            return new Later(AFTER_BUSY);
        } catch (RuntimeException failed) {
            attempt.release();
            throw failed;
        }
        String refusal = refusal(account, gate, verdict);
        if (refusal != null || account.isEmpty() || stored == null) {
            SecurityEventType type =
                    attempt.isLast() ? SecurityEventType.AUTHN_LOGIN_LOCK : SecurityEventType.AUTHN_LOGIN_FAIL;
            report(type, account, source, refusal == null ? "no_password" : refusal);
            return new Wrong();
        }
        return new Right(account.get(), upgraded(account.get(), stored, verdict), attempt);
    }

    private static @Nullable String refusal(Optional<Account> account, Gate gate, PasswordVerdict verdict) {
        if (account.isEmpty()) {
            return "no_such_account";
        }
        if (gate instanceof Closed) {
            return "closed";
        }
        if (verdict instanceof PasswordVerdict.Rejected rejected) {
            return rejected.reason().name().toLowerCase(Locale.ROOT);
        }
        if (!verdict.matches()) {
            return "wrong_password";
        }
        return account.get().enabled() ? null : "disabled";
    }

    /** Returns the hash that is stored afterwards; whoever changed it meanwhile is heeded later. */
    private String upgraded(Account account, String stored, PasswordVerdict verdict) {
        boolean replaced = verdict instanceof PasswordVerdict.MatchNeedsUpgrade upgrade
                && parts.credentials.replace(account.id(), stored, upgrade.replacement());
        return replaced ? ((PasswordVerdict.MatchNeedsUpgrade) verdict).replacement() : stored;
    }

    private void report(SecurityEventType type, Optional<Account> account, SignInSource source, String reason) {
        SecurityEvent event = SecurityEvent.of(type, parts.clock.instant())
                .from(source.address())
                .within(source.correlationId())
                .about("password")
                .with("reason", reason);
        parts.events.report(account.isPresent() ? event.by(account.get().id()) : event);
    }
}
