package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.token.jose.JwsVerifier;
import io.bondtrader.security.token.jose.MacAlgorithm;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Checks ID tokens: that they answer the request that was made, of this client, by this provider.
 *
 * <p>Immutable; safe for use by many threads. Source: OpenID Connect Core 1.0, sections 3.1.3.7 and 3.1.3.8.
 */
public final class IdTokenVerifier {

    private final TokenGate gate;
    private final String clientId;

    private IdTokenVerifier(TokenGate gate, String clientId) {
        this.gate = gate;
        this.clientId = clientId;
    }

    /**
     * Returns a verifier.
     *
     * @param signatures checks signatures
     * @param expected what tokens must say; the audience is the client's identifier, and issuer and audience must be
     *     expected, not ignored
     * @param clock tells the time
     * @param events gets one event for each refusal
     * @return the verifier
     * @throws InvalidInput if issuer or audience is ignored
     */
    public static IdTokenVerifier of(
            JwsVerifier signatures, TokenExpectations expected, InstantSource clock, SecurityEventSink events) {
        String audience = expected.audience();
        InvalidInput.unless(expected.issuer() != null, "issuer of ID tokens", "ignored", "expected");
        if (audience == null) {
            throw new InvalidInput("audience of ID tokens", "ignored", "expected");
        }
        return new IdTokenVerifier(new TokenGate("id token", signatures, expected, clock, events), audience);
    }

    /**
     * Checks a token.
     *
     * @param token as it came
     * @param request what was asked
     * @param context for the event
     * @return the token, or why it was refused
     */
    public TokenVerdict<IdToken> verify(String token, IdTokenRequest request, TokenContext context) {
        return gate.verify(token, context, passed -> {
            IdToken id = new IdToken(passed.jws());
            if (id.issuedAt().isEmpty() || id.claims().has("events")) {
                throw new RefusedClaim("iat");
            }
            requireParty(id);
            requireNonce(id, request);
            requireAuthentication(id, request, passed.now());
            request.accessToken().ifPresent(access -> requireHash(id, access));
            return new TokenVerdict.Accepted<>(id, false);
        });
    }

    /** Who is named as the authorised party must be us, and must be named where there are several audiences. */
    private void requireParty(IdToken id) {
        String party = id.claims().text("azp").orElse(null);
        List<String> audience = id.audience();
        boolean ours = party == null ? audience.size() == 1 : party.equals(clientId);
        if (!ours) {
            throw new RefusedClaim(Refusal.AUDIENCE);
        }
    }

    private static void requireNonce(IdToken id, IdTokenRequest request) {
        if (request.nonce().isPresent()) {
            byte[] sent = request.nonce().get().getBytes(StandardCharsets.UTF_8);
            byte[] came = id.claims().text("nonce").orElse("").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(sent, came)) {
                throw new RefusedClaim(Refusal.NONCE);
            }
        }
    }

    private void requireAuthentication(IdToken id, IdTokenRequest request, Instant now) {
        if (request.maxAge().isPresent()) {
            Instant at = id.authenticatedAt().orElseThrow(() -> new RefusedClaim(Refusal.AUTHENTICATION));
            Instant latest =
                    at.plus(request.maxAge().get()).plus(gate.expected().skew());
            if (now.isAfter(latest) || at.isAfter(now.plus(gate.expected().skew()))) {
                throw new RefusedClaim(Refusal.AUTHENTICATION);
            }
        }
        boolean strong = request.contexts().isEmpty()
                || id.authenticationContext()
                        .filter(request.contexts()::contains)
                        .isPresent();
        if (!strong) {
            throw new RefusedClaim(Refusal.AUTHENTICATION);
        }
    }

    /** The left half of the token's hash, by the hash of the signature's algorithm. */
    private static void requireHash(IdToken id, String accessToken) {
        String algorithm = id.header().algorithm();
        String hash = SignatureAlgorithm.named(algorithm)
                .map(SignatureAlgorithm::hashName)
                .or(() -> MacAlgorithm.named(algorithm).map(MacAlgorithm::hashName))
                .orElseThrow();
        byte[] whole = TokenDigest.hash(hash, accessToken);
        String half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, whole.length / 2));
        byte[] came = id.claims().text("at_hash").orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(half.getBytes(StandardCharsets.US_ASCII), came)) {
            throw new RefusedClaim(Refusal.BINDING);
        }
    }
}
