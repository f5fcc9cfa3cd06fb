package io.bondtrader.security.mfa;

import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.guard.AttemptGuard;
import io.bondtrader.security.guard.AttemptGuard.Admission;
import io.bondtrader.security.guard.AttemptGuard.Reservation;
import io.bondtrader.security.guard.AttemptStore;
import io.bondtrader.security.guard.ConsecutiveRule;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.mfa.EnrolledFactor.OneTimeKey;
import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks codes of enrolled factors and counts failures: five are free, then each doubles the wait, and after one hundred
 * in a row the factor is locked, that factor alone (NIST SP 800-63B-4 section 3.2.2). A guess is counted before it is
 * looked at.
 *
 * <p>Immutable; safe for use by many threads as far as the stores are.
 */
public final class FactorCheck {

    final FactorStore store;
    final SecretProtector protector;
    final InstantSource clock;
    private final StepStore steps;
    private final TimeCodes timeCodes;
    private final CounterCodes counterCodes;
    private final @Nullable BackupCodes backupCodes;
    private final AttemptGuard guard;
    private final SecurityEventSink events;

    private FactorCheck(
            FactorStore store,
            SecretProtector protector,
            StepStore steps,
            @Nullable BackupCodes backupCodes,
            AttemptGuard guard,
            InstantSource clock,
            SecurityEventSink events) {
        this.store = store;
        this.protector = protector;
        this.clock = clock;
        this.steps = steps;
        this.timeCodes = TimeCodes.of(steps, clock);
        this.counterCodes = CounterCodes.of(steps, 5);
        this.backupCodes = backupCodes;
        this.guard = guard;
        this.events = events;
    }

    /**
     * Returns a check with a drift of one time step, five presses of a button ahead, and no backup codes.
     *
     * @param store of the factors
     * @param protector of their keys
     * @param steps that were accepted
     * @param attempts that failed
     * @param clock of this machine
     * @param events what is told of every proof and failure
     * @return the check
     */
    public static FactorCheck of(
            FactorStore store,
            SecretProtector protector,
            StepStore steps,
            AttemptStore attempts,
            InstantSource clock,
            SecurityEventSink events) {
        return new FactorCheck(
                Objects.requireNonNull(store),
                Objects.requireNonNull(protector),
                Objects.requireNonNull(steps),
                null,
                AttemptGuard.of(attempts, ConsecutiveRule.standard(), clock),
                clock,
                Objects.requireNonNull(events));
    }

    /**
     * Returns this check with backup codes.
     *
     * @param codes of all users, kept under the account's identifier
     * @return the check
     */
    public FactorCheck withBackupCodes(BackupCodes codes) {
        return new FactorCheck(store, protector, steps, Objects.requireNonNull(codes), guard, clock, events);
    }

    /**
     * Returns the factors that an account can prove.
     *
     * @param account whose
     * @return the active ones
     */
    public AccountFactors factors(AccountId account) {
        AccountFactors all = store.of(account);
        return new AccountFactors(account, all.version(), all.active());
    }

    /**
     * Says whether an account has backup codes left.
     *
     * @param account whose
     * @return how many
     */
    public int backupCodesLeft(AccountId account) {
        return backupCodes == null ? 0 : backupCodes.remaining(account.value());
    }

    /**
     * Checks a code of an app or a button, and uses it up.
     *
     * @param account whose factor it is
     * @param factor its identifier; unknown and pending ones prove nothing
     * @param code as typed
     * @param source where the user is; null if inside
     * @return what became of it
     */
    public FactorVerdict verify(AccountId account, String factor, String code, @Nullable IpAddress source) {
        Optional<EnrolledFactor> found =
                store.of(account).active(factor).filter(active -> active.material() instanceof OneTimeKey);
        if (found.isEmpty()) {
            failed(SecurityEventType.AUTHN_LOGIN_FAIL, account, source, "factor", "no_such_factor");
            return new FactorVerdict.Refused();
        }
        Admission admission = guard.admit(key(account, factor));
        if (!(admission instanceof Reservation reservation)) {
            return turnedAway(admission, account, source, "factor:" + factor);
        }
        CodeCheck checked;
        try {
            checked = code(account, found.get(), code);
        } catch (RuntimeException unreadable) {
            reservation.release();
            throw unreadable;
        }
        if (checked.verdict() != CodeVerdict.ACCEPTED) {
            String reason = checked.verdict().name().toLowerCase(Locale.ROOT);
            return wrong(reservation, account, source, "factor:" + factor, reason);
        }
        Instant now = clock.instant();
        Factor kind = found.get().kind();
        SecurityEvent proved = proved(account, source, "factor:" + factor, kind, now);
        if (kind == Factor.TIME_CODE) {
            proved = proved.with("offset", checked.step() - now.getEpochSecond() / TimeCodes.STEP_SECONDS);
        }
        events.report(proved);
        reservation.succeeded();
        return new FactorVerdict.Proved(new FactorEvidence(kind, now));
    }

    /**
     * Checks a backup code and uses it up.
     *
     * @param account whose code it is
     * @param typed as typed; wiped
     * @param source where the user is; null if inside
     * @return what became of it
     */
    public FactorVerdict verifyBackupCode(AccountId account, char[] typed, @Nullable IpAddress source) {
        BackupCodes codes = backupCodes;
        if (codes == null) {
            Arrays.fill(typed, '\0');
            failed(SecurityEventType.AUTHN_LOGIN_FAIL, account, source, "backup_codes", "no_such_factor");
            return new FactorVerdict.Refused();
        }
        Admission admission = guard.admit(key(account, "backup codes"));
        if (!(admission instanceof Reservation reservation)) {
            Arrays.fill(typed, '\0');
            return turnedAway(admission, account, source, "backup_codes");
        }
        if (!codes.use(account.value(), typed)) {
            return wrong(reservation, account, source, "backup_codes", "wrong");
        }
        Instant now = clock.instant();
        events.report(proved(account, source, "backup_codes", Factor.BACKUP_CODE, now)
                .with("remaining", codes.remaining(account.value())));
        reservation.succeeded();
        return new FactorVerdict.Proved(new FactorEvidence(Factor.BACKUP_CODE, now));
    }

    /** Checks a code against a factor in any state, uncounted. */
    CodeCheck code(AccountId account, EnrolledFactor factor, String typed) {
        OneTimeKey material = (OneTimeKey) factor.material();
        byte[] key = protector.reveal(material.protectedKey(), context(account, factor.id()));
        try (OneTimeSecret secret = OneTimeSecret.of(key, material.hash(), material.digits())) {
            String id = key(account, factor.id());
            return factor.kind() == Factor.TIME_CODE
                    ? timeCodes.check(secret, id, typed)
                    : counterCodes.check(secret, id, typed);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    void unlock(AccountId account, String factor) {
        guard.clear(key(account, factor));
    }

    void unlockBackupCodes(AccountId account) {
        guard.clear(key(account, "backup codes"));
    }

    static String context(AccountId account, String factor) {
        return "bondtrader factor " + account + " " + factor;
    }

    /** Identifiers hold no blanks, so that no two pairs give one key. */
    private static String key(AccountId account, String factor) {
        return "factor " + account + " " + factor;
    }

    private FactorVerdict wrong(
            Reservation reservation, AccountId account, @Nullable IpAddress source, String subject, String reason) {
        SecurityEventType type =
                reservation.isLast() ? SecurityEventType.AUTHN_LOGIN_LOCK : SecurityEventType.AUTHN_LOGIN_FAIL;
        failed(type, account, source, subject, reason);
        return new FactorVerdict.Refused();
    }

    private FactorVerdict turnedAway(
            Admission admission, AccountId account, @Nullable IpAddress source, String subject) {
        if (admission instanceof AttemptGuard.Wait wait) {
            failed(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, account, source, subject, "wait");
            return new FactorVerdict.Wait(wait.retryAfter());
        }
        failed(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, account, source, subject, "locked");
        return new FactorVerdict.Locked();
    }

    private void failed(
            SecurityEventType type, AccountId account, @Nullable IpAddress source, String subject, String reason) {
        events.report(SecurityEvent.of(type, clock.instant())
                .by(account)
                .from(source)
                .about(subject)
                .with("reason", reason));
    }

    private static SecurityEvent proved(
            AccountId account, @Nullable IpAddress source, String subject, Factor kind, Instant now) {
        return SecurityEvent.of(SecurityEventType.AUTHN_FACTOR_PROVED, now)
                .by(account)
                .from(source)
                .about(subject)
                .with("kind", kind);
    }
}
