package io.bondtrader.examples.benchmarks;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.StandardId;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.StubConvention;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.product.LegalEntityId;
import com.opengamma.strata.product.SecurityId;
import com.opengamma.strata.product.bond.FixedCouponBond;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import java.time.LocalDate;

/**
 * A semi-annual bond with unadjusted dates and no settlement lag, priced by Strata under the US street convention. Prices
 * are per 100 here; Strata's own are per 1.
 */
final class StrataBond {

    private static final DiscountingFixedCouponBondProductPricer PRICER =
            DiscountingFixedCouponBondProductPricer.DEFAULT;

    private final ResolvedFixedCouponBond bond;
    private final LocalDate settlement;

    private StrataBond(ResolvedFixedCouponBond bond, LocalDate settlement) {
        this.bond = bond;
        this.settlement = settlement;
    }

    /** Builds the bond from its terms to the form that Strata prices: the work that its users do once per bond. */
    static StrataBond of(LocalDate start, LocalDate maturity, double coupon, LocalDate settlement) {
        FixedCouponBond terms = FixedCouponBond.builder()
                .securityId(SecurityId.of("benchmark", "bond"))
                .legalEntityId(LegalEntityId.of(StandardId.of("benchmark", "issuer")))
                .currency(Currency.USD)
                .notional(100)
                .accrualSchedule(PeriodicSchedule.of(
                        start, maturity, Frequency.P6M, BusinessDayAdjustment.NONE, StubConvention.NONE, false))
                .fixedRate(coupon)
                .dayCount(DayCounts.ACT_ACT_ICMA)
                .yieldConvention(FixedCouponBondYieldConvention.US_STREET)
                .settlementDateOffset(DaysAdjustment.NONE)
                .build();
        return new StrataBond(terms.resolve(ReferenceData.minimal()), settlement);
    }

    double dirtyPrice(double yield) {
        return 100 * PRICER.dirtyPriceFromYield(bond, settlement, yield);
    }

    double yieldFromDirtyPrice(double dirtyPrice) {
        return PRICER.yieldFromDirtyPrice(bond, settlement, dirtyPrice / 100);
    }

    double accrued() {
        return PRICER.accruedInterest(bond, settlement);
    }

    double accrued(LocalDate day) {
        return PRICER.accruedInterest(bond, day);
    }

    double modifiedDuration(double yield) {
        return PRICER.modifiedDurationFromYield(bond, settlement, yield);
    }

    double convexity(double yield) {
        return PRICER.convexityFromYield(bond, settlement, yield);
    }
}
