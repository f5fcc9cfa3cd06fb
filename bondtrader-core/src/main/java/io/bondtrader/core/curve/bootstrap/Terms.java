package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import java.time.LocalDate;

/** The rules that the terms of all instruments follow, and the forward rate that several of them quote. */
final class Terms {

    private Terms() {}

    static void check(String label, double quote, LocalDate start, LocalDate end) {
        InvalidInput.unless(!label.isBlank(), "label", label, "not blank");
        InvalidInput.unless(Double.isFinite(quote), "quote", quote, "finite");
        InvalidInput.unless(
                start.getYear() >= 1600 && start.getYear() <= 3000, "start", start, "in years 1600 to 3000");
        InvalidInput.unless(
                end.isAfter(start) && end.getYear() <= 3000, "end", end, "after " + start + " and before year 3001");
    }

    /** The length of one simple period. */
    static double fraction(DayCount dayCount, LocalDate start, LocalDate end) {
        InvalidInput.unless(
                !dayCount.needsPeriod(), "dayCount", dayCount.officialName(), "one that needs no coupon period");
        double fraction = dayCount.yearFraction(start, end);
        InvalidInput.unless(fraction > 0.0, "end", end, "so far after " + start + " that interest accrues");
        return fraction;
    }

    /** The simple rate (P(start)/P(end) − 1)/τ. */
    static double simpleRate(DiscountCurve curve, LocalDate start, LocalDate end, double fraction) {
        return growth(curve, start, end) / fraction;
    }

    /** P(start)/P(end) − 1, without loss of digits where rates are low. */
    static double growth(DiscountCurve curve, LocalDate start, LocalDate end) {
        return Exponential.expm1(logDiscountFactor(curve, start) - logDiscountFactor(curve, end));
    }

    /** Adds weight · ∂(P(start)/P(end))/∂x. */
    static void addGrowthSensitivities(
            DiscountCurve curve, LocalDate start, LocalDate end, double weight, double[] sensitivities) {
        double scaled = weight * (1.0 + growth(curve, start, end));
        curve.addLogDiscountSensitivities(curve.years(start), scaled, sensitivities, 0);
        curve.addLogDiscountSensitivities(curve.years(end), -scaled, sensitivities, 0);
    }

    /** Adds weight · ∂P(date)/∂x. */
    static void addDiscountSensitivities(DiscountCurve curve, LocalDate date, double weight, double[] sensitivities) {
        double years = curve.years(date);
        curve.addLogDiscountSensitivities(years, weight * curve.discountFactor(years), sensitivities, 0);
    }

    static double logDiscountFactor(DiscountCurve curve, LocalDate date) {
        return curve.logDiscountFactor(curve.years(date));
    }
}
