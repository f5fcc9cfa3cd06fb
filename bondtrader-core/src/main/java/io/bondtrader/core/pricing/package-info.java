/**
 * What a bond is worth: accrued interest, price and yield under named yield conventions, durations, convexity, carry.
 *
 * <p>A bond is laid out once for a settlement date; every measure then runs on a few numbers or on flat arrays.
 *
 * <p>Units: prices, accrued interest and cash flows are per 100 of face; yields and rates are decimal fractions per
 * year; times and durations are in years; DV01 is per 100 of face for one basis point and positive for a long bond.
 */
@NullMarked
package io.bondtrader.core.pricing;

import org.jspecify.annotations.NullMarked;
