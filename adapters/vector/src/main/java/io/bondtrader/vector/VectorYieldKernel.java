package io.bondtrader.vector;

import io.bondtrader.core.pricing.YieldKernel;

/**
 * Solves as many yields at once as the processor's vectors have lanes. It runs where the JVM was started with
 * {@code --add-modules jdk.incubator.vector}, and says that it is not supported elsewhere.
 *
 * <p>Each lane does what the library does for a single bond, operation by operation and without fused multiplication, so
 * that the yields have the same bits. Bonds that leave the common path (a last coupon, a yield close to zero, a price that
 * needs a bracketed search) are left to the library.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class VectorYieldKernel implements YieldKernel {

    private static final String MODULE = "jdk.incubator.vector";

    /** Creates the kernel, for {@link java.util.ServiceLoader} or to be passed to a book. */
    public VectorYieldKernel() {}

    @Override
    public String officialName() {
        return isSupported() ? "vector, " + AnnuityLanes.lanes() + " lanes" : "vector, not supported";
    }

    /** {@return whether the JVM has the module and its vectors hold more than one number} */
    @Override
    public boolean isSupported() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && AnnuityLanes.lanes() > 1;
    }

    @Override
    public void solve(
            double[] dirtyPrices,
            int[] wholePeriods,
            double[] compoundedPart,
            double[] simplePart,
            double[] nextCoupon,
            double[] coupon,
            double[] redemption,
            int from,
            int to,
            double[] yieldsPerPeriod) {
        AnnuityLanes.solve(
                dirtyPrices,
                wholePeriods,
                compoundedPart,
                simplePart,
                nextCoupon,
                coupon,
                redemption,
                from,
                to,
                yieldsPerPeriod);
    }
}
