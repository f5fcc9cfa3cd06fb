package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.ImmDates;
import java.time.LocalDate;

/**
 * A future on the simple rate of a period:
 *
 * <pre>
 *   price = 100·(1 − (R + c))        R = (P(start)/P(end) − 1)/τ
 *
 *   τ  day count fraction from start to end        c  convexity adjustment: futures rate less forward rate
 * </pre>
 *
 * <p>A future on the overnight rate compounded over the period has the same price. It looks at the projection curve.
 * Source of the adjustment's sense: J. C. Hull, "Options, Futures, and Other Derivatives", section "Convexity adjustment"
 * of the chapter on interest rate futures; how large it is depends on a model and is given, not computed here.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param start first day of the period
 * @param end last day of the period
 * @param dayCount how interest accrues
 * @param convexityAdjustment futures rate less forward rate, as a decimal; usually 0 or positive
 * @param quote the price, 100 less the futures rate in percent
 */
public record RateFuture(
        String label, LocalDate start, LocalDate end, DayCount dayCount, double convexityAdjustment, double quote)
        implements CurveInstrument {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public RateFuture {
        Terms.check(label, quote, start, end);
        Terms.fraction(dayCount, start, end);
        InvalidInput.unless(
                convexityAdjustment >= -0.1 && convexityAdjustment <= 0.1,
                "convexityAdjustment",
                convexityAdjustment,
                "-0.1 to 0.1");
    }

    /**
     * Returns a future on the three months between two neighbouring IMM dates.
     *
     * @param from the first IMM date on or after this day starts the period
     * @param dayCount how interest accrues
     * @param convexityAdjustment futures rate less forward rate, as a decimal
     * @param price 100 less the futures rate in percent
     * @return the future, named after the start of its period
     * @throws InvalidInput if a term breaks its rule
     */
    public static RateFuture quarterly(LocalDate from, DayCount dayCount, double convexityAdjustment, double price) {
        LocalDate start = ImmDates.nextOrSame(from);
        return new RateFuture("future " + start, start, ImmDates.next(start), dayCount, convexityAdjustment, price);
    }

    @Override
    public RateFuture withQuote(double quote) {
        return new RateFuture(label, start, end, dayCount, convexityAdjustment, quote);
    }

    @Override
    public LocalDate pillar() {
        return end;
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        double rate = Terms.simpleRate(projection, start, end, dayCount.yearFraction(start, end));
        return 100.0 - 100.0 * (rate + convexityAdjustment);
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        double perGrowth = -100.0 / dayCount.yearFraction(start, end);
        Terms.addGrowthSensitivities(projection, start, end, weight * perGrowth, byProjection);
    }
}
