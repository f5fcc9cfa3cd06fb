/**
 * What a book of bonds can lose, and the limits that keep it from losing more.
 *
 * <p>The package tree covers sensitivities of a book, value at risk and expected shortfall, stress tests, limits checked
 * before and after a trade, optimisation, profit and loss, and regulatory capital. It builds on {@code io.bondtrader.core}
 * for every price, so a risk figure rests on numbers that two independent calculations agreed on.
 *
 * <p>Units follow the rule of the whole library: rates and returns are decimals (0.01 is one percent), times are years,
 * prices are per 100 of face; whatever is measured otherwise carries its unit in its name. Losses are positive numbers.
 */
@NullMarked
package io.bondtrader.risk;

import org.jspecify.annotations.NullMarked;
