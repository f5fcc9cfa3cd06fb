package io.bondtrader.security.mfa;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.StateContended;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.mfa.EnrolledFactor.OneTimeKey;
import io.bondtrader.security.mfa.EnrolledFactor.Pending;
import io.bondtrader.security.mfa.FactorChange.Changed;
import io.bondtrader.security.mfa.FactorChange.Reason;
import io.bondtrader.security.mfa.FactorChange.Refused;
import io.bondtrader.security.mfa.OneTimeSecret.Hash;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enrols and removes second factors. A factor is begun, confirmed by a first code in the same session within ten minutes,
 * and active from then on; until then it counts for nothing, and one that it is to replace stays. Every step needs proofs
 * of the last five minutes (password and, where there is one, a second factor), is an event, and is told to the user.
 *
 * <p>Immutable; safe for use by many threads as far as the stores are.
 */
public final class FactorEnrolment {

    static final Duration RECENT = Duration.ofMinutes(5);
    static final int MOST = 10;
    private static final Duration TO_CONFIRM = Duration.ofMinutes(10);
    private static final int TRIES = 1_000;

    private final FactorStore store;
    private final FactorCheck check;
    private final SecretProtector protector;
    private final SecureRandom random;
    private final SecurityEventSink events;
    private final UserNotifier notifier;

    private FactorEnrolment(FactorCheck check, SecureRandom random, SecurityEventSink events, UserNotifier notifier) {
        this.store = check.store;
        this.check = check;
        this.protector = check.protector;
        this.random = random;
        this.events = events;
        this.notifier = notifier.reportingTo(events);
    }

    /**
     * Returns enrolment of the factors that a check knows.
     *
     * @param check of the factors
     * @param random a secure source
     * @param events what is told of every change and refusal
     * @param notifier tells the user
     * @return the enrolment
     */
    public static FactorEnrolment of(
            FactorCheck check, SecureRandom random, SecurityEventSink events, UserNotifier notifier) {
        return new FactorEnrolment(
                check,
                Objects.requireNonNull(random),
                Objects.requireNonNull(events),
                Objects.requireNonNull(notifier));
    }

    /** What became of the wish to enrol a factor. */
    public sealed interface Start permits Started, NotStarted {}

    /**
     * Enrolment has begun.
     *
     * @param factor its identifier, to confirm it by
     * @param secret for the user's authenticator: show its address once, then close it
     */
    public record Started(String factor, OneTimeSecret secret) implements Start {}

    /**
     * Enrolment has not begun.
     *
     * @param reason why
     */
    public record NotStarted(Reason reason) implements Start {}

    /**
     * Begins to enrol an authenticator app or a token with a button. A factor of the kind that the account began before
     * and did not confirm is dropped.
     *
     * @param actor whose factor it will be
     * @param kind {@link Factor#TIME_CODE} or {@link Factor#COUNTER_CODE}
     * @param label how the user calls it
     * @param replaces an active factor that goes when this one is confirmed; null if none does
     * @return the secret, or why not
     * @throws InvalidInput if the kind is another, or the label is empty or long
     */
    public Start begin(FactorActor actor, Factor kind, String label, @Nullable String replaces) {
        InvalidInput.unless(
                kind == Factor.TIME_CODE || kind == Factor.COUNTER_CODE, "kind", kind, "one with one-time codes");
        AccountId account = actor.principal().account();
        Instant now = check.clock.instant();
        for (int i = 0; i < TRIES; i++) {
            AccountFactors factors = store.of(account);
            Optional<Reason> reason = againstBeginning(actor, factors, replaces, now);
            if (reason.isPresent()) {
                refused(actor, kind, reason.get(), now);
                return new NotStarted(reason.get());
            }
            String id = OpaqueToken.generate(random).reveal().substring(0, 22);
            OneTimeSecret secret = OneTimeSecret.generate(random, Hash.SHA1, 6);
            Pending pending = new Pending(actor.session(), now.plus(TO_CONFIRM), replaces);
            EnrolledFactor begun = new EnrolledFactor(id, kind, label, pending, protectedKey(account, id, secret));
            List<EnrolledFactor> next = factors.replacing(id, begun);
            next.removeIf(other -> !other.active() && other.kind() == kind && !other.equals(begun));
            SecurityEvent event =
                    changed(actor.principal(), begun, "begun", now).from(actor.source());
            events.report(event);
            if (store.replace(factors, next)) {
                notifier.tell(account, event);
                return new Started(id, secret);
            }
            secret.close();
        }
        throw new StateContended("factors");
    }

    /**
     * Confirms a factor by a first code, which is used up.
     *
     * @param actor in the session in which it was begun
     * @param factor its identifier
     * @param code as typed
     * @return the active factor, or why not
     */
    public FactorChange confirm(FactorActor actor, String factor, String code) {
        AccountId account = actor.principal().account();
        Instant now = check.clock.instant();
        AccountFactors factors = store.of(account);
        EnrolledFactor begun = factors.factor(factor).orElse(null);
        Optional<Reason> reason = againstConfirming(actor, factors, begun, now);
        if (begun == null || reason.isPresent()) {
            return refused(actor, null, reason.orElse(Reason.NO_SUCH_FACTOR), now);
        }
        if (check.code(account, begun, code).verdict() != CodeVerdict.ACCEPTED) {
            return refused(actor, begun.kind(), Reason.NOT_PROVED, now);
        }
        EnrolledFactor active = begun.activated(now);
        String replaces = ((Pending) begun.state()).replaces();
        SecurityEvent event =
                changed(actor.principal(), active, "confirmed", now).from(actor.source());
        events.report(event);
        if (!store.replace(factors, factors.replacing(replaces == null ? "" : replaces, active))) {
            // Whatever changed meanwhile, the user begins again: the code is used up.
            return refused(actor, begun.kind(), Reason.NO_SUCH_FACTOR, now);
        }
        notifier.tell(account, event);
        return new Changed(active);
    }

    /**
     * Removes a factor. The last second factor stays: add another first, or {@link #recover}.
     *
     * @param actor whose factor it is
     * @param factor its identifier
     * @return the factor that is gone, or why not
     */
    public FactorChange remove(FactorActor actor, String factor) {
        AccountId account = actor.principal().account();
        Instant now = check.clock.instant();
        for (int i = 0; i < TRIES; i++) {
            AccountFactors factors = store.of(account);
            EnrolledFactor gone = factors.factor(factor).orElse(null);
            if (gone == null) {
                return refused(actor, null, Reason.NO_SUCH_FACTOR, now);
            }
            if (!actor.provedEnough(factors, RECENT, now)) {
                return refused(actor, gone.kind(), Reason.PROVE_AGAIN, now);
            }
            if (gone.active() && factors.active().size() == 1) {
                return refused(actor, gone.kind(), Reason.LAST_FACTOR, now);
            }
            SecurityEvent event =
                    changed(actor.principal(), gone, "removed", now).from(actor.source());
            events.report(event);
            if (store.replace(factors, factors.without(factor))) {
                notifier.tell(account, event);
                return new Changed(gone);
            }
        }
        throw new StateContended("factors");
    }

    /**
     * Takes all second factors from an account whose user has lost them, after whoever answers for it has made sure who
     * asks. Backup codes end with {@link BackupCodes#regenerate}. Whether the administrator may do it is for access rules.
     *
     * @param account whose factors are lost
     * @param administrator who does it; another person than the account's
     * @param owner the account's own principal, if the person behind it is known
     * @param reason why, for the record
     * @return how many factors are gone
     * @throws InvalidInput if the administrator and the owner are one
     */
    public int recover(AccountId account, Principal administrator, Principal owner, String reason) {
        InvalidInput.unless(owner.account().equals(account), "owner", owner.account(), "of the account");
        boolean another = !administrator.account().equals(account)
                && administrator.person() != null
                && !administrator.person().equals(owner.person());
        InvalidInput.unless(another, "administrator", administrator.account(), "another person than the owner");
        Instant now = check.clock.instant();
        for (int i = 0; i < TRIES; i++) {
            AccountFactors factors = store.of(account);
            SecurityEvent event = SecurityEvent.of(SecurityEventType.AUTHN_FACTOR_CHANGE, now)
                    .by(administrator)
                    .about("account:" + account)
                    .with("change", "recovered")
                    .with("factors", factors.factors().size())
                    .with("reason", reason);
            events.report(event);
            if (store.replace(factors, List.of())) {
                factors.factors().forEach(factor -> check.unlock(account, factor.id()));
                check.unlockBackupCodes(account);
                notifier.tell(account, event);
                return factors.factors().size();
            }
        }
        throw new StateContended("factors");
    }

    private static Optional<Reason> againstBeginning(
            FactorActor actor, AccountFactors factors, @Nullable String replaces, Instant now) {
        if (!actor.provedEnough(factors, RECENT, now)) {
            return Optional.of(Reason.PROVE_AGAIN);
        }
        if (replaces != null && factors.active(replaces).isEmpty()) {
            return Optional.of(Reason.NO_SUCH_FACTOR);
        }
        return factors.active().size() >= MOST && replaces == null ? Optional.of(Reason.TOO_MANY) : Optional.empty();
    }

    private static Optional<Reason> againstConfirming(
            FactorActor actor, AccountFactors factors, @Nullable EnrolledFactor begun, Instant now) {
        if (begun == null || !(begun.state() instanceof Pending pending)) {
            return Optional.of(Reason.NO_SUCH_FACTOR);
        }
        if (!pending.session().equals(actor.session())) {
            return Optional.of(Reason.OTHER_SESSION);
        }
        if (!now.isBefore(pending.until())) {
            return Optional.of(Reason.TOO_LATE);
        }
        // Begun with fresh proofs and confirmed within ten minutes: those proofs are at most fifteen minutes old.
        return actor.provedEnough(factors, RECENT.plus(TO_CONFIRM), now)
                ? Optional.empty()
                : Optional.of(Reason.PROVE_AGAIN);
    }

    private OneTimeKey protectedKey(AccountId account, String id, OneTimeSecret secret) {
        byte[] key = secret.exportKey();
        try {
            String text = protector.protect(key, FactorCheck.context(account, id));
            return new OneTimeKey(text, secret.hash(), secret.digits());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    static SecurityEvent changed(Principal actor, EnrolledFactor factor, String change, Instant now) {
        return SecurityEvent.of(SecurityEventType.AUTHN_FACTOR_CHANGE, now)
                .by(actor)
                .about("factor:" + factor.id())
                .with("change", change)
                .with("kind", factor.kind());
    }

    private Refused refused(FactorActor actor, @Nullable Factor kind, Reason reason, Instant now) {
        return refused(events, actor, kind, reason, now);
    }

    static Refused refused(
            SecurityEventSink events, FactorActor actor, @Nullable Factor kind, Reason reason, Instant now) {
        events.report(SecurityEvent.of(SecurityEventType.AUTHZ_FAIL, now)
                .by(actor.principal())
                .from(actor.source())
                .about("factors")
                .with("kind", kind == null ? "unknown" : kind)
                .with("reason", reason));
        return new Refused(reason);
    }
}
