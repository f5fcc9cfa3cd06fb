package io.bondtrader.core.pricing;

import java.util.List;
import java.util.Locale;

/**
 * How the value of a bond answers to each part of a curve, with what the parts add up to.
 *
 * <pre>
 *   Dᵢ = −(∂V/∂h)/V  where every rate moves by h·wᵢ(t)          Σ Dᵢ = −(∂V/∂h)/V  where every rate moves by h
 * </pre>
 *
 * <p>With exact derivatives (bump size 0) the sum is the duration for a parallel move up to rounding, which {@link
 * #addsUp()} confirms to 1e-10. Of central differences over a bump h it is so only to the order h²: {@link
 * #additivityError()} says by how much they miss.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param kind which rates move
 * @param tenors the keys and the weights by which rates between them move
 * @param keys one entry for each key, in order
 * @param bumpSize the move of a central difference, as a decimal; 0 for exact derivatives
 * @param dirtyPrice what the durations are relative to, per 100
 * @param parallelDuration duration in years for a move of all rates of this kind together, calculated on its own
 * @param effectiveDuration duration in years for a parallel move of the zero rates; for zero and forward rates the same as
 *     the parallel duration, since either move is one of the other
 */
public record KeyRates(
        KeyRateKind kind,
        KeyTenors tenors,
        List<KeyRate> keys,
        double bumpSize,
        double dirtyPrice,
        double parallelDuration,
        double effectiveDuration) {

    /** How closely durations by exact derivatives add up, in years. */
    public static final double ADDITIVITY_TOLERANCE = 1e-10;

    /**
     * One key.
     *
     * @param label what it is called, such as {@code "10Y"}
     * @param years its time from the curve's reference date
     * @param duration minus the relative change of the price for a move of this key, in years
     * @param dv01 what the price loses when this key rises by one basis point, per 100 of face, to first order
     */
    public record KeyRate(String label, double years, double duration, double dv01) {}

    /** Copies the keys. */
    public KeyRates {
        keys = List.copyOf(keys);
    }

    /** {@return the durations of all keys together, in years} */
    public double sumOfDurations() {
        double sum = 0.0;
        for (KeyRate key : keys) {
            sum += key.duration();
        }
        return sum;
    }

    /** {@return what the price loses when every key rises by one basis point, per 100 of face} */
    public double sumOfDv01s() {
        double sum = 0.0;
        for (KeyRate key : keys) {
            sum += key.dv01();
        }
        return sum;
    }

    /** {@return the sum of the durations less the duration for a parallel move, in years} */
    public double additivityError() {
        return sumOfDurations() - parallelDuration;
    }

    /** {@return whether the durations add up to that for a parallel move within {@link #ADDITIVITY_TOLERANCE}} */
    public boolean addsUp() {
        return Math.abs(additivityError()) <= ADDITIVITY_TOLERANCE;
    }

    /** {@return the profile as a table for a console, with its sum} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s key rates, triangular weights, flat beyond the ends, %s\n",
                kind.name().toLowerCase(Locale.ROOT),
                bumpSize == 0.0 ? "exact derivatives" : "central differences over " + bumpSize * 1e4 + " bp"));
        text.append("key        duration          DV01\n");
        for (KeyRate key : keys) {
            text.append(String.format(Locale.ROOT, "%-6s %12.8f  %12.8f\n", key.label(), key.duration(), key.dv01()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "sum    %12.8f  %12.8f   parallel duration %.8f, %s (%.1e)",
                        sumOfDurations(),
                        sumOfDv01s(),
                        parallelDuration,
                        addsUp() ? "adds up" : "apart",
                        additivityError()))
                .toString();
    }
}
