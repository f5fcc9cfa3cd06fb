package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;

/**
 * How far the rates of one currency are shocked.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param parallelBp the parallel shock in basis points, positive
 * @param shortBp the shock of short rates in basis points, positive
 * @param longBp the shock of long rates in basis points, positive
 */
public record IrrbbShock(double parallelBp, double shortBp, double longBp) {

    /**
     * Checks the sizes.
     *
     * @throws InvalidInput if a size is not from 1 to 5,000 basis points
     */
    public IrrbbShock {
        requireSize("parallelBp", parallelBp);
        requireSize("shortBp", shortBp);
        requireSize("longBp", longBp);
    }

    private static void requireSize(String name, double bp) {
        InvalidInput.unless(bp >= 1.0 && bp <= 5_000.0, name, bp, "1 to 5,000");
    }
}
