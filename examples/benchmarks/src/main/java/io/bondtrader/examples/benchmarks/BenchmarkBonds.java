package io.bondtrader.examples.benchmarks;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.CurvePricing;
import java.time.LocalDate;

/** The bonds that are measured: regular, semi-annual, in the middle of a coupon period. */
public enum BenchmarkBonds {
    /** Twenty flows left. */
    TEN_YEARS(LocalDate.of(2035, 11, 15), 0.0425, 0.0440),
    /** Sixty flows left. */
    THIRTY_YEARS(LocalDate.of(2055, 11, 15), 0.04625, 0.0480);

    /** The day on which everything is valued; 59 days of a coupon period of 181 are left. */
    static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    /** The day from which both bonds accrue. */
    static final LocalDate START = LocalDate.of(2025, 11, 15);

    private final LocalDate maturity;
    private final double coupon;
    private final double yield;

    BenchmarkBonds(LocalDate maturity, double coupon, double yield) {
        this.maturity = maturity;
        this.coupon = coupon;
        this.yield = yield;
    }

    LocalDate maturity() {
        return maturity;
    }

    double coupon() {
        return coupon;
    }

    double yieldToMaturity() {
        return yield;
    }

    FixedCouponBond terms() {
        return FixedCouponBond.of(BondConventions.US_TREASURY, coupon, START, maturity);
    }

    BondPricing inBondTrader() {
        return BondPricing.of(terms(), SETTLEMENT);
    }

    /** Off curves, with payments on their unadjusted days as the peer has them. */
    CurvePricing offCurves() {
        BondConvention unadjusted = BondConvention.builder("BENCHMARK").build();
        return CurvePricing.of(FixedCouponBond.of(unadjusted, coupon, START, maturity), SETTLEMENT);
    }

    StrataBond inStrata() {
        return StrataBond.of(START, maturity, coupon, SETTLEMENT);
    }
}
