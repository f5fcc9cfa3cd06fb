package io.bondtrader.core.pricing;

/**
 * A way to solve the yields of many bonds with level coupons at once. The library has one of its own, bond by bond; others
 * are found by {@link java.util.ServiceLoader} when a {@link BondBook} is compiled, and one is taken only if it runs on
 * this JVM and its yields are those of the library's own, to the last bit, on a few hundred bonds that are tried first.
 *
 * <p>Implementations have a public constructor without arguments, keep no state and are safe for use by many threads.
 */
public interface YieldKernel {

    /** {@return what the kernel is called, for evidence} */
    String officialName();

    /** {@return whether the kernel runs on this JVM; asked before anything else} */
    boolean isSupported();

    /**
     * Solves the closed annuity for the yield of each bond:
     *
     * <pre>
     *   P = (1 + i)^(−w) / (1 + s·i) · (c₁ + c·Σ(1 + i)^(−j) + R·(1 + i)^(−n))        j = 1 … n
     * </pre>
     *
     * <p>All arrays but the last are a book's own: they are read and not changed.
     *
     * @param dirtyPrices P per 100, of bond k at index k, as in all that follow
     * @param wholePeriods n
     * @param compoundedPart w, in periods
     * @param simplePart s, in periods
     * @param nextCoupon c₁ per 100
     * @param coupon c per 100
     * @param redemption R per 100
     * @param from index of the first bond
     * @param to index after the last bond
     * @param yieldsPerPeriod filled with i, or with NaN where the kernel leaves a bond to the library; may be the array of
     *     the prices
     */
    void solve(
            double[] dirtyPrices,
            int[] wholePeriods,
            double[] compoundedPart,
            double[] simplePart,
            double[] nextCoupon,
            double[] coupon,
            double[] redemption,
            int from,
            int to,
            double[] yieldsPerPeriod);
}
