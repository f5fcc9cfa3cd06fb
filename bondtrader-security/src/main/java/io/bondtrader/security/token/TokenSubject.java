package io.bondtrader.security.token;

import java.util.Objects;

/**
 * Whom a token speaks for. The subject means something only together with the issuer: neither an e-mail address nor a name
 * ever stands for it, since two issuers may give the same to two people.
 *
 * @param issuer who says so
 * @param subject the issuer's own identifier
 */
public record TokenSubject(String issuer, String subject) {

    /** Checks that nothing is missing. */
    public TokenSubject {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
    }
}
