package io.bondtrader.risk.optimise;

import java.util.Locale;

/**
 * The least by which one constraint must give way, all others kept, for a solution to exist.
 *
 * @param constraint its name
 * @param by how much its limits must move outwards, in its own unit; infinite where moving it alone is not enough
 */
public record Relaxation(String constraint, double by) {

    /** {@return constraint and amount} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s by %.6g", constraint, by);
    }
}
