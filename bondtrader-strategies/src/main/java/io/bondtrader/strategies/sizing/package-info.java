/**
 * How much of it: Kelly bets with and without limits on drawdowns, targets of volatility, budgets of risk, fixed DV01, and
 * rounding to lots. Every size says what the worst of it is.
 */
@NullMarked
package io.bondtrader.strategies.sizing;

import org.jspecify.annotations.NullMarked;
