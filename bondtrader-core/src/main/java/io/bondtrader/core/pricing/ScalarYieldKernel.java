package io.bondtrader.core.pricing;

/** Bond by bond, with {@link AnnuityKernel}. */
final class ScalarYieldKernel implements YieldKernel {

    static final YieldKernel INSTANCE = new ScalarYieldKernel();

    private ScalarYieldKernel() {}

    @Override
    public String officialName() {
        return "scalar";
    }

    @Override
    public boolean isSupported() {
        return true;
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
        for (int k = from; k < to; k++) {
            yieldsPerPeriod[k] = AnnuityKernel.solve(
                    dirtyPrices[k],
                    wholePeriods[k],
                    compoundedPart[k],
                    simplePart[k],
                    nextCoupon[k],
                    coupon[k],
                    redemption[k],
                    null);
        }
    }
}
