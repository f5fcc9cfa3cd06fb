package io.bondtrader.core.curve;

/**
 * A span of time over which a curve's instantaneous forward rate is below zero. Below zero is not wrong, where rates are;
 * where they are not, the quotes or the interpolation are to be looked at.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param from where the rate turns negative, in years from the curve's reference date
 * @param to where it ends to be, in years
 * @param lowest the lowest rate found in the span, as a decimal per year
 * @param lowestAt where that is, in years
 */
public record NegativeForward(double from, double to, double lowest, double lowestAt) {}
