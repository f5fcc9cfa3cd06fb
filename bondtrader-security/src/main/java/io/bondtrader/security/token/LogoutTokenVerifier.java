package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.token.jose.Claims;
import io.bondtrader.security.token.jose.JwsVerifier;
import io.bondtrader.security.token.jose.Refusal;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Checks logout tokens. Each is taken once; none with a nonce, which would be an ID token.
 *
 * <p>Safe for use by many threads. Source: OpenID Connect Back-Channel Logout 1.0, section 2.6; OWASP ASVS 5.0, 10.5.5.
 */
public final class LogoutTokenVerifier {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final TokenGate gate;
    private final OneTimeUse once;

    private LogoutTokenVerifier(TokenGate gate, OneTimeUse once) {
        this.gate = gate;
        this.once = once;
    }

    /**
     * Returns a verifier.
     *
     * @param signatures checks signatures
     * @param expected what tokens must say; the type must be expected, as {@code logout+jwt} unless the provider sends
     *     another
     * @param replays remembers tokens that were taken
     * @param clock tells the time
     * @param events gets one event for each refusal
     * @return the verifier
     * @throws InvalidInput if type, issuer or audience is ignored
     */
    public static LogoutTokenVerifier of(
            JwsVerifier signatures,
            TokenExpectations expected,
            ReplayStore replays,
            InstantSource clock,
            SecurityEventSink events) {
        boolean stated = expected.type() != null && expected.issuer() != null && expected.audience() != null;
        InvalidInput.unless(stated, "type, issuer and audience of logout tokens", "ignored", "expected");
        return new LogoutTokenVerifier(
                new TokenGate("logout token", signatures, expected, clock, events),
                new OneTimeUse(Objects.requireNonNull(replays, "replays")));
    }

    /**
     * Checks a token, and uses it up.
     *
     * @param token as it came
     * @param context for the event
     * @return the token, or why it was refused
     */
    public TokenVerdict<LogoutToken> verify(String token, TokenContext context) {
        return gate.verify(token, context, passed -> {
            Claims claims = passed.claims();
            if (claims.has("nonce")) {
                throw new RefusedClaim(Refusal.TYPE);
            }
            if (claims.object("events").flatMap(told -> told.object(EVENT)).isEmpty()) {
                throw new RefusedClaim("events");
            }
            String id = claims.text("jti").orElseThrow(() -> new RefusedClaim("jti"));
            boolean named = claims.text("sub").isPresent() || claims.text("sid").isPresent();
            if (!named || claims.time("iat").isEmpty()) {
                throw new RefusedClaim("sub, sid, iat");
            }
            once.require("logout", claims.text("iss").orElseThrow(), id, passed.goodUntil());
            return new TokenVerdict.Accepted<>(new LogoutToken(passed.jws()), false);
        });
    }
}
