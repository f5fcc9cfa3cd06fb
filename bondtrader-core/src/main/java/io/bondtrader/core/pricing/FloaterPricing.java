package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a floating-rate note is worth: coupons projected off one curve, discounted off another.
 *
 * <pre>
 *   L = (Pf(start)/Pf(end) − 1)/τ     coupon = 100·max(L + margin, floor)·τ     V = Σ amountₖ·P(tₖ)/P(t₀)
 *
 *   Pf  factor of the projection curve     P  factor of the discount curve     τ  length of the period
 * </pre>
 *
 * <p>A term rate is projected over its coupon period, by the note's day count, unless the period's rate has been fixed. An
 * overnight rate is compounded in arrears from daily fixings and, beyond them, from the curve. A floor is taken at its
 * intrinsic value: the note's rate is projected without volatility.
 *
 * <p>Source: F. J. Fabozzi and S. V. Mann, "Floating-Rate Securities", 2000, chapters 2 and 3. Immutable and safe for use by
 * many threads.
 */
public final class FloaterPricing {

    private static final double BASIS_POINT = 1e-4;

    private final FloatingRateNote note;
    private final LocalDate settlement;
    private final DiscountCurve discount;
    private final DiscountCurve projection;
    private final CouponPeriods periods;
    private final @Nullable OvernightRates overnight;
    private final boolean exCoupon;
    private final List<ProjectedCoupon> coupons;
    private final double[] amounts;
    private final LocalDate[] paymentDates;
    private final double accrued;

    private FloaterPricing(
            FloatingRateNote note,
            LocalDate settlement,
            DiscountCurve discount,
            DiscountCurve projection,
            @Nullable OvernightRates overnight) {
        InvalidInput.unless(
                !discount.referenceDate().isAfter(settlement),
                "discountCurve.referenceDate",
                discount.referenceDate(),
                "settlement or before: " + settlement);
        this.note = note;
        this.settlement = settlement;
        this.discount = discount;
        this.projection = projection;
        this.overnight = overnight;
        BondConvention convention = note.convention();
        this.periods = CouponPeriods.from(note.dates(), convention.dayCount(), settlement);
        this.exCoupon = convention.exCoupon().isExCoupon(settlement, periods.end(0));
        this.coupons = project();
        this.amounts = new double[coupons.size()];
        this.paymentDates = new LocalDate[coupons.size()];
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = coupons.get(k).amount() + (k == amounts.length - 1 ? 100.0 : 0.0);
            paymentDates[k] = coupons.get(k).paymentDate();
        }
        this.accrued = convention.accruedRounding().round(accrue());
    }

    /**
     * Returns the pricing of a note whose index rate is set in advance for each period.
     *
     * @param note the note, with the fixing of the period in progress unless settlement starts one
     * @param settlement the day on which cash and note change hands
     * @param discountCurve its reference date is settlement or before
     * @param projectionCurve its reference date is not after the first period without a fixing
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the note or before the discount curve's reference date
     * @throws MissingData if a fixing is missing, or a curve does not reach the last payment
     */
    public static FloaterPricing of(
            FloatingRateNote note, LocalDate settlement, DiscountCurve discountCurve, DiscountCurve projectionCurve) {
        return new FloaterPricing(note, settlement, discountCurve, projectionCurve, null);
    }

    /**
     * Returns the pricing of a note whose coupons compound an overnight rate in arrears.
     *
     * @param note the note; a period whose rate it knows as a fixing pays that
     * @param settlement the day on which cash and note change hands
     * @param discountCurve its reference date is settlement or before
     * @param projectionCurve projects the rates that are not among the fixings, from its reference date on
     * @param compounding how the coupons compound
     * @param overnightFixings rate of each business day for which it is known, as decimals
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the note or before the discount curve's reference date, or a
     *     fixing is out of range
     * @throws MissingData if a fixing is missing, or a curve does not reach the last payment
     */
    public static FloaterPricing inArrears(
            FloatingRateNote note,
            LocalDate settlement,
            DiscountCurve discountCurve,
            DiscountCurve projectionCurve,
            OvernightCompounding compounding,
            Map<LocalDate, Double> overnightFixings) {
        return new FloaterPricing(
                note,
                settlement,
                discountCurve,
                projectionCurve,
                new OvernightRates(compounding, overnightFixings, projectionCurve));
    }

    private List<ProjectedCoupon> project() {
        List<ProjectedCoupon> projected = new ArrayList<>(periods.count());
        for (int k = 0; k < periods.count(); k++) {
            LocalDate start = periods.start(k);
            LocalDate end = periods.end(k);
            double fraction = periods.fraction(k);
            Double fixing = note.fixings().get(start);
            double index = fixing != null ? fixing : indexRate(start, end, fraction);
            boolean fixed = fixing != null || (overnight != null && overnight.isFixed(start, end));
            double rate = couponRate(index);
            double amount = k == 0 && exCoupon ? 0.0 : 100.0 * rate * fraction;
            LocalDate adjusted = note.convention().paymentDate(end);
            LocalDate paid = overnight == null ? adjusted : overnight.paymentDate(end, adjusted);
            projected.add(new ProjectedCoupon(
                    start, end, paid.isBefore(settlement) ? settlement : paid, fraction, index, fixed, rate, amount));
        }
        return List.copyOf(projected);
    }

    private double indexRate(LocalDate start, LocalDate end, double fraction) {
        if (overnight != null) {
            return overnight.rate(start, end, true);
        }
        if (start.isBefore(projection.referenceDate())) {
            throw new MissingData("no fixing of " + note.index() + " for the coupon period that starts on " + start);
        }
        double growth = Exponential.expm1(projection.logDiscountFactor(projection.years(start))
                - projection.logDiscountFactor(projection.years(end)));
        return growth / fraction;
    }

    private double couponRate(double indexRate) {
        double rate = indexRate + note.quotedMargin();
        Double floor = note.couponFloor();
        return floor == null ? rate : Math.max(rate, floor);
    }

    /** Interest of the period in progress; of an overnight rate, as far as it has compounded. */
    private double accrue() {
        ProjectedCoupon current = coupons.get(0);
        double rate = current.couponRate();
        if (overnight != null && !note.fixings().containsKey(current.accrualStart())) {
            rate = settlement.equals(current.accrualStart())
                    ? 0.0
                    : couponRate(overnight.rate(current.accrualStart(), settlement, false));
        }
        return exCoupon
                ? -100.0 * current.couponRate() * periods.fractionFrom(0, settlement)
                : 100.0 * rate * periods.fractionTo(0, settlement);
    }

    /** {@return the note} */
    public FloatingRateNote note() {
        return note;
    }

    /** {@return the day on which cash and note change hands} */
    public LocalDate settlement() {
        return settlement;
    }

    /** {@return the curve that discounts} */
    public DiscountCurve discountCurve() {
        return discount;
    }

    /** {@return the curve that projects} */
    public DiscountCurve projectionCurve() {
        return projection;
    }

    /** {@return how the coupons compound an overnight rate in arrears; null if their rate is set in advance} */
    public @Nullable OvernightCompounding compounding() {
        return overnight == null ? null : overnight.rule();
    }

    /** {@return the overnight rates that are known, by day; none if the note's rate is set in advance} */
    public Map<LocalDate, Double> overnightFixings() {
        return overnight == null ? Map.of() : overnight.fixings();
    }

    /** {@return the coupons that remain, in order} */
    public List<ProjectedCoupon> coupons() {
        return coupons;
    }

    /** {@return accrued interest per 100, rounded as the note's market rounds it; negative in an ex-coupon period} */
    public double accruedInterest() {
        return accrued;
    }

    /** {@return what the projected flows are worth at settlement, per 100} */
    public double dirtyPrice() {
        return dirtyPriceAt(0.0);
    }

    /** {@return the dirty price less accrued interest, per 100} */
    public double cleanPrice() {
        return dirtyPrice() - accrued;
    }

    /**
     * Returns the price at a spread over the discount curve; the coupons stay as projected.
     *
     * @param zeroMargin spread on continuously compounded zero rates by ACT/365 fixed, as a decimal
     * @return the dirty price per 100
     * @throws InvalidInput if the spread gives no finite price
     */
    public double dirtyPriceFromZeroMargin(double zeroMargin) {
        double price = dirtyPriceAt(zeroMargin);
        InvalidInput.unless(
                price < Double.POSITIVE_INFINITY, "zeroMargin", zeroMargin, "one that gives a finite price");
        return price;
    }

    /**
     * Returns the margin over the discount curve that gives a price (zero discount margin): the discount margin off a whole
     * curve instead of one assumed index rate.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the spread on continuously compounded zero rates by ACT/365 fixed, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     * @throws NotConverged if no spread that a double can hold gives that price
     */
    public double zeroMargin(double dirtyPrice) {
        InvalidInput.unless(
                dirtyPrice > 0.0 && dirtyPrice < Double.POSITIVE_INFINITY,
                "dirtyPrice",
                dirtyPrice,
                "positive and finite");
        double[] logs = new double[amounts.length];
        double[] years = new double[amounts.length];
        lay(discount, logs, years);
        double spread = SpreadKernel.solve(logs, years, amounts, 0, amounts.length, dirtyPrice);
        if (Double.isNaN(spread)) {
            throw new NotConverged("no margin gives dirty price " + dirtyPrice, 0, 0.0, dirtyPrice);
        }
        return spread;
    }

    /**
     * Returns what the price loses when the zero rates of both curves rise by one basis point: {@code (V(−h) − V(h))/2} for
     * h of one basis point.
     *
     * @return per 100 of face; small, for the coupons follow the rates
     */
    public double dv01BothCurves() {
        return 0.5 * (moved(-BASIS_POINT, -BASIS_POINT) - moved(BASIS_POINT, BASIS_POINT));
    }

    /**
     * Returns what the price loses when the zero rates of the discount curve rise by one basis point and the coupons stay.
     *
     * @return per 100 of face
     */
    public double dv01DiscountOnly() {
        return 0.5 * (moved(-BASIS_POINT, 0.0) - moved(BASIS_POINT, 0.0));
    }

    /**
     * Returns what the price gains when the zero rates of the projection curve rise by one basis point and discounting stays.
     *
     * @return per 100 of face
     */
    public double projectionValue01() {
        return 0.5 * (moved(0.0, BASIS_POINT) - moved(0.0, -BASIS_POINT));
    }

    /** {@return minus the relative change of the price for a parallel move of both curves, in years} */
    public double effectiveDuration() {
        return dv01BothCurves() / BASIS_POINT / dirtyPrice();
    }

    /** {@return minus the relative change of the price for the margin over the discount curve, in years} */
    public double spreadDuration() {
        return dv01DiscountOnly() / BASIS_POINT / dirtyPrice();
    }

    private double moved(double discountMove, double projectionMove) {
        DiscountCurve discounting = discountMove == 0.0 ? discount : new SpreadedCurve(discount, discountMove, 0.0);
        if (projectionMove == 0.0) { // exactly: the coupons stay
            return price(discounting, 0.0);
        }
        DiscountCurve projecting = new SpreadedCurve(projection, projectionMove, 0.0);
        OvernightRates rates = overnight == null ? null : overnight.projectedOff(projecting);
        return new FloaterPricing(note, settlement, discounting, projecting, rates).dirtyPrice();
    }

    private double dirtyPriceAt(double spread) {
        return price(discount, spread);
    }

    private double price(DiscountCurve curve, double spread) {
        double[] logs = new double[amounts.length];
        double[] years = new double[amounts.length];
        lay(curve, logs, years);
        return SpreadKernel.price(logs, years, amounts, 0, amounts.length, spread);
    }

    private void lay(DiscountCurve curve, double[] logs, double[] years) {
        double origin = curve.logDiscountFactor(curve.years(settlement));
        for (int k = 0; k < logs.length; k++) {
            logs[k] = curve.logDiscountFactor(curve.years(paymentDates[k])) - origin;
            years[k] = DayCounts.ACT_365F.yearFraction(settlement, paymentDates[k]);
        }
    }

    @Override
    public String toString() {
        return "FloaterPricing[" + note.index() + ", settlement " + settlement + ", " + amounts.length
                + " coupons, off " + projection.name() + " and " + discount.name() + "]";
    }
}
