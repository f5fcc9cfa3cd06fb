/**
 * What a bond is: terms, identifiers, market conventions and cash flows. Nothing here knows a price.
 *
 * <p>A bond is its {@linkplain io.bondtrader.core.bond.BondConvention market convention} plus the terms that are its
 * own. Coupon dates are derived from the terms, never stored, so that a schedule cannot disagree with its maturity.
 *
 * <p>Units, here and everywhere in BondTrader: a rate or a yield is a decimal fraction per year ({@code 0.05} is 5%); a
 * time is in years; a price, an accrued interest and a cash flow are per 100 of face. Anything else wears its unit in
 * its name.
 */
@NullMarked
package io.bondtrader.core.bond;

import org.jspecify.annotations.NullMarked;
