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
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.collect.tuple.Pair;
import com.opengamma.strata.market.curve.Curve;
import com.opengamma.strata.market.curve.Curves;
import com.opengamma.strata.market.curve.InterpolatedNodalCurve;
import com.opengamma.strata.market.curve.LegalEntityGroup;
import com.opengamma.strata.market.curve.RepoGroup;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolators;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.market.param.CurrencyParameterSensitivities;
import com.opengamma.strata.pricer.CompoundedRateType;
import com.opengamma.strata.pricer.DiscountFactors;
import com.opengamma.strata.pricer.ZeroRateDiscountFactors;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.pricer.bond.ImmutableLegalEntityDiscountingProvider;
import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import com.opengamma.strata.product.LegalEntityId;
import com.opengamma.strata.product.SecurityId;
import com.opengamma.strata.product.bond.FixedCouponBond;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import java.time.LocalDate;
import java.util.Map;

/**
 * A semi-annual bond with unadjusted dates and no settlement lag, priced by Strata under the US street convention. Prices
 * are per 100 here; Strata's own are per 1.
 */
final class StrataBond {

    private static final DiscountingFixedCouponBondProductPricer PRICER =
            DiscountingFixedCouponBondProductPricer.DEFAULT;

    private static final StandardId ISSUER = StandardId.of("benchmark", "issuer");

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
                .legalEntityId(LegalEntityId.of(ISSUER))
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

    /** The curve as Strata wants it: the issuer's, and the same for repo. */
    static LegalEntityDiscountingProvider curve(LocalDate date, int[] nodeDays, double[] zeroRates) {
        double[] years = new double[nodeDays.length];
        for (int k = 0; k < years.length; k++) {
            years[k] = nodeDays[k] / 365.0;
        }
        Curve curve = InterpolatedNodalCurve.of(
                Curves.zeroRates("benchmark", DayCounts.ACT_365F),
                DoubleArray.copyOf(years),
                DoubleArray.copyOf(zeroRates),
                CurveInterpolators.LINEAR,
                CurveExtrapolators.FLAT,
                CurveExtrapolators.FLAT);
        DiscountFactors factors = ZeroRateDiscountFactors.of(Currency.USD, date, curve);
        RepoGroup repo = RepoGroup.of("repo");
        LegalEntityGroup issuer = LegalEntityGroup.of("issuer");
        LegalEntityId entity = LegalEntityId.of(ISSUER);
        return ImmutableLegalEntityDiscountingProvider.builder()
                .valuationDate(date)
                .repoCurveGroups(Map.of(entity, repo))
                .repoCurves(Map.of(Pair.of(repo, Currency.USD), factors))
                .issuerCurveGroups(Map.of(entity, issuer))
                .issuerCurves(Map.of(Pair.of(issuer, Currency.USD), factors))
                .build();
    }

    double dirtyPrice(LegalEntityDiscountingProvider curve) {
        return 100 * PRICER.dirtyPriceFromCurves(bond, curve, settlement);
    }

    double zSpread(LegalEntityDiscountingProvider curve, double dirtyPrice) {
        return PRICER.zSpreadFromCurvesAndDirtyPrice(
                bond, curve, ReferenceData.minimal(), dirtyPrice / 100, CompoundedRateType.CONTINUOUS, 0);
    }

    CurrencyParameterSensitivities nodeSensitivities(LegalEntityDiscountingProvider curve) {
        return curve.parameterSensitivity(
                PRICER.presentValueSensitivity(bond, curve).build());
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
