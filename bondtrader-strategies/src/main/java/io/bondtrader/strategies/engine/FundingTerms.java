package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;

/**
 * What cash earns and costs: each calendar day, simple interest on the settled balance, actual/360, rounded to the
 * currency's smallest unit and booked. A long position is paid for with cash that is owed: that is its repo. What a short
 * sale brings stands on the balance and earns, less a fee on the market value of what was borrowed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param rateSeries name of the observations that give the rate, decimal per year; empty for a rate of zero
 * @param borrowSpreadBp added to the rate where cash is owed, in basis points
 * @param lendSpreadBp taken off the rate where cash is held, in basis points
 * @param shortFeeBp a year on the market value of short positions, in basis points
 */
public record FundingTerms(String rateSeries, double borrowSpreadBp, double lendSpreadBp, double shortFeeBp) {

    private static final double MOST = 10_000.0;

    /**
     * Checks the spreads.
     *
     * @throws InvalidInput if one is negative or above 10,000
     */
    public FundingTerms {
        requireSpread("borrowSpreadBp", borrowSpreadBp);
        requireSpread("lendSpreadBp", lendSpreadBp);
        requireSpread("shortFeeBp", shortFeeBp);
    }

    /** {@return cash that costs and earns nothing} */
    public static FundingTerms none() {
        return new FundingTerms("", 0.0, 0.0, 0.0);
    }

    /**
     * Returns funding at a published rate: ten basis points more where cash is owed, ten less where it is held, fifteen for
     * what is borrowed to be sold. The spreads are assumptions; put your desk's own in.
     *
     * @param rateSeries name of the observations
     * @return the terms
     */
    public static FundingTerms at(String rateSeries) {
        return new FundingTerms(rateSeries, 10.0, 10.0, 15.0);
    }

    private static void requireSpread(String name, double spread) {
        InvalidInput.unless(spread >= 0.0 && spread <= MOST, name, spread, "from 0 to 10,000");
    }
}
