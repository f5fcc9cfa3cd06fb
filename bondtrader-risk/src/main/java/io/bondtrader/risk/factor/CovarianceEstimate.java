package io.bondtrader.risk.factor;

import java.util.Locale;

/**
 * A covariance and how it came about.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param covariance per horizon of the moves
 * @param method such as {@code Ledoit-Wolf, scaled identity}
 * @param observations number of moves in the sample
 * @param effectiveObservations the number of equally weighted moves that would say as much: 1/Σw²
 * @param shrinkage weight of the target, 0 if nothing was shrunk
 */
public record CovarianceEstimate(
        Covariance covariance, String method, int observations, double effectiveObservations, double shrinkage) {

    /** {@return the method, the sample and the shrinkage} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "CovarianceEstimate[%s, %d moves (%.1f effective), shrinkage %.4f, %d factors]",
                method,
                observations,
                effectiveObservations,
                shrinkage,
                covariance.size());
    }
}
