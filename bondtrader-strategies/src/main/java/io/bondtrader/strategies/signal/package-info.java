/**
 * What a desk reads from a series of prices: indicators that take one value at a time in constant memory, and statistics
 * that say whether a pattern is more than an accident.
 *
 * <p>An {@link io.bondtrader.strategies.signal.Indicator} never looks ahead: what it says after n values depends on those n
 * alone. Its batch form is the same arithmetic and gives the same bits. Nothing here reads a clock or draws a random number.
 *
 * <p>Units: returns, volatilities and probabilities are decimals (0.01 is one percent); a lookback counts observations. A
 * volatility is per observation until the caller scales it. Failures are coded {@code BondTraderException}s: a value that
 * is not finite, or larger in size than 1e100, is refused before it changes any state.
 */
@NullMarked
package io.bondtrader.strategies.signal;

import org.jspecify.annotations.NullMarked;
