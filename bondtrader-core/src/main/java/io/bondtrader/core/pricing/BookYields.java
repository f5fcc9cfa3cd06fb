package io.bondtrader.core.pricing;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.parallel.Parallelism;

/**
 * Prices, yields and durations of a book, row by row. Every number has the bits of the bond's own {@link BondPricing}:
 * the kernels are the same, and what is unusual goes the way of a single bond.
 */
final class BookYields {

    private final BookColumns columns;
    private final Parallelism parallelism;

    BookYields(BookColumns columns, Parallelism parallelism) {
        this.columns = columns;
        this.parallelism = parallelism;
    }

    void solve(double[] prices, boolean clean, BookResult result) {
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            solveAnnuities(prices, clean, from, to, result.values());
            for (int k = from; k < to; k++) {
                if (Double.isNaN(result.values()[k])) {
                    solveAlone(k, prices[k], clean, result);
                }
            }
        });
        columns.failures.forEach(result::fail);
    }

    /** Fills the yields of annuities, where nothing is unusual about them; else NaN. */
    private void solveAnnuities(double[] prices, boolean clean, int from, int to, double[] yields) {
        double[] dirty = clean ? yields : prices;
        if (clean) {
            for (int k = from; k < to; k++) {
                dirty[k] = prices[k] + columns.accrued[k];
            }
        }
        columns.kernel.solve(
                dirty,
                columns.wholePeriods,
                columns.compoundedPart,
                columns.simplePart,
                columns.nextCoupon,
                columns.coupon,
                columns.redemption,
                from,
                to,
                yields);
        for (int k = from; k < to; k++) {
            double perPeriod = yields[k];
            boolean usual = columns.isAnnuity(k) && perPeriod > -1.0 && perPeriod < 1.0;
            yields[k] = usual ? perPeriod * columns.periodsPerYear[k] : Double.NaN;
        }
    }

    private void solveAlone(int k, double price, boolean clean, BookResult result) {
        try {
            result.set(k, yieldAlone(k, price, clean));
        } catch (BondTraderException failure) {
            result.fail(k, failure);
        }
    }

    /** Bonds of other forms, and the rare outcomes that need a second look or a failure in words. */
    private double yieldAlone(int k, double price, boolean clean) {
        double dirty = clean ? CheckedForm.dirty(price, columns.accrued[k]) : price;
        DiscountForm form = columns.form(k);
        return CheckedForm.solve(form, CheckedForm.floor(form), dirty, null);
    }

    void price(double[] yields, boolean clean, BookResult result) {
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            for (int k = from; k < to; k++) {
                double dirty = annuityPrice(k, yields[k]);
                if (dirty < Double.POSITIVE_INFINITY) {
                    result.set(k, clean ? dirty - columns.accrued[k] : dirty);
                } else {
                    priceAlone(k, yields[k], clean, result);
                }
            }
        });
        columns.failures.forEach(result::fail);
    }

    /** The price of an annuity, where nothing is unusual about the yield; else infinity or NaN. */
    private double annuityPrice(int k, double yield) {
        double perPeriod = yield * (1.0 / columns.periodsPerYear[k]); // as AnnuityForm does, to the last bit
        if (!(perPeriod > -0.5 && perPeriod < 1.0) || !columns.isAnnuity(k)) {
            return Double.NaN;
        }
        return AnnuityKernel.price(
                perPeriod,
                columns.wholePeriods[k],
                columns.compoundedPart[k],
                columns.simplePart[k],
                columns.nextCoupon[k],
                columns.coupon[k],
                columns.redemption[k]);
    }

    private void priceAlone(int k, double yield, boolean clean, BookResult result) {
        try {
            DiscountForm form = columns.form(k);
            double dirty = CheckedForm.price(form, CheckedForm.floor(form), yield);
            result.set(k, clean ? dirty - columns.accrued[k] : dirty);
        } catch (BondTraderException failure) {
            result.fail(k, failure);
        }
    }

    /** All measures, from clean prices or from yields. */
    void measure(double[] pricesOrYields, boolean fromPrices, BookMeasures result) {
        parallelism.forEachChunk(columns.size, BookColumns.CHUNK, (chunk, from, to) -> {
            double[] numbers = new double[Sensitivities.COUNT];
            double[] solved = fromPrices ? result.yieldToMaturity().values() : pricesOrYields;
            if (fromPrices) {
                solveAnnuities(pricesOrYields, true, from, to, solved);
            }
            for (int k = from; k < to; k++) {
                double yield = solved[k];
                if (!Double.isNaN(yield) && annuitySensitivities(k, yield, numbers)) {
                    result.set(k, yield, numbers);
                } else {
                    measureAlone(k, pricesOrYields[k], fromPrices, numbers, result);
                }
            }
        });
        columns.failures.forEach(result::fail);
    }

    /** Fills the numbers of an annuity, and returns whether nothing is unusual about them. */
    private boolean annuitySensitivities(int k, double yield, double[] numbers) {
        double perPeriod = yield * (1.0 / columns.periodsPerYear[k]);
        if (!(perPeriod > -0.5 && perPeriod < 1.0) || !columns.isAnnuity(k)) {
            return false;
        }
        AnnuityKernel.sensitivities(
                perPeriod,
                columns.wholePeriods[k],
                columns.compoundedPart[k],
                columns.simplePart[k],
                columns.nextCoupon[k],
                columns.coupon[k],
                columns.redemption[k],
                columns.periodsPerYear[k],
                numbers);
        return CheckedForm.areUsable(numbers);
    }

    private void measureAlone(int k, double priceOrYield, boolean fromPrice, double[] numbers, BookMeasures result) {
        try {
            DiscountForm form = columns.form(k);
            double yield = fromPrice ? yieldAlone(k, priceOrYield, true) : priceOrYield;
            CheckedForm.sensitivities(form, CheckedForm.floor(form), yield, numbers);
            result.set(k, yield, numbers);
        } catch (BondTraderException failure) {
            result.fail(k, failure);
        }
    }
}
