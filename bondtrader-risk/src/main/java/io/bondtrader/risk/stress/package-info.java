/**
 * What a book loses in scenarios: episodes of history, made-up moves of rates, spreads, ratings, liquidity and currencies,
 * prescribed shocks, all of them composed at will; and, turned round, the smallest move that loses a given amount.
 */
@NullMarked
package io.bondtrader.risk.stress;

import org.jspecify.annotations.NullMarked;
