package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A bill that pays 100 at maturity, with its price or its bank discount rate:
 *
 * <pre>
 *   price = 100·P(maturity)/P(settlement)        d = (1 − price/100)·360/days
 * </pre>
 *
 * <p>Source of the discount rate: 31 CFR Part 356, Appendix B, section VI. It looks at the discounting curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param settlement when it is paid for
 * @param maturity when it pays 100
 * @param quotation what the quote is
 * @param quote the price per 100, or the discount rate as a decimal
 */
public record BillQuote(String label, LocalDate settlement, LocalDate maturity, Quotation quotation, double quote)
        implements CurveInstrument {

    /** What the quote of a bill is. */
    public enum Quotation {

        /** The price per 100. */
        PRICE,

        /** The bank discount rate by ACT/360, as a decimal. */
        DISCOUNT_RATE
    }

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule, or the price is not positive
     */
    public BillQuote {
        Terms.check(label, quote, settlement, maturity);
        Objects.requireNonNull(quotation);
        double price = quotation == Quotation.PRICE
                ? quote
                : 100.0 - 100.0 * quote * DayCounts.ACT_360.yearFraction(settlement, maturity);
        InvalidInput.unless(price > 0.0, "quote", quote, "such that the price is positive");
    }

    /**
     * Returns a bill with its bank discount rate, named after its maturity.
     *
     * @param settlement when it is paid for
     * @param maturity when it pays 100
     * @param discountRate by ACT/360, as a decimal
     * @return the bill with its quote
     * @throws InvalidInput if a term breaks its rule, or the price is not positive
     */
    public static BillQuote ofDiscountRate(LocalDate settlement, LocalDate maturity, double discountRate) {
        return new BillQuote("bill " + maturity, settlement, maturity, Quotation.DISCOUNT_RATE, discountRate);
    }

    /**
     * Returns a bill with its price, named after its maturity.
     *
     * @param settlement when it is paid for
     * @param maturity when it pays 100
     * @param price per 100
     * @return the bill with its quote
     * @throws InvalidInput if a term breaks its rule, or the price is not positive
     */
    public static BillQuote ofPrice(LocalDate settlement, LocalDate maturity, double price) {
        return new BillQuote("bill " + maturity, settlement, maturity, Quotation.PRICE, price);
    }

    @Override
    public BillQuote withQuote(double quote) {
        return new BillQuote(label, settlement, maturity, quotation, quote);
    }

    @Override
    public LocalDate start() {
        return settlement;
    }

    @Override
    public LocalDate pillar() {
        return maturity;
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        double log = logFactor(discounting);
        return quotation == Quotation.PRICE
                ? 100.0 * Exponential.exp(log)
                : -Exponential.expm1(log) / DayCounts.ACT_360.yearFraction(settlement, maturity);
    }

    private double logFactor(DiscountCurve curve) {
        return Terms.logDiscountFactor(curve, maturity) - Terms.logDiscountFactor(curve, settlement);
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        double perFactor =
                quotation == Quotation.PRICE ? 100.0 : -1.0 / DayCounts.ACT_360.yearFraction(settlement, maturity);
        double scaled = weight * perFactor * Exponential.exp(logFactor(discounting));
        discounting.addLogDiscountSensitivities(discounting.years(maturity), scaled, byDiscounting, 0);
        discounting.addLogDiscountSensitivities(discounting.years(settlement), -scaled, byDiscounting, 0);
    }
}
