package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;

/**
 * The margins that a floating-rate note yields over its index, with one assumed index rate for all coupons to come:
 *
 * <pre>
 *   V(m) = Σ amountₖ·Dₖ     D₁ = 1/(1 + (i + m)·τ₀)     Dₖ = Dₖ₋₁/(1 + (i + m)·τₖ)
 *   simple margin = ((100 − clean)/T + 100·q)/clean
 *
 *   m  discount margin     i  assumed index rate     q  quoted margin     τ₀  from settlement to the next coupon
 *   T  years to maturity by ACT/365 fixed
 * </pre>
 *
 * <p>Sources: F. J. Fabozzi and S. V. Mann, "Floating-Rate Securities", 2000, chapter 3; 31 CFR Part 356, Appendix B, section
 * IV (Treasury floating rate notes). Prices are per 100 of face.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FloaterMargins {

    private static final int MAX_STEPS = 200;
    private static final double BASIS_POINT = 1e-4;

    private final double assumedIndex;
    private final double quotedMargin;
    private final double accrued;
    private final double[] amounts;
    private final double[] fractions; // the first one from settlement
    private final double years;

    private FloaterMargins(
            double assumedIndex,
            double quotedMargin,
            double accrued,
            double[] amounts,
            double[] fractions,
            double years) {
        this.assumedIndex = assumedIndex;
        this.quotedMargin = quotedMargin;
        this.accrued = accrued;
        this.amounts = amounts;
        this.fractions = fractions;
        this.years = years;
    }

    /**
     * Returns the margins of a note.
     *
     * @param note the note, with the fixing of the period in progress
     * @param settlement the day on which cash and note change hands
     * @param assumedIndex the index rate of all coupons after the next, and of discounting, as a decimal, −0.5 to 0.5
     * @return the margins
     * @throws InvalidInput if settlement is outside the life of the note or the index rate is out of range
     * @throws MissingData if the index rate of the period in progress has not been fixed
     */
    public static FloaterMargins of(FloatingRateNote note, LocalDate settlement, double assumedIndex) {
        CouponPeriods periods =
                CouponPeriods.from(note.dates(), note.convention().dayCount(), settlement);
        double accrued = note.convention().accruedRounding().round(note.accruedInterest(settlement));
        boolean exCoupon = note.convention().exCoupon().isExCoupon(settlement, periods.end(0));
        double next = exCoupon ? 0.0 : 100.0 * note.couponRate(settlement) * periods.fraction(0);
        return of(note, settlement, assumedIndex, periods, accrued, next);
    }

    /**
     * Returns the margins of a note whose rate resets within the coupon period, as a daily rate does: what has accrued is
     * known, and the rest of the period earns the assumed index rate.
     *
     * @param note the note; its fixings are not asked
     * @param settlement the day on which cash and note change hands
     * @param assumedIndex the index rate from settlement on, as a decimal, −0.5 to 0.5
     * @param accruedInterest interest accrued until settlement, per 100
     * @return the margins
     * @throws InvalidInput if settlement is outside the life of the note or a number is out of range
     */
    public static FloaterMargins resettingDaily(
            FloatingRateNote note, LocalDate settlement, double assumedIndex, double accruedInterest) {
        InvalidInput.unless(Math.abs(accruedInterest) <= 100.0, "accruedInterest", accruedInterest, "-100 to 100");
        requireIndex(assumedIndex);
        CouponPeriods periods =
                CouponPeriods.from(note.dates(), note.convention().dayCount(), settlement);
        double next = accruedInterest + 100.0 * rate(note, assumedIndex) * periods.fractionFrom(0, settlement);
        return of(note, settlement, assumedIndex, periods, accruedInterest, next);
    }

    private static FloaterMargins of(
            FloatingRateNote note,
            LocalDate settlement,
            double assumedIndex,
            CouponPeriods periods,
            double accrued,
            double nextCoupon) {
        requireIndex(assumedIndex);
        int count = periods.count();
        double[] amounts = new double[count];
        double[] fractions = new double[count];
        for (int k = 0; k < count; k++) {
            amounts[k] = k == 0 ? nextCoupon : 100.0 * rate(note, assumedIndex) * periods.fraction(k);
            fractions[k] = k == 0 ? periods.fractionFrom(0, settlement) : periods.fraction(k);
        }
        amounts[count - 1] += 100.0;
        double years = DayCounts.ACT_365F.yearFraction(settlement, periods.end(count - 1));
        return new FloaterMargins(assumedIndex, note.quotedMargin(), accrued, amounts, fractions, years);
    }

    private static double rate(FloatingRateNote note, double index) {
        Double floor = note.couponFloor();
        double rate = index + note.quotedMargin();
        return floor == null ? rate : Math.max(rate, floor);
    }

    private static void requireIndex(double assumedIndex) {
        InvalidInput.unless(
                assumedIndex >= -0.5 && assumedIndex <= 0.5, "assumedIndex", assumedIndex, "between -0.5 and 0.5");
    }

    /** {@return accrued interest per 100} */
    public double accruedInterest() {
        return accrued;
    }

    /** {@return what the next coupon day pays, per 100} */
    public double nextPayment() {
        return amounts[0];
    }

    /**
     * Returns the price of a discount margin.
     *
     * @param discountMargin as a decimal
     * @return the dirty price per 100
     * @throws InvalidInput if a period's discounting leaves nothing, or no finite price
     */
    public double dirtyPriceFromDiscountMargin(double discountMargin) {
        double price = priceAndSlope(discountMargin)[0];
        InvalidInput.unless(
                price > 0.0 && price < Double.POSITIVE_INFINITY,
                "discountMargin",
                discountMargin,
                "one that gives a finite price");
        return price;
    }

    /**
     * Returns the price of a discount margin without accrued interest.
     *
     * @param discountMargin as a decimal
     * @return the clean price per 100
     * @throws InvalidInput if a period's discounting leaves nothing, or no finite price
     */
    public double cleanPriceFromDiscountMargin(double discountMargin) {
        return dirtyPriceFromDiscountMargin(discountMargin) - accrued;
    }

    /**
     * Returns the discount margin of a price: what is added to the assumed index rate so that the coupons are worth it.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the margin, as a decimal
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if no margin gives that price
     */
    public double discountMarginFromCleanPrice(double cleanPrice) {
        double price = cleanPrice + accrued;
        InvalidInput.unless(
                price > 0.0 && price < Double.POSITIVE_INFINITY,
                "cleanPrice",
                cleanPrice,
                "finite, and positive with accrued interest " + accrued);
        double low = lowest();
        double high = Double.POSITIVE_INFINITY;
        double margin = Math.max(quotedMargin, low + 0.01);
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] here = priceAndSlope(margin);
            if (here[0] > price) {
                low = margin;
            } else {
                high = margin;
            }
            double move = -(here[0] - price) / here[1];
            if (Math.abs(move) <= 1e-15 * (1.0 + Math.abs(margin))) {
                return margin + move;
            }
            double next = margin + move;
            if (!(next > low && next < high)) {
                next = Double.isInfinite(high) ? margin + 1.0 + Math.abs(margin) : 0.5 * (low + high);
            }
            if (next == margin) { // exactly: the search has come down to one number
                return margin;
            }
            margin = next;
        }
        throw new NotConverged("no discount margin gives clean price " + cleanPrice, MAX_STEPS, margin, cleanPrice);
    }

    /** Every margin with a price lies above. */
    private double lowest() {
        double longest = 0.0;
        for (double fraction : fractions) {
            longest = Math.max(longest, fraction);
        }
        return -1.0 / longest - assumedIndex;
    }

    private double[] priceAndSlope(double margin) {
        double rate = assumedIndex + margin;
        double factor = 1.0;
        double logSlope = 0.0;
        double price = 0.0;
        double slope = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            double growth = 1.0 + rate * fractions[k];
            if (!(growth > 0.0)) {
                return new double[] {Double.POSITIVE_INFINITY, Double.NaN};
            }
            factor /= growth;
            logSlope -= fractions[k] / growth;
            price += amounts[k] * factor;
            slope += amounts[k] * factor * logSlope;
        }
        return new double[] {price, slope};
    }

    /**
     * Returns the simple margin (spread for life): the discount to par spread over the years that remain, with the quoted
     * margin, relative to the price.
     *
     * @param cleanPrice price per 100 without accrued interest, positive
     * @return the margin, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     */
    public double simpleMarginFromCleanPrice(double cleanPrice) {
        InvalidInput.unless(
                cleanPrice > 1e-9 && cleanPrice < 1e9, "cleanPrice", cleanPrice, "above 1e-9 and below 1e9");
        return ((100.0 - cleanPrice) / years / 100.0 + quotedMargin) * 100.0 / cleanPrice;
    }

    /**
     * Returns minus the relative change of the price for the discount margin, by exact derivative.
     *
     * @param discountMargin as a decimal
     * @return years
     * @throws InvalidInput if the margin gives no finite price
     */
    public double marginDuration(double discountMargin) {
        return -priceAndSlope(discountMargin)[1] / dirtyPriceFromDiscountMargin(discountMargin);
    }

    /**
     * Returns what the price loses for one basis point of discount margin: {@code (V(m − h) − V(m + h))/2} for h of one basis
     * point.
     *
     * @param discountMargin as a decimal
     * @return per 100 of face
     * @throws InvalidInput if the margin gives no finite price
     */
    public double marginDv01(double discountMargin) {
        return 0.5
                * (dirtyPriceFromDiscountMargin(discountMargin - BASIS_POINT)
                        - dirtyPriceFromDiscountMargin(discountMargin + BASIS_POINT));
    }

    @Override
    public String toString() {
        return "FloaterMargins[assumed index " + assumedIndex + ", quoted margin " + quotedMargin + ", "
                + amounts.length + " coupons]";
    }
}
