package io.bondtrader.core.pricing;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import org.jspecify.annotations.Nullable;

/** Level coupons in equal periods, priced by {@link AnnuityKernel}. */
final class AnnuityForm implements DiscountForm {

    final int wholePeriods; // n
    final double compoundedPart; // w
    final double simplePart; // s
    final double nextCoupon; // c₁
    final double coupon; // c
    final double redemption; // R
    final double periodsPerYear; // m: compounding periods, equal to coupon periods here
    private final double reciprocal;

    AnnuityForm(
            int wholePeriods,
            double compoundedPart,
            double simplePart,
            double nextCoupon,
            double coupon,
            double redemption,
            double periodsPerYear) {
        this.wholePeriods = wholePeriods;
        this.compoundedPart = compoundedPart;
        this.simplePart = simplePart;
        this.nextCoupon = nextCoupon;
        this.coupon = coupon;
        this.redemption = redemption;
        this.periodsPerYear = periodsPerYear;
        this.reciprocal = 1.0 / periodsPerYear;
    }

    @Override
    public String method() {
        return "closed annuity";
    }

    @Override
    public double floor() {
        return -periodsPerYear;
    }

    @Override
    public double price(double yield) {
        return AnnuityKernel.price(
                yield * reciprocal, wholePeriods, compoundedPart, simplePart, nextCoupon, coupon, redemption);
    }

    @Override
    public double discountFactor(double yield, double years) {
        double periods = years * periodsPerYear - simplePart;
        double perPeriod = yield * reciprocal;
        return Exponential.exp(-periods * Exponential.log1p(perPeriod)) / (1.0 + simplePart * perPeriod);
    }

    @Override
    public void sensitivities(double yield, double[] out) {
        AnnuityKernel.sensitivities(
                yield * reciprocal,
                wholePeriods,
                compoundedPart,
                simplePart,
                nextCoupon,
                coupon,
                redemption,
                periodsPerYear,
                out);
    }

    @Override
    public double solve(double dirtyPrice, int @Nullable [] steps) {
        double perPeriod = AnnuityKernel.solve(
                dirtyPrice, wholePeriods, compoundedPart, simplePart, nextCoupon, coupon, redemption, steps);
        if (!(perPeriod > -1.0 && perPeriod < Double.MAX_VALUE)) {
            boolean timeless = wholePeriods + compoundedPart + simplePart == 0.0;
            String why = timeless ? "a price without time to maturity has no yield" : "no yield gives that dirty price";
            throw new NotConverged(why, 0, Double.isFinite(perPeriod) ? perPeriod : 0.0, dirtyPrice);
        }
        return perPeriod * periodsPerYear;
    }
}
