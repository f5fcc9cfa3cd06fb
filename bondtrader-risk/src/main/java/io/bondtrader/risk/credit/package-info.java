/**
 * Credit: the scales of three agencies and how they map, rating migration in any time, values and losses of rated bonds,
 * structural and reduced-form models of default, expected loss, and the loss distribution of a large portfolio.
 *
 * <p>Units: probabilities, spreads, rates and recoveries are decimals (0.02 is 2 %), times are in years, bond values per 100
 * of face unless a method says otherwise.
 */
@NullMarked
package io.bondtrader.risk.credit;

import org.jspecify.annotations.NullMarked;
