package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;

/**
 * A book of bonds laid out in flat arrays, for prices and yields of all of them in one call that allocates nothing per
 * bond. Each number is bit for bit that of the bond's own {@link BondPricing}. A bond that fails does not sink the batch.
 *
 * <p>Immutable and safe for use by many threads, each with a result of its own.
 */
public final class BondBatch {

    private static final DiscountForm[] NO_FORMS = {};

    private final BondPricing[] pricings;
    private final double[] accrued;
    // Columns of the bonds with level coupons; the others are priced by their own form.
    private final DiscountForm[] otherForms; // empty if there is none; else null for level coupons
    private final int[] wholePeriods;
    private final double[] compoundedPart;
    private final double[] simplePart;
    private final double[] nextCoupon;
    private final double[] coupon;
    private final double[] redemption;
    private final double[] periodsPerYear;

    private BondBatch(BondPricing[] pricings) {
        int size = pricings.length;
        this.pricings = pricings;
        this.accrued = new double[size];
        this.wholePeriods = new int[size];
        this.compoundedPart = new double[size];
        this.simplePart = new double[size];
        this.nextCoupon = new double[size];
        this.coupon = new double[size];
        this.redemption = new double[size];
        this.periodsPerYear = new double[size];
        DiscountForm[] others = NO_FORMS;
        for (int k = 0; k < size; k++) {
            accrued[k] = pricings[k].accruedInterest();
            if (pricings[k].form() instanceof AnnuityForm level) {
                wholePeriods[k] = level.wholePeriods;
                compoundedPart[k] = level.compoundedPart;
                simplePart[k] = level.simplePart;
                nextCoupon[k] = level.nextCoupon;
                coupon[k] = level.coupon;
                redemption[k] = level.redemption;
                periodsPerYear[k] = level.periodsPerYear;
            } else {
                others = others.length == 0 ? new DiscountForm[size] : others;
                others[k] = pricings[k].form();
            }
        }
        this.otherForms = others;
    }

    /**
     * Lays out a book.
     *
     * @param pricings the bonds, each at its settlement date
     * @return the batch, in the same order
     */
    public static BondBatch of(List<BondPricing> pricings) {
        return new BondBatch(pricings.toArray(new BondPricing[0]));
    }

    /** {@return the number of bonds} */
    public int size() {
        return pricings.length;
    }

    /** {@return room for one number for each bond} */
    public BatchResult newResult() {
        return new BatchResult(pricings.length);
    }

    /**
     * Calculates yields from dirty prices.
     *
     * @param dirtyPrices price per 100 of each bond, with accrued interest
     * @param result filled with annual yields as decimals
     * @throws InvalidInput if an array has another length than the batch
     */
    public void yieldsFromDirtyPrices(double[] dirtyPrices, BatchResult result) {
        solve(dirtyPrices, false, result);
    }

    /**
     * Calculates yields from clean prices.
     *
     * @param cleanPrices price per 100 of each bond, without accrued interest
     * @param result filled with annual yields as decimals
     * @throws InvalidInput if an array has another length than the batch
     */
    public void yieldsFromCleanPrices(double[] cleanPrices, BatchResult result) {
        solve(cleanPrices, true, result);
    }

    private void solve(double[] prices, boolean clean, BatchResult result) {
        requireLength("prices", prices, pricings.length);
        requireSameSize(result);
        result.clear();
        for (int k = 0; k < pricings.length; k++) {
            double dirty = clean ? prices[k] + accrued[k] : prices[k];
            double perPeriod = isLevel(k)
                    ? AnnuityKernel.solve(
                            dirty,
                            wholePeriods[k],
                            compoundedPart[k],
                            simplePart[k],
                            nextCoupon[k],
                            coupon[k],
                            redemption[k],
                            null)
                    : Double.NaN;
            if (perPeriod > -1.0 && perPeriod < 1.0) {
                result.set(k, perPeriod * periodsPerYear[k]);
            } else {
                solveAlone(k, dirty, result);
            }
        }
    }

    /** Bonds of other forms, and the rare outcomes that need a second look or a failure in words. */
    private void solveAlone(int index, double dirty, BatchResult result) {
        try {
            result.set(index, pricings[index].yieldFromDirtyPrice(dirty));
        } catch (BondTraderException failure) {
            result.fail(index, failure);
        }
    }

    /**
     * Calculates dirty prices from yields.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param result filled with prices per 100, with accrued interest
     * @throws InvalidInput if an array has another length than the batch
     */
    public void dirtyPricesFromYields(double[] yields, BatchResult result) {
        price(yields, false, result);
    }

    /**
     * Calculates clean prices from yields.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param result filled with prices per 100, without accrued interest
     * @throws InvalidInput if an array has another length than the batch
     */
    public void cleanPricesFromYields(double[] yields, BatchResult result) {
        price(yields, true, result);
    }

    private void price(double[] yields, boolean clean, BatchResult result) {
        requireLength("yields", yields, pricings.length);
        requireSameSize(result);
        result.clear();
        for (int k = 0; k < pricings.length; k++) {
            double perPeriod = yields[k] * (1.0 / periodsPerYear[k]); // as AnnuityForm does, to the last bit
            if (isLevel(k) && perPeriod > -0.5 && perPeriod < 1.0) {
                double dirty = AnnuityKernel.price(
                        perPeriod,
                        wholePeriods[k],
                        compoundedPart[k],
                        simplePart[k],
                        nextCoupon[k],
                        coupon[k],
                        redemption[k]);
                if (dirty < Double.POSITIVE_INFINITY) {
                    result.set(k, clean ? dirty - accrued[k] : dirty);
                    continue;
                }
            }
            priceAlone(k, yields[k], clean, result);
        }
    }

    private void priceAlone(int index, double yield, boolean clean, BatchResult result) {
        try {
            double dirty = pricings[index].dirtyPriceFromYield(yield);
            result.set(index, clean ? dirty - accrued[index] : dirty);
        } catch (BondTraderException failure) {
            result.fail(index, failure);
        }
    }

    /**
     * Calculates modified durations and convexities.
     *
     * @param yields annual yield of each bond, as a decimal
     * @param durations filled with years
     * @param convexities filled with years squared
     * @throws InvalidInput if an array has another length than the batch
     */
    public void durationsAndConvexities(double[] yields, BatchResult durations, BatchResult convexities) {
        requireLength("yields", yields, pricings.length);
        requireSameSize(durations);
        requireSameSize(convexities);
        durations.clear();
        convexities.clear();
        for (int k = 0; k < pricings.length; k++) {
            try {
                Sensitivities at = pricings[k].sensitivities(yields[k]);
                durations.set(k, at.modifiedDuration());
                convexities.set(k, at.convexity());
            } catch (BondTraderException failure) {
                durations.fail(k, failure);
                convexities.fail(k, failure);
            }
        }
    }

    private boolean isLevel(int index) {
        return otherForms.length == 0 || otherForms[index] == null;
    }

    static void requireLength(String name, double[] array, int length) {
        InvalidInput.unless(array.length == length, name + ".length", array.length, "the batch's size " + length);
    }

    private void requireSameSize(BatchResult result) {
        InvalidInput.unless(result.size() == pricings.length, "result.size", result.size(), "the batch's size");
    }

    @Override
    public String toString() {
        return "BondBatch[" + pricings.length + " bonds]";
    }
}
