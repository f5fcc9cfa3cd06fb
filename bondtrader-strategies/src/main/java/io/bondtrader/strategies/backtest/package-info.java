/**
 * Strategies on history: back-tests, parameter sweeps, and the cuts of history into what may be learned from and what is tested
 * on.
 *
 * <p>Observations are numbered from 0 in the order of time; ranges of them include their first and exclude their last index.
 */
@NullMarked
package io.bondtrader.strategies.backtest;

import org.jspecify.annotations.NullMarked;
