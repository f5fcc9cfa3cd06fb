package io.bondtrader.security.authentication;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * What an identity provider states of a user, verified. Issuer and subject are the identity; the mail address is for
 * display and never finds an account.
 *
 * <p>Immutable.
 *
 * @param issuer of the statement, exactly
 * @param subject at the issuer, 1 to 255 characters
 * @param nonce that stands in the statement
 * @param mail for display; empty if not stated
 * @param groups as far as stated
 */
public record VerifiedIdentity(String issuer, String subject, String nonce, String mail, Groups groups) {

    /** Checks the subject. */
    public VerifiedIdentity {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(groups, "groups");
        InvalidInput.unless(
                !subject.isBlank() && subject.length() <= 255, "length of the subject", subject.length(), "1 to 255");
    }
}
