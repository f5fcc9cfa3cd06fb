package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;

/**
 * The volatility of a series by exponential weights, mean taken as zero: σ²(t+1) = λ σ²(t) + (1 - λ) x(t)².
 *
 * <p>Source: J.P. Morgan and Reuters, <i>RiskMetrics Technical Document</i>, 4th edition (1996), 5.2. Immutable and safe for
 * use by many threads.
 */
public final class ExponentialVolatility {

    private final double decay;
    private final int learning;

    private ExponentialVolatility(double decay, int learning) {
        this.decay = decay;
        this.learning = learning;
    }

    /**
     * Returns the estimator that starts from the square of the first move.
     *
     * @param decay λ, between 0 and 1, such as 0.94 for daily moves
     * @return the estimator
     * @throws InvalidInput if the decay is out of range
     */
    public static ExponentialVolatility of(double decay) {
        return of(decay, 1);
    }

    /**
     * Returns the estimator that starts from the mean square of the first moves.
     *
     * @param decay λ, between 0 and 1
     * @param learning number of moves whose mean square is the first variance, 1 or more
     * @return the estimator
     * @throws InvalidInput if a number is out of range
     */
    public static ExponentialVolatility of(double decay, int learning) {
        InvalidInput.unless(decay > 0 && decay < 1, "decay", decay, "between 0 and 1");
        InvalidInput.unless(learning >= 1, "learning", learning, "1 or more");
        return new ExponentialVolatility(decay, learning);
    }

    /**
     * Returns the volatility known on the eve of each move, and after the last.
     *
     * @param moves the series, the oldest first, at least as many as are learnt from
     * @return one number a move and one more: entry t knows the moves before t, those while learning the start
     * @throws InvalidInput if there are too few moves
     */
    public double[] path(double[] moves) {
        InvalidInput.unless(moves.length >= learning, "moves", moves.length, "at least " + learning);
        double variance = 0;
        for (int t = 0; t < learning; t++) {
            variance += moves[t] * moves[t] / learning;
        }
        double[] path = new double[moves.length + 1];
        for (int t = 0; t < learning; t++) {
            path[t] = Math.sqrt(variance);
        }
        for (int t = learning; t < moves.length; t++) {
            path[t] = Math.sqrt(variance);
            variance = decay * variance + (1 - decay) * moves[t] * moves[t];
        }
        path[moves.length] = Math.sqrt(variance);
        return path;
    }

    /**
     * Returns the volatility after the last move.
     *
     * @param moves the series, the oldest first
     * @return the standard deviation per period
     * @throws InvalidInput if there are too few moves
     */
    public double latest(double[] moves) {
        return path(moves)[moves.length];
    }
}
