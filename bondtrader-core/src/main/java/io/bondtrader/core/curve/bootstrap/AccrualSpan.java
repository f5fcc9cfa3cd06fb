package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;

/**
 * One period of a swap or of a par bond.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param start its first day
 * @param end its last day, after the first
 * @param paid when its interest is paid, not before its first day
 * @param fraction its length as a fraction of a year by the leg's day count, positive
 */
public record AccrualSpan(LocalDate start, LocalDate end, LocalDate paid, double fraction) {

    /**
     * Checks the order of the dates.
     *
     * @throws InvalidInput if a date is out of order or the fraction is not positive
     */
    public AccrualSpan {
        Terms.check("span", 0.0, start, end);
        InvalidInput.unless(paid.isAfter(start) && paid.getYear() <= 3000, "paid", paid, "after " + start);
        InvalidInput.unless(fraction > 0.0 && fraction <= 100.0, "fraction", fraction, "above 0, at most 100");
    }

    static List<AccrualSpan> checked(String name, List<AccrualSpan> spans) {
        InvalidInput.unless(!spans.isEmpty(), name, spans, "at least one period");
        for (int k = 1; k < spans.size(); k++) {
            InvalidInput.unless(
                    !spans.get(k).start().isBefore(spans.get(k - 1).end()),
                    name,
                    spans.get(k).start(),
                    "in order, without overlap");
        }
        return List.copyOf(spans);
    }

    static LocalDate last(List<AccrualSpan> spans) {
        LocalDate last = LocalDate.MIN;
        for (AccrualSpan span : spans) {
            LocalDate later = span.paid.isAfter(span.end) ? span.paid : span.end;
            last = later.isAfter(last) ? later : last;
        }
        return last;
    }

    /** Σ τₖ·P(paidₖ). */
    static double annuity(List<AccrualSpan> spans, DiscountCurve curve) {
        double sum = 0.0;
        for (AccrualSpan span : spans) {
            sum += span.fraction * curve.discountFactor(span.paid);
        }
        return sum;
    }

    static void addAnnuitySensitivities(
            List<AccrualSpan> spans, DiscountCurve curve, double weight, double[] sensitivities) {
        for (AccrualSpan span : spans) {
            Terms.addDiscountSensitivities(curve, span.paid, weight * span.fraction, sensitivities);
        }
    }

    /** Σ (F(startₖ)/F(endₖ) − 1)·P(paidₖ): what a floating leg is worth. */
    static double floating(List<AccrualSpan> spans, DiscountCurve discounting, DiscountCurve projection) {
        double sum = 0.0;
        for (AccrualSpan span : spans) {
            sum += Terms.growth(projection, span.start, span.end) * discounting.discountFactor(span.paid);
        }
        return sum;
    }

    static void addFloatingSensitivities(
            List<AccrualSpan> spans,
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        for (AccrualSpan span : spans) {
            double growth = Terms.growth(projection, span.start, span.end);
            Terms.addDiscountSensitivities(discounting, span.paid, weight * growth, byDiscounting);
            double factor = discounting.discountFactor(span.paid);
            Terms.addGrowthSensitivities(projection, span.start, span.end, weight * factor, byProjection);
        }
    }
}
