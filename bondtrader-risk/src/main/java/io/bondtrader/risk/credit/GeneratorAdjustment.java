package io.bondtrader.risk.credit;

/**
 * How negative rates of a matrix logarithm, which no process has, are repaired. Source: R. B. Israel, J. S. Rosenthal and
 * J. Z. Wei, "Finding generators for Markov chains via empirical transition matrices", Mathematical Finance 11(2), 2001,
 * section 4.
 */
public enum GeneratorAdjustment {
    /** They become 0, and the diagonal of their row takes what they were. */
    DIAGONAL,
    /** They become 0, and all other entries of their row take what they were in proportion to their size. */
    WEIGHTED
}
