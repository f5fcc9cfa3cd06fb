package io.bondtrader.risk.credit;

/** The letters of a rating without its notch, from the best to default. */
public enum RatingCategory {
    /** AAA. */
    AAA,
    /** AA+ to AA-. */
    AA,
    /** A+ to A-. */
    A,
    /** BBB+ to BBB-. */
    BBB,
    /** BB+ to BB-. */
    BB,
    /** B+ to B-. */
    B,
    /** CCC+ and everything below it that is not in default. */
    CCC,
    /** In default. */
    D;

    /** {@return whether ratings of this category are BBB- or better} */
    public boolean isInvestmentGrade() {
        return compareTo(BBB) <= 0;
    }
}
