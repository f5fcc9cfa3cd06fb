/**
 * Figures that a supervisor would recognise: capital for credit and market risk, ratios, liquidity, and interest rate risk
 * of the banking book.
 *
 * <p>Rules are data with a date. Every set of parameters says whose it is, from when on, and where it is written ({@link
 * io.bondtrader.risk.regulatory.RuleSource}); a {@link io.bondtrader.risk.regulatory.RuleBook} finds the one in force on a
 * day; whoever needs another set builds the same records. Every figure carries its inputs ({@link
 * io.bondtrader.risk.regulatory.RegulatoryFigure}).
 *
 * <p>Units: weights, rates and ratios are decimals (0.08 is 8 %), amounts are in one reporting currency, times in years;
 * basis points wear {@code Bp}.
 */
@NullMarked
package io.bondtrader.risk.regulatory;

import org.jspecify.annotations.NullMarked;
