/**
 * What a book should hold: convex optimisation that solves and explains, portfolios built on it, and rebalancing.
 *
 * <p>Weights are fractions of the portfolio's value, returns and variances decimals per period of the covariance that was
 * given. A {@link io.bondtrader.risk.optimise.Problem} is an objective and named constraints; its {@link
 * io.bondtrader.risk.optimise.Solution} is an optimum with its proof and the price of every constraint, or the smallest set of
 * constraints that contradict each other, or the statement that nothing bounds the objective.
 */
@NullMarked
package io.bondtrader.risk.optimise;

import org.jspecify.annotations.NullMarked;
