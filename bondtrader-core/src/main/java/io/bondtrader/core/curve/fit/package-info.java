/**
 * Smooth curves that come near the prices of many bonds at once, and say which bonds are rich or cheap to them:
 * Nelson–Siegel and Svensson, regression splines of the discount function and exponential splines, with or without a
 * roughness penalty.
 *
 * <p>Every fit is deterministic: starts come from a grid, and nothing is random. Objectives are weighted sums of squared
 * price errors, weights summing to 1.
 *
 * <p>Units: prices per 100, rates as decimals per year, continuously compounded; times in years by ACT/365 fixed from
 * settlement; residuals of yields in basis points.
 */
@NullMarked
package io.bondtrader.core.curve.fit;

import org.jspecify.annotations.NullMarked;
