package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;

/**
 * A simple rate agreed today for a period to come:
 *
 * <pre>
 *   R = (P(start)/P(end) − 1)/τ        τ  day count fraction from start to end
 * </pre>
 *
 * <p>It looks at the projection curve. What is settled at the start is discounted at the rate that fixes, so that the
 * fair rate is the forward rate; the standard terms are those of the 2021 ISDA Interest Rate Derivatives Definitions.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param start first day of the period
 * @param end last day of the period
 * @param dayCount how interest accrues
 * @param quote the simple rate, as a decimal
 */
public record ForwardRateAgreement(String label, LocalDate start, LocalDate end, DayCount dayCount, double quote)
        implements CurveInstrument {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public ForwardRateAgreement {
        Terms.check(label, quote, start, end);
        Terms.fraction(dayCount, start, end);
    }

    /**
     * Returns an agreement on a period that starts some time after spot, such as a 3 × 6.
     *
     * @param convention what its market agrees on
     * @param tradeDate when it is agreed
     * @param from time from spot to the start of the period
     * @param to time from spot to its end
     * @param rate the simple rate, as a decimal
     * @return the agreement, named after the tenors
     * @throws InvalidInput if a term breaks its rule
     */
    public static ForwardRateAgreement of(
            MoneyMarketConvention convention, LocalDate tradeDate, Tenor from, Tenor to, double rate) {
        LocalDate spot = convention.spotDate(tradeDate);
        return new ForwardRateAgreement(
                "FRA " + from + " x " + to,
                convention.end(spot, from),
                convention.end(spot, to),
                convention.dayCount(),
                rate);
    }

    @Override
    public ForwardRateAgreement withQuote(double quote) {
        return new ForwardRateAgreement(label, start, end, dayCount, quote);
    }

    @Override
    public LocalDate pillar() {
        return end;
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        return Terms.simpleRate(projection, start, end, dayCount.yearFraction(start, end));
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        Terms.addGrowthSensitivities(projection, start, end, weight / dayCount.yearFraction(start, end), byProjection);
    }
}
