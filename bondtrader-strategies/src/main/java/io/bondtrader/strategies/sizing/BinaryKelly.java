package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * A bet that wins or loses: f* = p/loss − (1 − p)/win.
 *
 * <p>Source: Kelly, "A New Interpretation of Information Rate" (1956); Thorp, "The Kelly Criterion in Blackjack, Sports
 * Betting, and the Stock Market" (2006), section 2. Immutable and safe for use by many threads.
 *
 * @param winProbability p, between 0 and 1
 * @param win what a unit staked brings beside itself when it wins, positive
 * @param loss what of a unit staked is lost when it loses, positive
 */
public record BinaryKelly(double winProbability, double win, double loss) {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if the probability is not between 0 and 1, or a pay-off is not positive
     */
    public BinaryKelly {
        Checks.proper("winProbability", winProbability);
        Checks.positive("win", win);
        Checks.positive("loss", loss);
    }

    /**
     * Returns the bet whose probability is a posterior mean: growth is linear in the probability, so that the mean of a Beta
     * posterior is all that the size needs to know of the doubt.
     *
     * @param wins bets won so far
     * @param losses bets lost so far
     * @param priorWins wins imagined beforehand, positive; 1 and 1 are a flat prior
     * @param priorLosses losses imagined beforehand, positive
     * @param win as of the record
     * @param loss as of the record
     * @return the bet
     * @throws InvalidInput if a count is negative, or a prior count not positive
     */
    public static BinaryKelly observed(
            int wins, int losses, double priorWins, double priorLosses, double win, double loss) {
        Checks.notNegative("wins", wins);
        Checks.notNegative("losses", losses);
        Checks.positive("priorWins", priorWins);
        Checks.positive("priorLosses", priorLosses);
        return new BinaryKelly((wins + priorWins) / (wins + priorWins + losses + priorLosses), win, loss);
    }

    /** {@return the fraction of wealth that grows fastest; negative means taking the other side} */
    public double fraction() {
        return winProbability / loss - (1 - winProbability) / win;
    }

    /**
     * Returns the expected growth of log wealth per bet.
     *
     * @param fraction of wealth staked
     * @return the growth, per bet
     * @throws InvalidInput if an outcome of the bet would leave nothing
     */
    public double growth(double fraction) {
        InvalidInput.unless(
                1 + fraction * win > 0 && 1 - fraction * loss > 0,
                "fraction",
                fraction,
                "above " + -1 / win + " and below " + 1 / loss + ", or an outcome leaves nothing");
        return winProbability * Math.log1p(fraction * win) + (1 - winProbability) * Math.log1p(-fraction * loss);
    }

    /**
     * Sizes the bet.
     *
     * @param multiple the part c of the Kelly fraction to take, positive and at most 1
     * @param cap the largest fraction, from 0; the other side of the bet is never taken
     * @return the size
     * @throws InvalidInput if the multiple or the cap is out of range
     */
    public KellyStake stake(double multiple, double cap) {
        Multiples.check(multiple);
        Checks.notNegative("cap", cap);
        double fraction = Math.min(cap, Math.max(0, multiple * fraction()));
        return scenarios().stake(new double[] {fraction});
    }

    /** {@return the bet as two scenarios} */
    public ScenarioKelly scenarios() {
        return ScenarioKelly.of(new double[] {win, -loss}, new double[] {winProbability, 1 - winProbability});
    }
}
