package io.bondtrader.security.mfa;

import io.bondtrader.security.error.StateContended;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.event.UserNotifier;
import io.bondtrader.security.guard.OpaqueToken;
import io.bondtrader.security.guard.SingleUseStore;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.Factor;
import io.bondtrader.security.identity.FactorEvidence;
import io.bondtrader.security.mfa.EnrolledFactor.TokenKey;
import io.bondtrader.security.mfa.FactorChange.Changed;
import io.bondtrader.security.mfa.FactorChange.Reason;
import io.bondtrader.security.mfa.HardwareChallenge.Purpose;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Asserted;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Flags;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Reading;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Registered;
import io.bondtrader.security.mfa.HardwareTokenVerifier.Rejected;
import io.bondtrader.security.network.IpAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enrols hardware tokens and asks them, in two steps. A challenge belongs to an account, a session or sign-in, a purpose
 * and, if given, a transaction; it is answered once and within five minutes. Whose token answered is checked here and not
 * left to the verifier.
 *
 * <p>Immutable; safe for use by many threads as far as the stores are.
 */
public final class HardwareTokens {

    private static final Duration TO_ANSWER = Duration.ofMinutes(5);
    private static final int LONGEST_ANSWER = 65_536;
    private static final int TRIES = 1_000;

    private final FactorStore store;
    private final SingleUseStore<HardwareChallenge> challenges;
    private final HardwareTokenVerifier verifier;
    private final Requirements requirements;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SecurityEventSink events;
    private final UserNotifier notifier;

    private HardwareTokens(Builder builder, Requirements requirements) {
        this.store = builder.store;
        this.challenges = builder.challenges;
        this.verifier = builder.verifier;
        this.requirements = requirements;
        this.clock = builder.clock;
        this.random = builder.random;
        this.events = builder.events;
        this.notifier = builder.notifier.reportingTo(builder.events);
    }

    /**
     * What is asked of tokens. Said by the host; there is no default.
     *
     * @param userVerification whether the token must know the user by PIN or finger
     * @param copiedKeys whether keys are taken that can be copied to other devices
     */
    public record Requirements(boolean userVerification, boolean copiedKeys) {}

    /** Collects what the ceremonies need. */
    public static final class Builder {

        private final FactorStore store;
        private final SingleUseStore<HardwareChallenge> challenges;
        private final HardwareTokenVerifier verifier;
        private final InstantSource clock;
        private final SecureRandom random;
        private final SecurityEventSink events;
        private UserNotifier notifier = UserNotifier.none();

        /**
         * Begins with what everybody needs.
         *
         * @param store of the factors
         * @param challenges that are not answered yet
         * @param verifier of the answers
         * @param clock of this machine
         * @param random a secure source
         * @param events what is told of every proof, change and failure
         */
        public Builder(
                FactorStore store,
                SingleUseStore<HardwareChallenge> challenges,
                HardwareTokenVerifier verifier,
                InstantSource clock,
                SecureRandom random,
                SecurityEventSink events) {
            this.store = Objects.requireNonNull(store);
            this.challenges = Objects.requireNonNull(challenges);
            this.verifier = Objects.requireNonNull(verifier);
            this.clock = Objects.requireNonNull(clock);
            this.random = Objects.requireNonNull(random);
            this.events = Objects.requireNonNull(events);
        }

        /**
         * Sets who tells users of new tokens.
         *
         * @param chosen notifier
         * @return this builder
         */
        public Builder notifier(UserNotifier chosen) {
            this.notifier = Objects.requireNonNull(chosen);
            return this;
        }

        /**
         * Returns the ceremonies.
         *
         * @param requirements of tokens
         * @return the ceremonies
         */
        public HardwareTokens build(Requirements requirements) {
            return new HardwareTokens(this, requirements);
        }
    }

    /** What became of the wish to enrol a token. */
    public sealed interface Start permits Asked, NotStarted {}

    /**
     * The token is asked.
     *
     * @param challenge for the browser
     */
    public record Asked(HardwareChallenge challenge) implements Start {}

    /**
     * Enrolment has not begun.
     *
     * @param reason why
     */
    public record NotStarted(Reason reason) implements Start {}

    /**
     * Begins to enrol a token.
     *
     * @param actor whose token it will be
     * @return the challenge, or why not
     */
    public Start beginRegistration(FactorActor actor) {
        AccountFactors factors = store.of(actor.principal().account());
        Instant now = clock.instant();
        Reason reason = !actor.provedEnough(factors, FactorEnrolment.RECENT, now)
                ? Reason.PROVE_AGAIN
                : factors.active().size() >= FactorEnrolment.MOST ? Reason.TOO_MANY : null;
        if (reason != null) {
            FactorEnrolment.refused(events, actor, Factor.HARDWARE_TOKEN, reason, now);
            return new NotStarted(reason);
        }
        return new Asked(asked(factors, actor.session(), Purpose.REGISTRATION, "", now));
    }

    /**
     * Enrols the token that answered.
     *
     * @param actor in the session in which it was begun
     * @param ceremony its identifier
     * @param answer as the browser sent it
     * @param label how the user calls the token
     * @return the active factor, or why not
     */
    public FactorChange finishRegistration(FactorActor actor, String ceremony, String answer, String label) {
        AccountId account = actor.principal().account();
        Instant now = clock.instant();
        Optional<HardwareChallenge> challenge =
                taken(ceremony, account, actor.session(), Purpose.REGISTRATION, "", now);
        Reading reading = challenge.isEmpty() || answer.length() > LONGEST_ANSWER
                ? new Rejected("no_such_ceremony")
                : verifier.register(challenge.get(), answer);
        if (!(reading instanceof Registered registered)
                || flaw(registered.flags(), registered.key().backupEligible()) != null) {
            return FactorEnrolment.refused(events, actor, Factor.HARDWARE_TOKEN, Reason.NOT_PROVED, now);
        }
        String id = OpaqueToken.digest(registered.key().credentialId()).substring(0, 22);
        EnrolledFactor added =
                new EnrolledFactor(id, Factor.HARDWARE_TOKEN, label, new EnrolledFactor.Active(now), registered.key());
        for (int i = 0; i < TRIES; i++) {
            if (store.ownerOf(registered.key().credentialId()).isPresent()) {
                return FactorEnrolment.refused(events, actor, Factor.HARDWARE_TOKEN, Reason.TAKEN, now);
            }
            AccountFactors factors = store.of(account);
            if (factors.active().size() >= FactorEnrolment.MOST) {
                return FactorEnrolment.refused(events, actor, Factor.HARDWARE_TOKEN, Reason.TOO_MANY, now);
            }
            SecurityEvent event = FactorEnrolment.changed(actor.principal(), added, "confirmed", now)
                    .from(actor.source());
            events.report(event);
            if (store.replace(factors, factors.replacing(id, added))) {
                notifier.tell(account, event);
                return new Changed(added);
            }
        }
        throw new StateContended("factors");
    }

    /**
     * Asks an account's tokens.
     *
     * @param account whose
     * @param binding reference of the session or sign-in under way
     * @param transaction what the user agrees to, as shown to the user; empty for a sign-in
     * @return the challenge, or nothing if the account has no token
     */
    public Optional<HardwareChallenge> beginAssertion(AccountId account, String binding, String transaction) {
        AccountFactors factors = store.of(account);
        return keys(factors).isEmpty()
                ? Optional.empty()
                : Optional.of(asked(factors, binding, Purpose.ASSERTION, transaction, clock.instant()));
    }

    /**
     * Checks an answer and uses the challenge up.
     *
     * @param account who should have answered
     * @param binding the same as at the beginning
     * @param transaction the same as at the beginning
     * @param ceremony its identifier
     * @param answer as the browser sent it
     * @param source where the user is; null if inside
     * @return what became of it
     */
    public FactorVerdict finishAssertion(
            AccountId account,
            String binding,
            String transaction,
            String ceremony,
            String answer,
            @Nullable IpAddress source) {
        Instant now = clock.instant();
        Optional<HardwareChallenge> challenge = taken(ceremony, account, binding, Purpose.ASSERTION, transaction, now);
        if (challenge.isEmpty()) {
            return failed(account, source, "no_such_ceremony", now);
        }
        if (answer.length() > LONGEST_ANSWER) {
            return failed(account, source, "too_long", now);
        }
        Reading reading = verifier.verify(challenge.get(), answer);
        if (!(reading instanceof Asserted asserted)) {
            String reason = reading instanceof Rejected rejected ? rejected.reason() : "other_purpose";
            return failed(account, source, reason, now);
        }
        for (int i = 0; i < TRIES; i++) {
            AccountFactors factors = store.of(account);
            EnrolledFactor used = factors.active().stream()
                    .filter(factor -> factor.material() instanceof TokenKey key
                            && key.credentialId().equals(asserted.credentialId()))
                    .findFirst()
                    .orElse(null);
            if (used == null) {
                return failed(account, source, "not_the_users_token", now);
            }
            TokenKey key = (TokenKey) used.material();
            String flaw = flaw(asserted.flags(), key.backupEligible());
            if (flaw != null) {
                return failed(account, source, flaw, now);
            }
            boolean counts = key.counter() > 0 || asserted.counter() > 0;
            if (counts && asserted.counter() <= key.counter()) {
                return cloned(account, source, used, key.counter(), asserted.counter(), now);
            }
            if (!counts || store.replace(factors, factors.replacing("", used.with(key.counted(asserted.counter()))))) {
                events.report(SecurityEvent.of(SecurityEventType.AUTHN_FACTOR_PROVED, now)
                        .by(account)
                        .from(source)
                        .about("factor:" + used.id())
                        .with("kind", Factor.HARDWARE_TOKEN)
                        .with("transaction", OpaqueToken.digest(transaction)));
                return new FactorVerdict.Proved(new FactorEvidence(Factor.HARDWARE_TOKEN, now));
            }
        }
        throw new StateContended("factors");
    }

    private HardwareChallenge asked(
            AccountFactors factors, String binding, Purpose purpose, String transaction, Instant now) {
        OpaqueToken id = OpaqueToken.generate(random);
        HardwareChallenge challenge = new HardwareChallenge(
                id.reveal(),
                factors.account(),
                binding,
                purpose,
                challenge(transaction),
                transaction,
                keys(factors),
                now.plus(TO_ANSWER));
        challenges.keep(id.digest(), challenge, challenge.until(), now);
        return challenge;
    }

    private String challenge(String transaction) {
        byte[] digest = transaction.isEmpty() ? new byte[0] : HexFormat.of().parseHex(OpaqueToken.digest(transaction));
        byte[] bytes = new byte[32 + digest.length];
        random.nextBytes(bytes);
        System.arraycopy(digest, 0, bytes, 32, digest.length);
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }

    private static List<TokenKey> keys(AccountFactors factors) {
        return factors.active().stream()
                .map(EnrolledFactor::material)
                .filter(TokenKey.class::isInstance)
                .map(TokenKey.class::cast)
                .toList();
    }

    /** Takes a challenge whatever it turns out to be for: one that was tried elsewhere is spent. */
    private Optional<HardwareChallenge> taken(
            String ceremony, AccountId account, String binding, Purpose purpose, String transaction, Instant now) {
        return OpaqueToken.read(ceremony)
                .flatMap(id -> challenges.takeOnce(id.digest(), now))
                .filter(challenge -> challenge.account().equals(account)
                        && challenge.binding().equals(binding)
                        && challenge.purpose() == purpose
                        && challenge.transaction().equals(transaction)
                        && now.isBefore(challenge.until()));
    }

    /** Returns what is wrong with the flags, or null. Whether a key can be copied never changes (WebAuthn section 6.1.3). */
    private @Nullable String flaw(Flags flags, boolean backupEligible) {
        if (!flags.userPresent()) {
            return "user_not_present";
        }
        if (requirements.userVerification() && !flags.userVerified()) {
            return "user_not_verified";
        }
        if (flags.backedUp() && !flags.backupEligible()) {
            return "backed_up_without_eligibility";
        }
        if (flags.backupEligible() != backupEligible) {
            return "eligibility_changed";
        }
        return flags.backupEligible() && !requirements.copiedKeys() ? "copied_key" : null;
    }

    private FactorVerdict cloned(
            AccountId account, @Nullable IpAddress source, EnrolledFactor used, long known, long seen, Instant now) {
        events.report(SecurityEvent.of(SecurityEventType.AUTHN_CLONED_AUTHENTICATOR, now)
                .by(account)
                .from(source)
                .about("factor:" + used.id())
                .with("known", known)
                .with("seen", seen));
        return new FactorVerdict.Refused();
    }

    private FactorVerdict failed(AccountId account, @Nullable IpAddress source, String reason, Instant now) {
        events.report(SecurityEvent.of(SecurityEventType.AUTHN_LOGIN_FAIL, now)
                .by(account)
                .from(source)
                .about("hardware_token")
                .with("reason", reason));
        return new FactorVerdict.Refused();
    }
}
