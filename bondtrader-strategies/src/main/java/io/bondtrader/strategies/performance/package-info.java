/**
 * What came of it: track records and their returns, risk and drawdowns, closed trades, what was luck, and the pages that show it.
 *
 * <p>Everything starts from a {@link io.bondtrader.strategies.performance.TrackRecord}: a value of the account a day, with what
 * was paid in and out. Values and costs are amounts of one currency, the account's; returns, rates and drawdowns are decimals
 * (0.05 is 5 %). Figures that a record cannot have, such as the Sharpe ratio of one that never moved, are absent, never NaN.
 */
@NullMarked
package io.bondtrader.strategies.performance;

import org.jspecify.annotations.NullMarked;
