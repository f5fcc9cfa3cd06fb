package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import java.time.LocalDate;
import java.util.AbstractList;

/**
 * Up to a million semi-annual bonds of which no two are the same: 10,920 maturities, a day apart, times as many coupons as
 * it takes. Made when they are asked for, so that they take no room beside a book that is measured.
 */
final class DistinctBonds extends AbstractList<FixedCouponBond> {

    private static final int MATURITIES = 10_920;
    private static final BondConvention CONVENTION =
            BondConvention.builder("BENCHMARK").build();

    private final int size;

    DistinctBonds(int size) {
        this.size = size;
    }

    @Override
    public FixedCouponBond get(int k) {
        // 7,919 is prime to the number of maturities: neighbours in the book are far apart in time.
        LocalDate maturity = BenchmarkBonds.SETTLEMENT.plusDays(30 + 7_919L * k % MATURITIES);
        int round = k / MATURITIES;
        double coupon = 0.0025 + 0.000625 * round;
        LocalDate start = maturity;
        for (int periods = 1; start.isAfter(BenchmarkBonds.SETTLEMENT); periods++) {
            start = maturity.minusMonths(6L * periods);
        }
        return FixedCouponBond.of(CONVENTION, coupon, start, maturity);
    }

    /** A yield for each, from 1 to 8 percent. */
    double[] yields() {
        double[] yields = new double[size];
        for (int k = 0; k < size; k++) {
            yields[k] = 0.01 + 0.07 * (1_299_709L * k % 10_000) / 10_000.0;
        }
        return yields;
    }

    @Override
    public int size() {
        return size;
    }
}
