package io.bondtrader.core.verify;

/** What the comparison of a calculation's paths came to. */
public enum Verdict {
    /** Every path gave a number, and all lie within the tolerance of the primary one. */
    AGREED,
    /** A path gave a number that lies outside the tolerance. */
    DISCREPANT,
    /** No number contradicts, but a path gave none: it failed, or what it gave was not finite. That is not agreement. */
    PATH_FAILED,
    /** The policy left this calculation unchecked: one path ran. */
    NOT_CHECKED
}
