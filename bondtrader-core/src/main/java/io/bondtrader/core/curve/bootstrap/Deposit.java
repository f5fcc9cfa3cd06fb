package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;

/**
 * Money lent from one day to another at a simple rate:
 *
 * <pre>
 *   R = (P(start)/P(end) − 1)/τ        τ  day count fraction from start to end
 * </pre>
 *
 * <p>It says what its index fixes at, so it looks at the projection curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param start when the money is lent
 * @param end when it is repaid
 * @param dayCount how interest accrues
 * @param quote the simple rate, as a decimal
 */
public record Deposit(String label, LocalDate start, LocalDate end, DayCount dayCount, double quote)
        implements CurveInstrument {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule
     */
    public Deposit {
        Terms.check(label, quote, start, end);
        Terms.fraction(dayCount, start, end);
    }

    /**
     * Returns a deposit that starts spot.
     *
     * @param convention what its market agrees on
     * @param tradeDate when it is agreed
     * @param tenor how long it runs
     * @param rate the simple rate, as a decimal
     * @return the deposit, named after the tenor
     * @throws InvalidInput if a term breaks its rule
     */
    public static Deposit of(MoneyMarketConvention convention, LocalDate tradeDate, Tenor tenor, double rate) {
        LocalDate start = convention.spotDate(tradeDate);
        return new Deposit("deposit " + tenor, start, convention.end(start, tenor), convention.dayCount(), rate);
    }

    @Override
    public Deposit withQuote(double quote) {
        return new Deposit(label, start, end, dayCount, quote);
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
