package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * Sizes a bond to a fixed DV01: face = 100 · target / DV01 per 100.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param dv01 what one basis point of yield should move, in money; negative for a short position, not zero
 */
public record Dv01Target(double dv01) {

    /**
     * Checks the target.
     *
     * @throws InvalidInput if the target is zero or not finite
     */
    public Dv01Target {
        InvalidInput.unless(dv01 != 0 && Double.isFinite(dv01), "dv01", dv01, "finite and not zero");
    }

    /**
     * Sizes a bond.
     *
     * @param dv01Per100 the fall of its price for a basis point, per 100 of face, positive
     * @param convexityPer100 half of it times the square of a move of yields is what the DV01 misses, per 100 of face; 0
     *     where it is not known
     * @return the face to hold, in money
     * @throws InvalidInput if the DV01 is not positive or the convexity not finite
     */
    public SizedPosition size(double dv01Per100, double convexityPer100) {
        Checks.positive("dv01Per100", dv01Per100);
        Checks.finite("convexityPer100", convexityPer100);
        double face = 100 * dv01 / dv01Per100;
        double curved = face / 100 * convexityPer100 * 0.01 * 0.01 / 2;
        // The worse of both directions: yields rise against a long position, fall against a short one.
        double loss = 100 * Math.abs(dv01) - curved;
        return new SizedPosition(
                new double[] {face},
                "of face",
                new WorstCase(
                        "loss if yields move 100 basis points against the position",
                        loss,
                        "in money",
                        "to second order; nothing is bought or sold meanwhile"));
    }
}
