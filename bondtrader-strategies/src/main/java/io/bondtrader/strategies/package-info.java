/**
 * What a desk does with its view: signals, strategies, sizing, orders, execution, and the back-test of all of them.
 *
 * <p>Strategies see the market through {@code io.bondtrader.core} and their own limits through
 * {@code io.bondtrader.risk}; nothing in here reads a clock or draws an unseeded random number, so a back-test and a live
 * run that see the same inputs take the same decisions.
 *
 * <p>Units follow the rule of the whole library: rates and returns are decimals (0.01 is one percent), times are years,
 * prices are per 100 of face; whatever is measured otherwise carries its unit in its name.
 */
@NullMarked
package io.bondtrader.strategies;

import org.jspecify.annotations.NullMarked;
