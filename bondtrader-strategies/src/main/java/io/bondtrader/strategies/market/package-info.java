/**
 * What markets publish, and the view of it that a strategy has: nothing that is not published yet is within its reach.
 * Prices are clean, per 100 face; rates and yields are decimals.
 */
@NullMarked
package io.bondtrader.strategies.market;

import org.jspecify.annotations.NullMarked;
