package io.bondtrader.security.mfa;

/** What became of a change of factors. Immutable. */
public sealed interface FactorChange {

    /**
     * The change was made.
     *
     * @param factor that was confirmed or removed
     */
    record Changed(EnrolledFactor factor) implements FactorChange {}

    /**
     * Nothing was changed.
     *
     * @param reason why; may be shown to the user, who is signed in
     */
    record Refused(Reason reason) implements FactorChange {}

    /** Why a change was refused. */
    enum Reason {
        /** Not enough was proved within the last minutes: ask for password and factor again. */
        PROVE_AGAIN,
        /** There is no such factor, or none in that state. */
        NO_SUCH_FACTOR,
        /** It was begun in another session. */
        OTHER_SESSION,
        /** It was not confirmed in time. */
        TOO_LATE,
        /** The code, or what the token answered, is wrong. */
        NOT_PROVED,
        /** It is the last second factor: only a recovery takes it away. */
        LAST_FACTOR,
        /** The account has as many factors as it may have. */
        TOO_MANY,
        /** The token is enrolled already, here or for another account. */
        TAKEN
    }
}
