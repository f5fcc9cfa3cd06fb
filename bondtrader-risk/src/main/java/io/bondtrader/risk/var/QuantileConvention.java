package io.bondtrader.risk.var;

/**
 * How a quantile is read off a finite list of losses, and which losses its expected shortfall is the mean of. Conventions
 * differ by more than rounding, so the name of the one that was used belongs beside the number.
 *
 * <p>Source of the types: Hyndman and Fan, <i>Sample Quantiles in Statistical Packages</i>, American Statistician 50 (1996).
 * Positions count from the smallest loss, 1 to n; a position between two losses is interpolated.
 */
public enum QuantileConvention {
    /** Type 7, as spreadsheets and NumPy do: position 1 + c (n - 1). Shortfall: mean of losses at or beyond it. */
    LINEAR,
    /** Type 6 (Weibull): position c (n + 1). Shortfall: mean of losses at or beyond it. */
    WEIBULL,
    /** Type 8, median-unbiased: position c (n + 1/3) + 1/3. Shortfall: mean of losses at or beyond it. */
    MEDIAN_UNBIASED,
    /** The k-th worst loss, k = ⌈(1 - c) n⌉. Shortfall: mean of the k worst. */
    ORDER_STATISTIC,
    /**
     * The k-th worst loss, and the coherent shortfall: the worst (1 - c) n losses, the last of them in part.
     * Source: Acerbi and Tasche, <i>On the coherence of expected shortfall</i>, Journal of Banking and Finance 26 (2002).
     */
    COHERENT
}
