package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.token.jose.Claims;
import io.bondtrader.security.token.jose.EmbeddedKeyVerifier;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;

/**
 * Checks proofs of possession: of this request, fresh, and used once.
 *
 * <p>Safe for use by many threads. Source: RFC 9449, section 4.3.
 */
public final class DpopProofVerifier {

    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final int LONGEST_ID = 256;

    private final TokenGate gate;
    private final OneTimeUse once;

    private DpopProofVerifier(TokenGate gate, OneTimeUse once) {
        this.gate = gate;
        this.once = once;
    }

    /**
     * Returns a verifier.
     *
     * @param algorithms all that are agreed, at least one
     * @param maxAge how long ago a proof may have been made, at most 10 minutes; clocks may differ by as much, at most
     *     60 seconds
     * @param replays remembers proofs that were taken
     * @param clock tells the time
     * @param events gets one event for each refusal
     * @return the verifier
     */
    public static DpopProofVerifier of(
            Set<SignatureAlgorithm> algorithms,
            Duration maxAge,
            ReplayStore replays,
            InstantSource clock,
            SecurityEventSink events) {
        boolean fits = !maxAge.isNegative() && !maxAge.isZero() && maxAge.compareTo(OLDEST) <= 0;
        InvalidInput.unless(fits, "greatest age", maxAge, "above zero and at most 10 minutes");
        Duration minute = Duration.ofSeconds(60);
        TokenExpectations expected = TokenExpectations.builder()
                .ignoreIssuer()
                .ignoreAudience()
                .type("dpop+jwt")
                .withoutExpiry()
                .maxLifetime(maxAge)
                .skew(maxAge.compareTo(minute) < 0 ? maxAge : minute)
                .build();
        return new DpopProofVerifier(
                new TokenGate("dpop proof", EmbeddedKeyVerifier.forDpop(algorithms), expected, clock, events),
                new OneTimeUse(Objects.requireNonNull(replays, "replays")));
    }

    /**
     * Checks a proof, and uses it up.
     *
     * @param proof as it came
     * @param request with which it came
     * @param context for the event
     * @return the proof, or why it was refused
     */
    public TokenVerdict<DpopProof> verify(String proof, DpopRequest request, TokenContext context) {
        return gate.verify(proof, context, passed -> {
            DpopProof made = new DpopProof(passed.jws());
            Claims claims = passed.claims();
            String id = claims.text("jti").orElse("");
            if (id.isEmpty() || id.length() > LONGEST_ID || claims.time("iat").isEmpty()) {
                throw new RefusedClaim("jti, iat");
            }
            requireRequest(made, request);
            once.require("dpop", made.thumbprint(), id, passed.goodUntil());
            return new TokenVerdict.Accepted<>(made, false);
        });
    }

    private static void requireRequest(DpopProof proof, DpopRequest request) {
        Claims claims = proof.claims();
        boolean same = claims.text("htm").filter(request.method()::equals).isPresent()
                && claims.text("htu").filter(request::isAt).isPresent();
        String accessToken = request.accessToken();
        String nonce = request.nonce();
        if (!same || (accessToken != null && !proof.isFor(accessToken))) {
            throw new RefusedClaim(Refusal.BINDING);
        }
        if (nonce != null
                && !MessageDigest.isEqual(
                        nonce.getBytes(StandardCharsets.UTF_8),
                        claims.text("nonce").orElse("").getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedClaim(Refusal.NONCE);
        }
    }
}
