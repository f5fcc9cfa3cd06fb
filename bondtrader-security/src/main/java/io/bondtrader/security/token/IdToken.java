package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.Claims;
import io.bondtrader.security.token.jose.VerifiedJws;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An identity provider's word that a user signed in. It opens nothing by itself: it is not an access token.
 *
 * <p>Immutable. Source: OpenID Connect Core 1.0, section 2.
 */
public final class IdToken extends VerifiedToken {

    private final TokenSubject user;

    IdToken(VerifiedJws jws) {
        super(jws);
        this.user = new TokenSubject(
                issuer().orElseThrow(() -> new RefusedClaim("iss")),
                subject().filter(sub -> !sub.isEmpty()).orElseThrow(() -> new RefusedClaim("sub")));
    }

    /** {@return who signed in} */
    public TokenSubject user() {
        return user;
    }

    /** {@return when the user proved who he is, if the provider says so} */
    public Optional<Instant> authenticatedAt() {
        return claims().time("auth_time");
    }

    /** {@return how strongly, in the provider's own word} */
    public Optional<String> authenticationContext() {
        return claims().text("acr");
    }

    /** {@return by what means, in the words of RFC 8176} */
    public List<String> authenticationMethods() {
        return claims().texts("amr");
    }

    /** {@return the provider's session, which a logout token may name} */
    public Optional<String> sessionId() {
        return claims().text("sid");
    }

    /**
     * Returns the user's groups. Providers leave them out when there are many, and then say so in {@code _claim_names} or
     * {@code hasgroups}; whether they say so or not, groups that are not named are unknown and never none.
     *
     * @param claim their name, such as {@code groups}
     * @return the groups, if the token names them
     */
    public GroupMembership groups(String claim) {
        boolean elsewhere = claims().object("_claim_names")
                        .filter(names -> names.has(claim))
                        .isPresent()
                || claims().has("hasgroups");
        Claims all = claims();
        return elsewhere || !all.has(claim)
                ? new GroupMembership.Unknown()
                : new GroupMembership.Known(Set.copyOf(all.texts(claim)));
    }
}
