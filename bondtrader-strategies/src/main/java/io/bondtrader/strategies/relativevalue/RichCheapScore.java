package io.bondtrader.strategies.relativevalue;

import java.util.Locale;

/**
 * Whether a bond is worth buying or selling against a curve, and why not.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param bond what it is called
 * @param residualBp yield beyond the curve's, in basis points: positive for a cheap bond
 * @param standing where the residual stands among those before it
 * @param halfLife after how many observations half of a deviation is gone; infinite where it does not come back
 * @param trust from 0 to 1: how much of the residual is more than the curve's own error
 * @param expectedBp what is expected of the residual's way back until the horizon, after trust, in basis points: positive for a
 *     cheap bond
 * @param costBp what it costs to get in and out, in basis points
 * @param verdict what to do
 */
public record RichCheapScore(
        String bond,
        double residualBp,
        StandingScore standing,
        double halfLife,
        double trust,
        double expectedBp,
        double costBp,
        Verdict verdict) {

    /** What a score leads to. */
    public enum Verdict {
        /** It is cheap by more than it costs: buy it. */
        BUY,
        /** It is rich by more than it costs: sell it. */
        SELL,
        /** The curve misses bonds by as much. */
        WITHIN_FIT_ERROR,
        /** It has often stood there, as far as its history tells. */
        ORDINARY,
        /** What it deviates from does not draw it back, or not soon enough to matter. */
        DOES_NOT_REVERT,
        /** The way back pays less than getting in and out. */
        COSTS_MORE
    }

    /** {@return what is expected after costs, in basis points: positive if the verdict is to trade} */
    public double netBp() {
        return Math.abs(expectedBp) - costBp;
    }

    /** {@return whether to buy or to sell} */
    public boolean isTrade() {
        return verdict == Verdict.BUY || verdict == Verdict.SELL;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %+.2f bp (%s), half-life %.1f, expected %+.2f bp for %.2f bp: %s",
                bond,
                residualBp,
                standing,
                halfLife,
                expectedBp,
                costBp,
                verdict);
    }
}
