package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.VerifiedJws;
import io.bondtrader.security.token.revocation.TokenReference;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token that lets a client act for somebody. What the holder may do is decided elsewhere, anew for each request.
 *
 * <p>Immutable. Source: RFC 9068.
 */
public final class AccessToken extends VerifiedToken {

    private final TokenSubject holder;
    private final TokenReference reference;
    private final @Nullable String boundTo;
    private final Set<String> scopes;
    private final long notBeforeMillis;
    private final long goodUntilMillis;

    /** Claims of a wrong kind are found here, while the verifier listens. */
    AccessToken(VerifiedJws jws, Instant notBefore, Instant goodUntil) {
        super(jws);
        String issuer = issuer().orElseThrow(() -> new RefusedClaim("iss"));
        String subject = subject().orElseThrow(() -> new RefusedClaim("sub"));
        Instant issuedAt = issuedAt().orElseThrow(() -> new RefusedClaim("iat"));
        this.holder = new TokenSubject(issuer, subject);
        this.reference = new TokenReference(
                issuer,
                tokenId().orElse(null),
                subject,
                claims().text("client_id").orElse(null),
                issuedAt);
        this.boundTo = claims().object("cnf").flatMap(cnf -> cnf.text("jkt")).orElse(null);
        this.scopes = claims().text("scope")
                .map(text -> Arrays.stream(text.split(" ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
        this.notBeforeMillis = notBefore.toEpochMilli();
        this.goodUntilMillis = goodUntil.toEpochMilli();
    }

    /** {@return whom it speaks for} */
    public TokenSubject holder() {
        return holder;
    }

    /** {@return which client acts} */
    public Optional<String> clientId() {
        return Optional.ofNullable(reference.clientId());
    }

    /** {@return what the client was granted, word by word} */
    public Set<String> scopes() {
        return scopes;
    }

    /** {@return the thumbprint of the key that every request must prove to hold; nothing for a bearer token} */
    public Optional<String> boundTo() {
        return Optional.ofNullable(boundTo);
    }

    /** {@return what the revocation store is asked} */
    public TokenReference reference() {
        return reference;
    }

    boolean isSenderConstrained() {
        return claims().has("cnf");
    }

    boolean isGoodAt(Instant now) {
        long millis = now.toEpochMilli();
        return millis >= notBeforeMillis && millis < goodUntilMillis;
    }
}
