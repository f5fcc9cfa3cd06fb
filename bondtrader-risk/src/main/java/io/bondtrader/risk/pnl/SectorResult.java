package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;

/**
 * A sector of a portfolio and of its benchmark over one period.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name of the sector
 * @param weight in the portfolio at the start, a decimal
 * @param portfolioReturn of the portfolio's holdings in it, a decimal
 * @param benchmarkWeight in the benchmark at the start, a decimal
 * @param benchmarkReturn of the benchmark's holdings in it, a decimal
 */
public record SectorResult(
        String name, double weight, double portfolioReturn, double benchmarkWeight, double benchmarkReturn) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if the name is blank or a number out of range
     */
    public SectorResult {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        requireRange("weight", weight);
        requireRange("benchmarkWeight", benchmarkWeight);
        requireReturn("portfolioReturn", portfolioReturn);
        requireReturn("benchmarkReturn", benchmarkReturn);
    }

    private static void requireRange(String name, double value) {
        InvalidInput.unless(value >= -100.0 && value <= 100.0, name, value, "from -100 to 100");
    }

    private static void requireReturn(String name, double value) {
        InvalidInput.unless(value >= -1.0 && value <= 100.0, name, value, "from -1 to 100");
    }
}
