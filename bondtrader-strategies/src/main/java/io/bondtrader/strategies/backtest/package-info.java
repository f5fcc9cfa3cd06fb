/** Strategies on history: from one series of bars to books of real bonds, and what a result may be trusted for. */
@NullMarked
package io.bondtrader.strategies.backtest;

import org.jspecify.annotations.NullMarked;
