/**
 * Liquidity: what it costs and how long it takes to be rid of a position, of a bucket, of a book, and what that adds to
 * value-at-risk.
 *
 * <p>Units: values in one currency, spreads and volatilities relative to the value as decimals, volatilities per trading
 * day, times in trading days.
 */
@NullMarked
package io.bondtrader.risk.liquidity;

import org.jspecify.annotations.NullMarked;
