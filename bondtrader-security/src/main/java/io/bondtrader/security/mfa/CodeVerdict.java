package io.bondtrader.security.mfa;

/** What became of a one-time code. To a client all but the first must look the same. */
public enum CodeVerdict {
    /** The code is right and was not used before; nobody can use it again. */
    ACCEPTED,
    /** The code is right and was used, or a later one was. */
    REPLAYED,
    /** The code is of no step in the window. */
    WRONG,
    /** The text has another form than a code. */
    MALFORMED
}
