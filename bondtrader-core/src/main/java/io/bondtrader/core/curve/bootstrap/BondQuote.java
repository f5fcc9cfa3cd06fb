package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;

/**
 * A bond with its clean price, as the payments that its buyer receives:
 *
 * <pre>
 *   clean price = Σ aₖ·P(tₖ)/P(settlement) − accrued interest
 * </pre>
 *
 * <p>Any bond whose payments are known can be given so; {@code CurvePricing.quote} of the pricing package lays one out.
 * It looks at the discounting curve.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param label what it is called
 * @param settlement when it is paid for
 * @param payments what the buyer receives after settlement, in order of date; at least one
 * @param accruedInterest what the buyer pays beside the clean price, per 100; negative where a coupon stays with the
 *     seller
 * @param frequency coupons a year, 1 to 12: how the yields of results compound
 * @param quote the clean price per 100
 */
public record BondQuote(
        String label, LocalDate settlement, List<Payment> payments, double accruedInterest, int frequency, double quote)
        implements CurveInstrument {

    /**
     * A payment per 100 of face.
     *
     * <p>Immutable and safe for use by many threads.
     *
     * @param date when it is made
     * @param amount how much it is, coupon and principal together
     */
    public record Payment(LocalDate date, double amount) {

        /**
         * Checks the amount.
         *
         * @throws InvalidInput if the amount is negative or not finite
         */
        public Payment {
            InvalidInput.unless(amount >= 0.0 && amount <= 1e6, "amount", amount, "0 to 1,000,000");
            InvalidInput.unless(date.getYear() <= 3000, "date", date, "before year 3001");
        }
    }

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a term breaks its rule, nothing is paid, or the dirty price is not positive
     */
    public BondQuote {
        payments = List.copyOf(payments);
        InvalidInput.unless(!payments.isEmpty(), "payments", payments, "at least one");
        Terms.check(label, quote, settlement, payments.get(payments.size() - 1).date());
        LocalDate before = settlement;
        double total = 0.0;
        for (Payment payment : payments) {
            InvalidInput.unless(
                    !payment.date().isBefore(before), "payments", payment.date(), "in order, none before settlement");
            before = payment.date();
            total += payment.amount();
        }
        InvalidInput.unless(total > 0.0, "payments", total, "worth something");
        InvalidInput.unless(Double.isFinite(accruedInterest), "accruedInterest", accruedInterest, "finite");
        InvalidInput.unless(frequency >= 1 && frequency <= 12, "frequency", frequency, "1 to 12");
        InvalidInput.unless(quote + accruedInterest > 0.0, "quote", quote, "such that the dirty price is positive");
    }

    /** {@return the clean price with accrued interest, per 100} */
    public double dirtyPrice() {
        return quote + accruedInterest;
    }

    @Override
    public BondQuote withQuote(double quote) {
        return new BondQuote(label, settlement, payments, accruedInterest, frequency, quote);
    }

    @Override
    public LocalDate start() {
        return settlement;
    }

    @Override
    public LocalDate pillar() {
        return payments.get(payments.size() - 1).date();
    }

    /**
     * Returns the price off a curve.
     *
     * @param curve discounts the payments
     * @return the dirty price per 100
     * @throws InvalidInput if the curve starts after settlement
     */
    public double dirtyPrice(DiscountCurve curve) {
        double sum = 0.0;
        for (Payment payment : payments) {
            sum += payment.amount() * curve.discountFactor(payment.date());
        }
        return sum / curve.discountFactor(settlement);
    }

    /**
     * Returns the one rate at which the payments are worth a price, compounded {@link #frequency()} times a year over
     * times by ACT/365 fixed from settlement. Near the market's own yields, but not one of them: it is here to compare
     * prices of one bond.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the yield, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     * @throws NotConverged if no rate gives that price
     */
    public double yieldFromDirtyPrice(double dirtyPrice) {
        return frequency * Exponential.expm1(continuousYield(dirtyPrice) / frequency);
    }

    /** Newton's method on the logarithm of the price, which is convex and nearly straight in the yield. */
    double continuousYield(double dirtyPrice) {
        InvalidInput.unless(dirtyPrice > 1e-300 && dirtyPrice < 1e300, "dirtyPrice", dirtyPrice, "positive and finite");
        double target = Exponential.log(dirtyPrice);
        double yield = 0.03;
        for (int k = 0; k < 100; k++) {
            double price = moment(0, yield);
            double step = (Exponential.log(price) - target) * price / moment(1, yield);
            yield += step;
            if (!(Math.abs(yield) < 1e3)) {
                break;
            }
            if (Math.abs(step) <= 1e-10) { // the next one would be a rounding error
                return yield;
            }
        }
        throw new NotConverged("yield of " + label + " at dirty price " + dirtyPrice, 100, yield, Double.NaN);
    }

    /**
     * Returns how far a price falls, relative to itself, for each unit that {@link #yieldFromDirtyPrice} rises.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the modified duration, in years
     * @throws InvalidInput if the price is not positive and finite
     * @throws NotConverged if no rate gives that price
     */
    public double modifiedDuration(double dirtyPrice) {
        double yield = continuousYield(dirtyPrice);
        return moment(1, yield) / moment(0, yield) * Exponential.exp(-yield / frequency);
    }

    /** What the payments are worth at a continuous yield, each times its years to the power 0 or 1. */
    private double moment(int power, double yield) {
        double sum = 0.0;
        for (Payment payment : payments) {
            double years = DayCounts.ACT_365F.yearFraction(settlement, payment.date());
            double value = payment.amount() * Exponential.exp(-yield * years);
            sum += power == 0 ? value : years * value;
        }
        return sum;
    }

    @Override
    public double impliedQuote(DiscountCurve discounting, DiscountCurve projection) {
        return dirtyPrice(discounting) - accruedInterest;
    }

    @Override
    public void addQuoteSensitivities(
            DiscountCurve discounting,
            DiscountCurve projection,
            double weight,
            double[] byDiscounting,
            double[] byProjection) {
        double origin = discounting.years(settlement);
        double scale = weight / discounting.discountFactor(origin);
        for (Payment payment : payments) {
            Terms.addDiscountSensitivities(discounting, payment.date(), scale * payment.amount(), byDiscounting);
        }
        discounting.addLogDiscountSensitivities(origin, -weight * dirtyPrice(discounting), byDiscounting, 0);
    }
}
