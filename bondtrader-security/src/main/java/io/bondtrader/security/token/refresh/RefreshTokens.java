package io.bondtrader.security.token.refresh;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.TokenContext;
import io.bondtrader.security.token.refresh.RefreshOutcome.Reason;
import io.bondtrader.security.token.refresh.RefreshOutcome.RefreshToken;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.security.token.revocation.RevocationCheck;
import io.bondtrader.security.token.revocation.TokenReference;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts families of refresh tokens, and renews them. Each token is used once. Shown again within the grace by the same
 * client with the same key, as after a lost answer, it gives the same successor; shown later, or when the successor has
 * itself been used, it proves a copy and revokes the family.
 *
 * <p>Safe for use by many threads and machines, as far as the store is: of parallel uses of one token all get the one
 * successor. Source: RFC 9700, section 4.14.2.
 */
public final class RefreshTokens {

    private static final Duration LONGEST_GRACE = Duration.ofSeconds(60);

    private final RefreshStore store;
    private final RefreshText text;
    private final RevocationCheck revocations;
    private final RefreshLimits limits;
    private final InstantSource clock;
    private final SecureRandom random;
    private final SecurityEventSink events;
    private final Consumer<RefreshFamily> onReuse;

    private RefreshTokens(
            RefreshStore store,
            RefreshText text,
            RevocationCheck revocations,
            RefreshLimits limits,
            InstantSource clock,
            SecureRandom random,
            SecurityEventSink events,
            Consumer<RefreshFamily> onReuse) {
        this.store = Objects.requireNonNull(store, "store");
        this.text = text;
        this.revocations = Objects.requireNonNull(revocations, "revocations");
        this.limits = limits;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
        this.events = Objects.requireNonNull(events, "events");
        this.onReuse = Objects.requireNonNull(onReuse, "onReuse");
    }

    /**
     * How long refresh tokens are good.
     *
     * @param idle how long each is good if it is not used
     * @param absolute how long a family is good however often it is used
     * @param grace how long a token that was used may be shown again, at most 60 seconds; zero for not at all
     */
    public record RefreshLimits(Duration idle, Duration absolute, Duration grace) {

        /**
         * Checks the durations.
         *
         * @throws InvalidInput if one is negative, or the grace too long
         */
        public RefreshLimits {
            InvalidInput.unless(!idle.isNegative() && !idle.isZero(), "idle", idle, "above zero");
            InvalidInput.unless(absolute.compareTo(idle) >= 0, "absolute", absolute, "at least the idle limit");
            InvalidInput.unless(
                    !grace.isNegative() && grace.compareTo(LONGEST_GRACE) <= 0,
                    "grace",
                    grace,
                    "from zero to 60 seconds");
        }

        /** {@return an hour idle, twelve hours in all, ten seconds of grace: a working day on a desk} */
        public static RefreshLimits ofAWorkingDay() {
            return new RefreshLimits(Duration.ofHours(1), Duration.ofHours(12), Duration.ofSeconds(10));
        }
    }

    /**
     * Returns refresh tokens that are kept in a store.
     *
     * @param store of the families
     * @param key seals tokens and derives successors; at least 32 random bytes that are not kept in the store, the same on
     *     every machine; copied
     * @param revocations tells which subjects and clients were revoked
     * @param limits how long tokens are good
     * @param clock tells the time
     * @param random a secure source
     * @param events gets one event for each token and each refusal
     * @return the tokens
     * @throws InvalidInput if the key is too short; the message does not hold it
     */
    public static RefreshTokens of(
            RefreshStore store,
            byte[] key,
            RevocationCheck revocations,
            RefreshLimits limits,
            InstantSource clock,
            SecureRandom random,
            SecurityEventSink events) {
        InvalidInput.unless(key.length >= 32, "length of the key", key.length, "at least 32 bytes");
        return new RefreshTokens(store, new RefreshText(key), revocations, limits, clock, random, events, family -> {});
    }

    /**
     * Calls somebody when a copy was shown: to end sessions and tell the user.
     *
     * @param action called once for each family that is revoked so, after it is
     * @return tokens that do
     */
    public RefreshTokens onReuse(Consumer<RefreshFamily> action) {
        return new RefreshTokens(store, text, revocations, limits, clock, random, events, action);
    }

    /**
     * For whom a family is.
     *
     * @param issuer who issues the access tokens that it renews
     * @param subject whom they speak for
     * @param clientId which client gets it
     * @param proofKey the thumbprint of the key that the client must prove to hold each time; null for none
     * @param scope what was granted, for the access tokens
     */
    public record Holder(
            String issuer,
            String subject,
            String clientId,
            @Nullable String proofKey,
            String scope) {

        /** Checks that nothing is missing. */
        public Holder {
            Objects.requireNonNull(issuer, "issuer");
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(scope, "scope");
        }
    }

    /**
     * Starts a family, after the user has signed in.
     *
     * @param holder for whom
     * @param context for the event
     * @return the first token
     */
    public RefreshToken start(Holder holder, TokenContext context) {
        Instant now = clock.instant();
        String id = randomHex(16);
        byte[] secret = new byte[RefreshText.SECRET_BYTES];
        random.nextBytes(secret);
        Instant ends = now.plus(limits.absolute());
        RefreshFamily family = new RefreshFamily(
                id,
                0,
                holder.issuer(),
                holder.subject(),
                holder.clientId(),
                holder.proofKey(),
                holder.scope(),
                now,
                ends,
                earlier(now.plus(limits.idle()), ends),
                0,
                HexFormat.of().formatHex(RefreshText.hash(secret)),
                null,
                null,
                null,
                null);
        store.startFamily(family);
        return granted(family, secret, now, context);
    }

    /**
     * Renews a token.
     *
     * @param shown the token
     * @param clientId which client shows it, as it proved
     * @param proofKey the thumbprint of the key that the client proved to hold; null for none
     * @param context for the event
     * @return the successor, or why it was refused
     */
    public RefreshOutcome renew(String shown, String clientId, @Nullable String proofKey, TokenContext context) {
        Optional<RefreshText.Parts> parts = text.read(shown);
        if (parts.isEmpty()) {
            return refuse(Reason.MALFORMED, null, context);
        }
        // Whoever loses the race looks again: the winner's change decides what this token is now.
        while (true) {
            RefreshFamily family = store.find(parts.get().family()).orElse(null);
            if (family == null) {
                return refuse(Reason.UNKNOWN, null, context);
            }
            RefreshOutcome outcome = attempt(family, parts.get(), clientId, proofKey, context);
            if (outcome != null) {
                return outcome;
            }
        }
    }

    private @Nullable RefreshOutcome attempt(
            RefreshFamily family,
            RefreshText.Parts parts,
            String clientId,
            @Nullable String proofKey,
            TokenContext context) {
        Instant now = clock.instant();
        Reason why = refusal(family, clientId, proofKey, now);
        if (why != null) {
            return refuse(why, family, context);
        }
        byte[] secret = parts.secret();
        if (RefreshText.isHashOf(family.headHash(), secret)) {
            String nonce = randomHex(RefreshText.SECRET_BYTES);
            byte[] next = text.successor(family.id(), family.generation() + 1, nonce, secret);
            RefreshFamily followed = family.followedBy(
                    HexFormat.of().formatHex(RefreshText.hash(next)),
                    nonce,
                    now,
                    earlier(now.plus(limits.idle()), family.endsAt()));
            return store.rotateFamily(family, followed)
                    ? new RefreshOutcome.Renewed(granted(followed, next, now, context), followed)
                    : null;
        }
        String previous = family.previousHash();
        String nonce = family.successorNonce();
        Instant rotated = family.rotatedAt();
        if (previous != null
                && nonce != null
                && rotated != null
                && RefreshText.isHashOf(previous, secret)
                && now.isBefore(rotated.plus(limits.grace()))) {
            byte[] same = text.successor(family.id(), family.generation(), nonce, secret);
            return new RefreshOutcome.Renewed(granted(family, same, now, context), family);
        }
        return reused(family, parts.generation(), now, context);
    }

    private @Nullable Reason refusal(RefreshFamily family, String clientId, @Nullable String proofKey, Instant now) {
        if (!family.clientId().equals(clientId)) {
            return Reason.CLIENT;
        }
        if (family.proofKey() != null && !family.proofKey().equals(proofKey)) {
            return Reason.PROOF_KEY;
        }
        if (family.isRevoked()) {
            return Reason.REVOKED;
        }
        if (!now.isBefore(family.endsAt())) {
            return Reason.EXPIRED;
        }
        TokenReference reference = new TokenReference(
                family.issuer(), family.id(), family.subject(), family.clientId(), family.startedAt());
        // A new token outlives the request that it is asked for: as much is at stake as with administration.
        return switch (revocations.check(reference, AccessClass.ADMINISTER)) {
            case GOOD -> !now.isBefore(family.idleUntil()) ? Reason.EXPIRED : null;
            case REVOKED -> Reason.REVOKED;
            case UNKNOWN_ALLOWED, UNKNOWN_DENIED -> Reason.REVOCATION_UNKNOWN;
        };
    }

    /** The seal has shown that this token was once ours, so there is a copy: of two holders one is a thief. */
    private @Nullable RefreshOutcome reused(RefreshFamily family, int shown, Instant now, TokenContext context) {
        RefreshFamily revoked = family.revoked("reuse");
        if (!store.rotateFamily(family, revoked)) {
            return null;
        }
        try {
            events.report(event(SecurityEventType.AUTHN_TOKEN_REUSE, revoked, now, context)
                    .with("reason", Reason.REUSED.name())
                    .with("generation", shown));
        } finally {
            onReuse.accept(revoked);
        }
        return new RefreshOutcome.Refused(Reason.REUSED);
    }

    /**
     * Ends a family, as at sign-out.
     *
     * @param shown its newest token, or an older one
     * @param context for the event
     * @return whether there was one that had not ended
     */
    public boolean end(String shown, TokenContext context) {
        Optional<RefreshText.Parts> parts = text.read(shown);
        while (parts.isPresent()) {
            RefreshFamily family = store.find(parts.get().family()).orElse(null);
            if (family == null || family.isRevoked()) {
                return false;
            }
            if (store.rotateFamily(family, family.revoked("ended"))) {
                events.report(event(SecurityEventType.AUTHN_TOKEN_REVOKED, family, clock.instant(), context));
                return true;
            }
        }
        return false;
    }

    /** Reported before it is handed out. If that fails, the token that was shown still gives the same one for a while. */
    private RefreshToken granted(RefreshFamily family, byte[] secret, Instant now, TokenContext context) {
        events.report(event(SecurityEventType.AUTHN_TOKEN_CREATED, family, now, context)
                .with("generation", family.generation()));
        return new RefreshToken(text.write(family.id(), family.generation(), secret), family.idleUntil());
    }

    private RefreshOutcome refuse(Reason why, @Nullable RefreshFamily family, TokenContext context) {
        SecurityEvent event = family == null
                ? SecurityEvent.of(SecurityEventType.AUTHN_LOGIN_FAIL, clock.instant())
                        .from(context.source())
                        .within(context.correlationId())
                        .about("refresh token")
                : event(SecurityEventType.AUTHN_LOGIN_FAIL, family, clock.instant(), context);
        events.report(event.with("reason", why.name()));
        return new RefreshOutcome.Refused(why);
    }

    private static SecurityEvent event(
            SecurityEventType type, RefreshFamily family, Instant now, TokenContext context) {
        return SecurityEvent.of(type, now)
                .from(context.source())
                .within(context.correlationId())
                .about("refresh family " + family.id())
                .with("client", family.clientId());
    }

    private String randomHex(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
