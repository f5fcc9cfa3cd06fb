package io.bondtrader.security.password;

/**
 * What became of a password. To a client {@link NoMatch} and {@link Rejected} must look the same; the difference is for
 * the log. Immutable.
 */
public sealed interface PasswordVerdict {

    /** {@return whether the password is the right one} */
    default boolean matches() {
        return this instanceof Match || this instanceof MatchNeedsUpgrade;
    }

    /** The password is right, its hash as good as a new one. */
    record Match() implements PasswordVerdict {}

    /**
     * The password is right, its hash cheaper than new ones or made with an older pepper.
     *
     * @param replacement a new hash of the same password; store it in place of the old one if that still stands there
     */
    record MatchNeedsUpgrade(String replacement) implements PasswordVerdict {
        @Override
        public String toString() {
            return "MatchNeedsUpgrade[replacement hidden]";
        }
    }

    /** The password is wrong, or there is no such user. */
    record NoMatch() implements PasswordVerdict {}

    /**
     * The password could not be held against the hash.
     *
     * @param reason why, for the log
     */
    record Rejected(Reason reason) implements PasswordVerdict {}

    /** Why a password could not be checked. */
    enum Reason {
        /** It is empty, longer than 1024 bytes, or no Unicode. */
        UNUSABLE_PASSWORD,
        /** The stored hash has a form that is not known. */
        UNREADABLE_HASH,
        /** The stored hash asks for more than the ceilings allow. */
        COST_ABOVE_CEILING,
        /** The stored hash names a pepper that is not there. */
        UNKNOWN_PEPPER
    }
}
