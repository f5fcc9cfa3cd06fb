package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;

/**
 * What a bend of a spline costs beside its price errors:
 *
 * <pre>
 *   Σ wᵢ·(price error)² + ∫ λ(t)·s″(t)² dt        s  the spline
 * </pre>
 *
 * <p>With one λ this is the smoothing of M. Fisher, D. Nychka and D. Zervos, "Fitting the Term Structure of Interest Rates
 * with Smoothing Splines", Federal Reserve FEDS 95-1, 1995, put on the discount function, where the problem stays linear;
 * with λ that rises with time it is that of D. F. Waggoner, "Spline Methods for Extracting Interest Rate Curves from
 * Coupon Bond Prices", Federal Reserve Bank of Atlanta Working Paper 97-10, 1997.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param until up to which time each λ but the last holds, in years, ascending
 * @param levels λ of each span of time, 0 or more; one more than {@code until}
 */
public record RoughnessPenalty(List<Double> until, List<Double> levels) {

    /** No penalty: a regression spline. */
    public static final RoughnessPenalty NONE = constant(0.0);

    /**
     * Checks the levels.
     *
     * @throws InvalidInput if a level is negative, a time is out of order, or their numbers do not fit
     */
    public RoughnessPenalty {
        until = List.copyOf(until);
        levels = List.copyOf(levels);
        InvalidInput.unless(
                levels.size() == until.size() + 1, "levels", levels.size(), "one more than times, " + until.size());
        double before = 0.0;
        for (double time : until) {
            InvalidInput.unless(time > before && time <= 1e3, "until", time, "ascending, above 0");
            before = time;
        }
        for (double level : levels) {
            InvalidInput.unless(level >= 0.0 && level <= 1e15, "level", level, "0 to 1e15");
        }
    }

    /**
     * Returns the same penalty at all times.
     *
     * @param level λ, 0 or more
     * @return the penalty
     * @throws InvalidInput if the level is negative or too large
     */
    public static RoughnessPenalty constant(double level) {
        return new RoughnessPenalty(List.of(), List.of(level));
    }

    double at(double years) {
        int k = 0;
        while (k < until.size() && years >= until.get(k)) {
            k++;
        }
        return levels.get(k);
    }
}
