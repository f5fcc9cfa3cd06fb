package io.bondtrader.security.password;

import java.util.Set;

/**
 * What the policy found about a password that a user would like to have. Immutable.
 *
 * @param weaknesses all that speak against it; none if it may be used
 * @param strengthBits logarithm to base two of the guesses that {@link PasswordStrength} expects
 */
public record PasswordReview(Set<Weakness> weaknesses, double strengthBits) {

    /** Copies the set. */
    public PasswordReview {
        weaknesses = Set.copyOf(weaknesses);
    }

    /** {@return whether the password may be used} */
    public boolean accepted() {
        return weaknesses.isEmpty();
    }

    /** What speaks against a password. Each is a sentence that a form can show. */
    public enum Weakness {
        /** It has fewer characters than the policy asks for. */
        TOO_SHORT,
        /** It is longer than 1024 bytes, more than anything hashes. */
        TOO_LONG,
        /** It is no Unicode: half of a surrogate pair. */
        UNREADABLE,
        /** It is on a list of passwords that attackers know. */
        BLOCKED,
        /** Without the names of user, firm and product in it, too little is left. */
        CONTEXT_WORD,
        /** Its repeats, rows and common words make it easy to guess. */
        GUESSABLE
    }
}
