package io.bondtrader.security.token;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Claims;
import io.bondtrader.security.token.jose.JwsOutcome;
import io.bondtrader.security.token.jose.JwsVerifier;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.jose.VerifiedJws;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all verifiers have in common: the signature, the expectations, the clock, and one event for each refusal.
 *
 * <p>Immutable; safe for use by many threads.
 */
final class TokenGate {

    /** Types that say for what a token is; none of them passes where another, or any, is expected. */
    private static final Set<String> PURPOSES = Set.of(
            "at+jwt",
            "logout+jwt",
            "dpop+jwt",
            "rt+jwt",
            "secevent+jwt",
            "client-authentication+jwt",
            "token-introspection+jwt",
            "oauth-authz-req+jwt",
            "kb+jwt");

    private final String kind;
    private final JwsVerifier signatures;
    private final TokenExpectations expected;
    private final InstantSource clock;
    private final SecurityEventSink events;

    TokenGate(
            String kind,
            JwsVerifier signatures,
            TokenExpectations expected,
            InstantSource clock,
            SecurityEventSink events) {
        this.kind = kind;
        this.signatures = Objects.requireNonNull(signatures, "signatures");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.events = Objects.requireNonNull(events, "events");
    }

    /** A token that has passed the signature and the expectations, and the times between which it is good. */
    record Passed(VerifiedJws jws, Claims claims, Instant now, Instant notBefore, Instant goodUntil) {}

    /** Checks what all tokens have, then lets the purpose have its say; every way of failing ends in one event. */
    <T extends VerifiedToken> TokenVerdict<T> verify(
            String token, TokenContext context, Function<Passed, TokenVerdict.Accepted<T>> purpose) {
        Refusal why;
        try {
            JwsOutcome outcome = signatures.verifyClaims(token);
            if (outcome instanceof JwsOutcome.Verified verified) {
                return purpose.apply(passed(verified.jws()));
            }
            why = ((JwsOutcome.Refused) outcome).why();
        } catch (RefusedClaim refused) {
            why = refused.why();
        } catch (InvalidInput wrongKind) {
            why = Refusal.CLAIM;
        }
        return refuse(why, context);
    }

    <T extends VerifiedToken> TokenVerdict<T> refuse(Refusal why, TokenContext context) {
        SecurityEventType type =
                why == Refusal.REPLAYED ? SecurityEventType.AUTHN_TOKEN_REUSE : SecurityEventType.AUTHN_LOGIN_FAIL;
        events.report(SecurityEvent.of(type, clock.instant())
                .from(context.source())
                .within(context.correlationId())
                .about(kind)
                .with("reason", why.word()));
        return new TokenVerdict.Refused<>(why);
    }

    Instant now() {
        return clock.instant();
    }

    long keyGeneration() {
        return signatures.keyGeneration();
    }

    TokenExpectations expected() {
        return expected;
    }

    private Passed passed(VerifiedJws jws) {
        Claims claims = jws.claims().orElseThrow();
        requireType(jws.header().type().orElse(null));
        String issuer = expected.issuer();
        if (issuer != null && !issuer.equals(claims.text("iss").orElse(null))) {
            throw new RefusedClaim(Refusal.ISSUER);
        }
        String audience = expected.audience();
        List<String> audiences = claims.texts("aud");
        if (audience != null && !audiences.contains(audience)) {
            throw new RefusedClaim(Refusal.AUDIENCE);
        }
        expected.claims().forEach((name, value) -> {
            if (!value.equals(claims.text(name).orElse(null))) {
                throw new RefusedClaim(name);
            }
        });
        return timely(jws, claims);
    }

    private void requireType(@Nullable String type) {
        String wanted = expected.type();
        boolean fits = wanted == null ? type == null || !PURPOSES.contains(type) : wanted.equals(type);
        if (!fits) {
            throw new RefusedClaim(Refusal.TYPE);
        }
    }

    private Passed timely(VerifiedJws jws, Claims claims) {
        Instant now = clock.instant();
        Duration skew = expected.skew();
        Instant expiry = claims.time("exp").orElse(null);
        Instant issued = claims.time("iat").orElse(null);
        Instant start = claims.time("nbf").orElse(null);
        if (expiry == null && (expected.expiryRequired() || issued == null)) {
            throw new RefusedClaim("exp");
        }
        Instant latest = (issued == null ? now : issued).plus(expected.maxLifetime());
        if (expiry != null && expiry.isAfter(latest)) {
            throw new RefusedClaim(Refusal.LIFETIME);
        }
        Instant goodUntil = (expiry == null ? latest : expiry).plus(skew);
        if (!now.isBefore(goodUntil)) {
            throw new RefusedClaim(Refusal.EXPIRED);
        }
        Instant notBefore = later(issued, start).minus(skew);
        if (now.isBefore(notBefore)) {
            throw new RefusedClaim(Refusal.NOT_YET_VALID);
        }
        return new Passed(jws, claims, now, notBefore, goodUntil);
    }

    private static Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null) {
            return other == null ? Instant.EPOCH : other;
        }
        return other == null || one.isAfter(other) ? one : other;
    }
}
