/**
 * What money at other times is worth: discount curves and forward curves, how they are interpolated, built from quotes,
 * fitted to bonds, moved by scenarios.
 *
 * <p>Units: rates are decimal fractions per year, zero rates and instantaneous forward rates continuously compounded
 * unless a name says otherwise; times are years from a curve's reference date by the curve's day count.
 */
@NullMarked
package io.bondtrader.core.curve;

import org.jspecify.annotations.NullMarked;
