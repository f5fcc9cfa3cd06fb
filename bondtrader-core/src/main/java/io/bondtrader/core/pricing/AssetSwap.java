package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.RollDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A bond whose coupons are swapped for a floating rate plus a spread until it matures:
 *
 * <pre>
 *   par           s = (V − D) / (100·A)     the package of bond and swap costs 100
 *   market value  s = (V − D) / (D·A)       the floating leg pays on D, and D is exchanged for 100 at maturity
 *   A = Σ τᵢ·P(tᵢ)/P(t₀)
 *
 *   V  what the curve says the bond is worth   D  its dirty price   τᵢ  length of a floating period
 * </pre>
 *
 * <p>Floating periods roll backward from maturity, with a short one in front that starts at settlement. The floating rate
 * is projected off the curve that discounts it, so that an overnight rate compounded in arrears over a period and a term
 * rate set in advance for it are worth the same. Source: D. O'Kane, "Introduction to Asset Swaps", Lehman Brothers, 2000.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class AssetSwap {

    private final double curvePrice;
    private final double couponValue;
    private final double[] fractions; // of the floating periods, by their day count
    private final double[] factors; // from settlement to the payment of each
    private final double[] forwards; // simple rate of each
    private final double annuity;
    private final Frequency frequency;
    private final DayCount dayCount;

    private AssetSwap(CurvePricing pricing, DiscountCurve curve, Frequency frequency, DayCount dayCount) {
        this.frequency = frequency;
        this.dayCount = dayCount;
        this.curvePrice = pricing.dirtyPrice(curve);
        List<CashFlow> flows = pricing.yieldPricing().cashFlows();
        InvalidInput.unless(pricing.repaysInOneAmount(), "bond", "amortising", "one that repays in one amount");
        LocalDate settlement = pricing.yieldPricing().settlement();
        double settled = curve.logDiscountFactor(curve.years(settlement));
        CashFlow last = flows.get(flows.size() - 1);
        LocalDate paid = pricing.paymentDate(flows.size() - 1);
        double redeemed = Exponential.exp(curve.logDiscountFactor(curve.years(paid)) - settled);
        this.couponValue = curvePrice - last.principal() * redeemed;
        List<LocalDate> ends = periodEnds(settlement, last.dueDate(), frequency);
        this.fractions = new double[ends.size()];
        this.factors = new double[ends.size()];
        this.forwards = new double[ends.size()];
        LocalDate start = settlement;
        double before = 1.0;
        double sum = 0.0;
        for (int k = 0; k < fractions.length; k++) {
            LocalDate end = ends.get(k);
            LocalDate day = pricing.yieldPricing().bond().convention().paymentDate(end);
            LocalDate floatPaid = day.isBefore(settlement) ? settlement : day;
            factors[k] = Exponential.exp(curve.logDiscountFactor(curve.years(floatPaid)) - settled);
            fractions[k] = dayCount.yearFraction(start, end);
            forwards[k] = (before / factors[k] - 1.0) / fractions[k];
            sum += fractions[k] * factors[k];
            before = factors[k];
            start = end;
        }
        this.annuity = sum;
        InvalidInput.unless(
                sum > 0.0 && sum < Double.POSITIVE_INFINITY, "settlement", settlement, "before the last payment");
    }

    private static List<LocalDate> periodEnds(LocalDate settlement, LocalDate maturity, Frequency frequency) {
        List<LocalDate> ends = new ArrayList<>();
        LocalDate end = maturity;
        for (int k = 1; end.isAfter(settlement); k++) {
            ends.add(0, end);
            end = RollDates.roll(maturity, -k * frequency.months(), false);
        }
        return ends;
    }

    /**
     * Returns the asset swap of a bond.
     *
     * @param pricing a bond that repays in one amount
     * @param curve discounts both legs and projects the floating rate; its reference date is settlement or before
     * @param frequency floating payments a year
     * @param dayCount measures the floating periods
     * @return the asset swap
     * @throws InvalidInput if the bond repays in parts, or the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     */
    public static AssetSwap of(CurvePricing pricing, DiscountCurve curve, Frequency frequency, DayCount dayCount) {
        return new AssetSwap(pricing, curve, frequency, dayCount);
    }

    /**
     * Returns the asset swap of a bond against quarterly floating payments by ACT/360.
     *
     * @param pricing a bond that repays in one amount
     * @param curve discounts both legs and projects the floating rate; its reference date is settlement or before
     * @return the asset swap
     * @throws InvalidInput if the bond repays in parts, or the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     */
    public static AssetSwap of(CurvePricing pricing, DiscountCurve curve) {
        return new AssetSwap(pricing, curve, Frequency.QUARTERLY, DayCounts.ACT_360);
    }

    /** {@return the value at settlement of one unit a year on the floating days, in years} */
    public double annuity() {
        return annuity;
    }

    /** {@return what the curve says the bond is worth, per 100 with accrued interest} */
    public double curveDirtyPrice() {
        return curvePrice;
    }

    /**
     * Returns the par asset-swap spread of a price.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the spread over the floating rate, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     */
    public double parSpread(double dirtyPrice) {
        return (curvePrice - requirePrice(dirtyPrice)) / (100.0 * annuity);
    }

    /**
     * Returns the market-value asset-swap spread of a price.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the spread over the floating rate, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     */
    public double marketValueSpread(double dirtyPrice) {
        return (curvePrice - requirePrice(dirtyPrice)) / (requirePrice(dirtyPrice) * annuity);
    }

    /**
     * Returns the price at which the bond swapped into a spread costs 100, adding up both legs payment by payment: what is
     * left of 100 when the swap has been paid for.
     *
     * @param parSpread the spread over the floating rate, as a decimal
     * @return the dirty price per 100
     * @throws InvalidInput if the spread is not finite
     */
    public double dirtyPriceFromParSpread(double parSpread) {
        InvalidInput.unless(Math.abs(parSpread) < 1e6, "parSpread", parSpread, "finite");
        double received = 0.0;
        for (int k = 0; k < factors.length; k++) {
            received += 100.0 * (forwards[k] + parSpread) * fractions[k] * factors[k];
        }
        return 100.0 - (received - couponValue) - shortfall();
    }

    /** A bond that repays more or less than the 100 that the floating leg is paid on. */
    private double shortfall() {
        double last = factors[factors.length - 1];
        return 100.0 * last - (curvePrice - couponValue);
    }

    /**
     * Returns the price at which a market-value asset swap pays a spread.
     *
     * @param marketValueSpread the spread over the floating rate, as a decimal
     * @return the dirty price per 100
     * @throws InvalidInput if no positive price belongs to the spread
     */
    public double dirtyPriceFromMarketValueSpread(double marketValueSpread) {
        double scale = 1.0 + marketValueSpread * annuity;
        InvalidInput.unless(
                scale > 1e-9 && scale < 1e9, "marketValueSpread", marketValueSpread, "one that leaves a price");
        // The swap takes all of the bond's flows, worth V, and gives the floating leg on D and D itself at the end.
        double legs = 0.0;
        for (int k = 0; k < factors.length; k++) {
            legs += (forwards[k] + marketValueSpread) * fractions[k] * factors[k];
        }
        double last = factors[factors.length - 1];
        return curvePrice / (legs + last);
    }

    private static double requirePrice(double dirtyPrice) {
        InvalidInput.unless(
                dirtyPrice > 1e-9 && dirtyPrice < 1e9, "dirtyPrice", dirtyPrice, "above 1e-9 and below 1e9");
        return dirtyPrice;
    }

    @Override
    public String toString() {
        return "AssetSwap[" + frequency + ", " + dayCount.officialName() + ", " + fractions.length + " payments]";
    }
}
