package io.bondtrader.compliance.surveillance;

/**
 * A condition of a rule that was met. Immutable.
 *
 * @param name what was measured; the name of the threshold where there is one
 * @param measured what it came to
 * @param atLeast whether the bound is a lower one; else an upper one
 * @param bound the bound
 */
public record Condition(String name, double measured, boolean atLeast, double bound) {

    @Override
    public String toString() {
        return name + " " + (float) measured + (atLeast ? " >= " : " <= ") + (float) bound;
    }
}
