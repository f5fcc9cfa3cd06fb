package io.bondtrader.security.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.token.jose.JwsVerifier;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.security.token.revocation.RevocationCheck;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens that let a client act: {@code at+jwt} of RFC 9068, or what an issuer that does not follow it sends under a
 * type that is expected in so many words. A token that is bound to a key is refused where the key is not shown.
 *
 * <p>Safe for use by many threads, as far as its parts are. A token remembered from an earlier request is still held against
 * the clock, the keys and the revocations of the moment.
 */
public final class AccessTokenVerifier {

    private static final String STANDARD = "at+jwt";

    private final TokenGate gate;
    private final @Nullable RevocationCheck revocations;
    private final @Nullable Cache<TokenDigest, Remembered> remembered;

    private record Remembered(AccessToken token, long keyGeneration) {}

    private AccessTokenVerifier(Builder from) {
        this.gate = from.gate;
        this.revocations = from.revocations;
        this.remembered = from.cached == 0
                ? null
                : Caffeine.newBuilder()
                        .maximumSize(from.cached)
                        .executor(Runnable::run)
                        .build();
    }

    /**
     * Returns a builder.
     *
     * @param signatures checks signatures
     * @param expected what tokens must say; the type must be expected, not ignored
     * @param clock tells the time
     * @param events gets one event for each refusal
     * @return the builder
     * @throws InvalidInput if the type is ignored: an ID token would pass as an access token
     */
    public static Builder builder(
            JwsVerifier signatures, TokenExpectations expected, InstantSource clock, SecurityEventSink events) {
        InvalidInput.unless(expected.type() != null, "type of access tokens", "ignored", "expected");
        return new Builder(new TokenGate("access token", signatures, expected, clock, events));
    }

    /**
     * Checks a token of a request that proves no key.
     *
     * @param token as it came
     * @param access what is at stake
     * @param context for the event
     * @return the token, or why it was refused
     */
    public TokenVerdict<AccessToken> verify(String token, AccessClass access, TokenContext context) {
        return verify(token, null, access, context);
    }

    /**
     * Checks a token of a request that proves a key. The token must be bound to that key, and the proof to this token.
     *
     * @param token as it came
     * @param proof of the same request
     * @param access what is at stake
     * @param context for the event
     * @return the token, or why it was refused
     */
    public TokenVerdict<AccessToken> verifyBound(
            String token, DpopProof proof, AccessClass access, TokenContext context) {
        return verify(token, Objects.requireNonNull(proof, "proof"), access, context);
    }

    private TokenVerdict<AccessToken> verify(
            String token, @Nullable DpopProof proof, AccessClass access, TokenContext context) {
        TokenDigest digest = remembered == null ? null : TokenDigest.of(token);
        AccessToken known = digest == null ? null : recall(digest);
        if (known != null) {
            try {
                return accepted(known, token, proof, access);
            } catch (RefusedClaim refused) {
                return gate.refuse(refused.why(), context);
            }
        }
        // Read before the keys are used: had they changed meanwhile, the token is remembered under the old and
        // forgotten.
        long generation = gate.keyGeneration();
        return gate.verify(token, context, passed -> {
            AccessToken fresh = new AccessToken(passed.jws(), passed.notBefore(), passed.goodUntil());
            requireStandardClaims(fresh);
            TokenVerdict.Accepted<AccessToken> verdict = accepted(fresh, token, proof, access);
            remember(digest, fresh, generation);
            return verdict;
        });
    }

    private void remember(@Nullable TokenDigest digest, AccessToken token, long generation) {
        if (remembered != null && digest != null && generation >= 0) {
            remembered.put(digest, new Remembered(token, generation));
        }
    }

    private @Nullable AccessToken recall(TokenDigest digest) {
        Remembered entry = remembered == null ? null : remembered.getIfPresent(digest);
        boolean good = entry != null && entry.keyGeneration == gate.keyGeneration() && entry.token.isGoodAt(gate.now());
        return entry != null && good ? entry.token : null;
    }

    private TokenVerdict.Accepted<AccessToken> accepted(
            AccessToken token, String text, @Nullable DpopProof proof, AccessClass access) {
        requireBinding(token, text, proof);
        if (revocations == null) {
            return new TokenVerdict.Accepted<>(token, false);
        }
        return switch (revocations.check(token.reference(), access)) {
            case GOOD -> new TokenVerdict.Accepted<>(token, false);
            case UNKNOWN_ALLOWED -> new TokenVerdict.Accepted<>(token, true);
            case REVOKED -> throw new RefusedClaim(Refusal.REVOKED);
            case UNKNOWN_DENIED -> throw new RefusedClaim(Refusal.REVOCATION_UNKNOWN);
        };
    }

    private static void requireBinding(AccessToken token, String text, @Nullable DpopProof proof) {
        if (proof == null) {
            if (token.isSenderConstrained()) {
                throw new RefusedClaim(Refusal.BINDING);
            }
            return;
        }
        boolean sameKey = token.boundTo().filter(proof.thumbprint()::equals).isPresent();
        if (!sameKey || !proof.isFor(text)) {
            throw new RefusedClaim(Refusal.BINDING);
        }
    }

    /** RFC 9068, section 2.2; issuers that do not follow it must at least say for whom and since when. */
    private void requireStandardClaims(AccessToken token) {
        boolean standard = STANDARD.equals(gate.expected().type());
        if (standard && (token.clientId().isEmpty() || token.tokenId().isEmpty())) {
            throw new RefusedClaim("client_id, jti");
        }
        if (token.claims().has("nonce")
                || token.claims().has("at_hash")
                || token.claims().has("events")) {
            throw new RefusedClaim(Refusal.TYPE);
        }
    }

    /** States the rest. Not for use by several threads. */
    public static final class Builder {

        private static final int MOST = 10_000_000;

        private final TokenGate gate;
        private @Nullable RevocationCheck revocations;
        private boolean revocationStated;
        private int cached;

        private Builder(TokenGate gate) {
            this.gate = gate;
        }

        /**
         * Asks whether tokens were revoked.
         *
         * @param check asked for every request
         * @return this
         */
        public Builder revocations(RevocationCheck check) {
            revocations = Objects.requireNonNull(check, "check");
            revocationStated = true;
            return this;
        }

        /**
         * Never asks: tokens are good until they expire, whatever happens.
         *
         * @return this
         */
        public Builder ignoreRevocation() {
            revocations = null;
            revocationStated = true;
            return this;
        }

        /**
         * Remembers the signatures of tokens that were in order, by SHA-256 of the token. Clock, keys, binding and
         * revocation are checked each time all the same.
         *
         * @param tokens how many at most
         * @return this
         */
        public Builder remembering(int tokens) {
            InvalidInput.unless(tokens > 0 && tokens <= MOST, "tokens", tokens, "from 1 to " + MOST);
            cached = tokens;
            return this;
        }

        /**
         * Returns the verifier.
         *
         * @return the verifier
         * @throws InvalidInput if revocation is neither asked for nor ignored
         */
        public AccessTokenVerifier build() {
            InvalidInput.unless(revocationStated, "revocation", "left out", "asked for or ignored");
            return new AccessTokenVerifier(this);
        }
    }
}
