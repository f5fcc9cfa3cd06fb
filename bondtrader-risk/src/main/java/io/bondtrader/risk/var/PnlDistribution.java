package io.bondtrader.risk.var;

/**
 * A distribution of P&amp;L that is known in full, so that its tail figures are read off without a sample.
 *
 * <p>Losses are positive in both figures. Implementations are immutable and safe for use by many threads.
 */
public interface PnlDistribution {

    /** {@return what the distribution is, such as {@code normal}} */
    String name();

    /**
     * Returns a quantile.
     *
     * @param probability between 0 and 1
     * @return the P&amp;L that is not reached with that probability
     * @throws io.bondtrader.core.error.InvalidInput if the probability is not between 0 and 1
     */
    double quantile(double probability);

    /**
     * Returns value at risk.
     *
     * @param confidence such as 0.99
     * @return the loss that is not exceeded with that probability
     * @throws io.bondtrader.core.error.InvalidInput if the confidence is not between 0 and 1
     */
    default double valueAtRisk(double confidence) {
        PnlVectors.requireConfidence(confidence);
        return -quantile(1 - confidence);
    }

    /**
     * Returns expected shortfall: the mean of value at risk over all higher confidences.
     *
     * @param confidence such as 0.975
     * @return the mean loss beyond value at risk
     * @throws io.bondtrader.core.error.InvalidInput if the confidence is not between 0 and 1
     */
    double expectedShortfall(double confidence);
}
