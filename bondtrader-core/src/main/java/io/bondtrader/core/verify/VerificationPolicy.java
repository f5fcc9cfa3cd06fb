package io.bondtrader.core.verify;

import io.bondtrader.core.error.InvalidInput;

/**
 * Which calculations are checked, and what becomes of a number that its second path does not confirm.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param oneIn one calculation in this many is checked: 1 for all, 0 for none
 * @param refusing whether an unconfirmed number is refused with {@link io.bondtrader.core.error.DiscrepancyFound};
 *     otherwise it is returned, flagged
 * @param seed which calculations the sample falls on; no meaning unless {@code oneIn} is above 1
 */
public record VerificationPolicy(int oneIn, boolean refusing, long seed) {

    /**
     * Checks the frequency.
     *
     * @throws InvalidInput if it is negative
     */
    public VerificationPolicy {
        InvalidInput.unless(oneIn >= 0, "oneIn", oneIn, "not negative");
    }

    /** {@return the policy that checks all and refuses what is not confirmed} */
    public static VerificationPolicy strict() {
        return new VerificationPolicy(1, true, 0);
    }

    /** {@return the policy that checks all and returns both numbers with the verdict: the default} */
    public static VerificationPolicy flag() {
        return new VerificationPolicy(1, false, 0);
    }

    /**
     * Returns the policy that checks one calculation in {@code n} and flags what is not confirmed.
     *
     * @param n how many calculations share one check, at least 1
     * @return the policy, with the seed 0
     * @throws InvalidInput if {@code n} is below 1
     */
    public static VerificationPolicy sample(int n) {
        InvalidInput.unless(n >= 1, "n", n, "at least 1");
        return new VerificationPolicy(n, false, 0);
    }

    /** {@return the policy that checks nothing} */
    public static VerificationPolicy off() {
        return new VerificationPolicy(0, false, 0);
    }

    /**
     * Returns this policy with another sample.
     *
     * @param newSeed a number that changes when the sample should, such as the day or the run
     * @return the policy
     */
    public VerificationPolicy withSeed(long newSeed) {
        return new VerificationPolicy(oneIn, refusing, newSeed);
    }

    /** {@return this policy, refusing what is not confirmed instead of flagging it} */
    public VerificationPolicy refusingUnconfirmed() {
        return new VerificationPolicy(oneIn, true, seed);
    }
}
