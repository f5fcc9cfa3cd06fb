package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a bond is worth off a discount curve, for one settlement date:
 *
 * <pre>
 *   V(s) = Σ aₖ · P(tₖ)/P(t₀) · e^(−s·(tₖ − t₀))
 *
 *   aₖ  amount per 100 paid at tₖ        t₀  settlement        P  discount factor of the curve
 *   s   Z-spread, continuously compounded; 0 for the curve alone
 * </pre>
 *
 * <p>The flows are laid out once, when this is made. Payments are discounted from the days on which they are made, as the
 * bond's convention adjusts them. A bond whose flows follow from an index is refused; see the pricing of its own kind.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class CurvePricing {

    private final BondPricing pricing;
    private final LocalDate[] paymentDates;
    private final double[] amounts;
    private final double[] years; // by ACT/365 fixed from settlement

    private CurvePricing(BondPricing pricing) {
        this.pricing = pricing;
        List<CashFlow> flows = pricing.cashFlows();
        InvalidInput.unless(!flows.isEmpty(), "bond", pricing.bond().getClass().getSimpleName(), "one whose flows end");
        this.paymentDates = new LocalDate[flows.size()];
        this.amounts = new double[flows.size()];
        this.years = new double[flows.size()];
        LocalDate settlement = pricing.settlement();
        for (int k = 0; k < amounts.length; k++) {
            CashFlow flow = flows.get(k);
            LocalDate paid = pricing.bond().convention().paymentDate(flow.dueDate());
            paymentDates[k] = paid.isBefore(settlement) ? settlement : paid;
            amounts[k] = flow.coupon() + flow.principal();
            years[k] = DayCounts.ACT_365F.yearFraction(settlement, paymentDates[k]);
        }
    }

    /**
     * Returns the pricing of a bond off curves.
     *
     * @param bond a bond whose flows are known and end
     * @param settlement the day on which cash and bond change hands
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond, or its flows are not known in advance
     */
    public static CurvePricing of(Bond bond, LocalDate settlement) {
        return new CurvePricing(BondPricing.of(bond, settlement));
    }

    /**
     * Returns the pricing off curves of a bond that is priced by its yield.
     *
     * @param pricing the bond at its settlement date
     * @return the pricing
     * @throws InvalidInput if the bond's flows never end
     */
    public static CurvePricing of(BondPricing pricing) {
        return new CurvePricing(pricing);
    }

    /**
     * Returns the bond with a clean price, as bootstraps and fits take it.
     *
     * @param label what it is called there
     * @param cleanPrice price per 100 without accrued interest
     * @return the quote
     * @throws InvalidInput if the label is blank or the dirty price is not positive and finite
     */
    public BondQuote quote(String label, double cleanPrice) {
        List<BondQuote.Payment> payments = new ArrayList<>();
        for (int k = 0; k < amounts.length; k++) {
            payments.add(new BondQuote.Payment(paymentDates[k], amounts[k]));
        }
        int frequency = pricing.bond().convention().frequency().perYear();
        return new BondQuote(label, pricing.settlement(), payments, pricing.accruedInterest(), frequency, cleanPrice);
    }

    /** {@return the bond priced by its yield} */
    public BondPricing yieldPricing() {
        return pricing;
    }

    /**
     * Returns the price at which the curve discounts the bond's flows to settlement.
     *
     * @param curve a curve whose reference date is settlement or before
     * @return the dirty price per 100
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     */
    public double dirtyPrice(DiscountCurve curve) {
        if (startsAtSettlement(curve)) {
            return curve.discountedSum(years, amounts, 0, amounts.length);
        }
        double[] times = times(curve);
        return curve.discountedSum(times, amounts, 0, amounts.length) / curve.discountFactor(pricing.settlement());
    }

    /**
     * Returns the dirty price less accrued interest.
     *
     * @param curve a curve whose reference date is settlement or before
     * @return the clean price per 100
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     */
    public double cleanPrice(DiscountCurve curve) {
        return dirtyPrice(curve) - pricing.accruedInterest();
    }

    /**
     * Returns what the bond's flows are worth on the curve's reference date.
     *
     * @param curve a curve whose reference date is settlement or before
     * @return the present value per 100
     * @throws InvalidInput if the curve's reference date is after settlement
     * @throws MissingData if the curve does not reach the last payment
     */
    public double presentValue(DiscountCurve curve) {
        return curve.discountedSum(times(curve), amounts, 0, amounts.length);
    }

    /**
     * Returns the dirty price at a Z-spread over the curve.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param zSpread spread on continuously compounded zero rates by ACT/365 fixed, as a decimal
     * @return the dirty price per 100
     * @throws InvalidInput if the curve's reference date is after settlement, or the spread gives no finite price
     * @throws MissingData if the curve does not reach the last payment
     */
    public double dirtyPriceFromZSpread(DiscountCurve curve, double zSpread) {
        double price = SpreadKernel.price(logDiscountFactors(curve), years, amounts, 0, amounts.length, zSpread);
        InvalidInput.unless(
                price < Double.POSITIVE_INFINITY && zSpread < Double.POSITIVE_INFINITY,
                "zSpread",
                zSpread,
                "one that gives a finite price");
        return price;
    }

    /**
     * Returns the Z-spread: what is added to the curve's continuously compounded zero rates, by ACT/365 fixed from
     * settlement, so that they give a price.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the spread, as a decimal
     * @throws InvalidInput if the curve's reference date is after settlement, or the price is not positive and finite
     * @throws MissingData if the curve does not reach the last payment
     * @throws NotConverged if no spread that a double can hold gives that price
     */
    public double zSpread(DiscountCurve curve, double dirtyPrice) {
        if (!(dirtyPrice > 0.0 && dirtyPrice < Double.POSITIVE_INFINITY)) {
            throw new InvalidInput("dirtyPrice", dirtyPrice, "positive and finite");
        }
        double[] logs = logDiscountFactors(curve);
        double spread = SpreadKernel.solve(logs, years, amounts, 0, amounts.length, dirtyPrice);
        if (Double.isNaN(spread)) {
            throw new NotConverged("no Z-spread gives dirty price " + dirtyPrice, 0, 0.0, dirtyPrice);
        }
        return spread;
    }

    /**
     * Returns the dirty price at a Z-spread that is put on zero rates of a given compounding.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param zSpread spread on zero rates by ACT/365 fixed from the curve's reference date, as a decimal
     * @param compounding how the zero rates compound, not simple
     * @return the dirty price per 100
     * @throws InvalidInput if the curve's reference date is after settlement, or the spread gives no finite price
     * @throws MissingData if the curve does not reach the last payment
     */
    public double dirtyPriceFromZSpread(DiscountCurve curve, double zSpread, Compounding compounding) {
        if (compounding == Compounding.CONTINUOUS) {
            return dirtyPriceFromZSpread(curve, zSpread);
        }
        double price = compounded(curve, compounding).price(zSpread);
        InvalidInput.unless(
                price < Double.POSITIVE_INFINITY && zSpread < Double.POSITIVE_INFINITY,
                "zSpread",
                zSpread,
                "one that gives a finite price");
        return price;
    }

    /**
     * Returns the Z-spread that is put on zero rates of a given compounding.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @param compounding how the zero rates compound, not simple
     * @return the spread by ACT/365 fixed from the curve's reference date, as a decimal
     * @throws InvalidInput if the curve's reference date is after settlement, or the price is not positive and finite
     * @throws MissingData if the curve does not reach the last payment
     * @throws NotConverged if no spread that a double can hold gives that price
     */
    public double zSpread(DiscountCurve curve, double dirtyPrice, Compounding compounding) {
        double continuous = zSpread(curve, dirtyPrice);
        if (compounding == Compounding.CONTINUOUS) {
            return continuous;
        }
        double perYear = perYear(compounding);
        double proposal = perYear * Exponential.expm1(continuous / perYear);
        double spread = compounded(curve, compounding).solve(dirtyPrice, proposal);
        if (Double.isNaN(spread)) {
            throw new NotConverged("no Z-spread gives dirty price " + dirtyPrice, 0, proposal, dirtyPrice);
        }
        return spread;
    }

    private CompoundedSpread compounded(DiscountCurve curve, Compounding compounding) {
        double[] times = times(curve);
        double[] logs = new double[times.length];
        curve.logDiscountFactors(times, 0, times.length, logs);
        LocalDate settlement = pricing.settlement();
        double origin = DayCounts.ACT_365F.yearFraction(curve.referenceDate(), settlement);
        double[] sinceReference = new double[times.length];
        for (int k = 0; k < times.length; k++) {
            sinceReference[k] = DayCounts.ACT_365F.yearFraction(curve.referenceDate(), paymentDates[k]);
        }
        double originLog = curve.logDiscountFactor(curve.years(settlement));
        return new CompoundedSpread(perYear(compounding), amounts, logs, sinceReference, originLog, origin);
    }

    private double perYear(Compounding compounding) {
        InvalidInput.unless(compounding != Compounding.SIMPLE, "compounding", compounding, "not simple");
        return compounding.periodsPerYear(
                pricing.bond().convention().frequency().perYear());
    }

    /**
     * Adds how the dirty price moves with each of the curve's parameters.
     *
     * @param curve a curve whose reference date is settlement or before
     * @param sensitivities element i gains ∂(dirty price)/∂xᵢ for the parameter of the curve's node i; as long as the
     *     curve has nodes
     * @throws InvalidInput if the curve's reference date is after settlement, or the array has another length
     * @throws MissingData if the curve does not reach the last payment
     */
    public void addNodeSensitivities(DiscountCurve curve, double[] sensitivities) {
        int nodes = curve.nodes().size();
        if (sensitivities.length != nodes) {
            throw new InvalidInput("sensitivities.length", sensitivities.length, "the curve's nodes, " + nodes);
        }
        if (startsAtSettlement(curve)) {
            curve.addDiscountedSumSensitivities(years, amounts, 0, amounts.length, 1.0, sensitivities, 0);
            return;
        }
        double[] times = times(curve);
        double origin = curve.years(pricing.settlement());
        double scale = 1.0 / curve.discountFactor(origin);
        curve.addDiscountedSumSensitivities(times, amounts, 0, amounts.length, scale, sensitivities, 0);
        curve.addLogDiscountSensitivities(origin, -dirtyPrice(curve), sensitivities, 0);
    }

    /** The amounts of the payments, per 100; not to be changed. */
    double[] amounts() {
        return amounts;
    }

    /** The days from settlement to each payment. */
    int[] daysFromSettlement() {
        int[] days = new int[paymentDates.length];
        for (int k = 0; k < days.length; k++) {
            days[k] = (int) (paymentDates[k].toEpochDay() - pricing.settlement().toEpochDay());
        }
        return days;
    }

    /** ln(P(tₖ)/P(t₀)) for each payment. */
    double[] logDiscountFactors(DiscountCurve curve) {
        double[] times = times(curve);
        double[] logs = new double[times.length];
        curve.logDiscountFactors(times, 0, times.length, logs);
        if (!startsAtSettlement(curve)) {
            double origin = curve.logDiscountFactor(curve.years(pricing.settlement()));
            for (int k = 0; k < logs.length; k++) {
                logs[k] -= origin;
            }
        }
        return logs;
    }

    /** Times of the payments from settlement by ACT/365 fixed; not to be changed. */
    double[] years() {
        return years;
    }

    /** The day on which a flow is paid. */
    LocalDate paymentDate(int flow) {
        return paymentDates[flow];
    }

    /** What is paid at one of the times, per 100. */
    double amount(int flow) {
        return amounts[flow];
    }

    /** Years to the due date of the last flow, by ACT/365 fixed from settlement. */
    double maturityYears() {
        List<CashFlow> flows = pricing.cashFlows();
        return DayCounts.ACT_365F.yearFraction(
                pricing.settlement(), flows.get(flows.size() - 1).dueDate());
    }

    boolean repaysInOneAmount() {
        List<CashFlow> flows = pricing.cashFlows();
        for (int k = 0; k + 1 < flows.size(); k++) {
            if (flows.get(k).principal() != 0.0) { // exactly: nothing is repaid
                return false;
            }
        }
        return true;
    }

    private boolean startsAtSettlement(DiscountCurve curve) {
        return curve.dayCount() == DayCounts.ACT_365F && curve.referenceDate().equals(pricing.settlement());
    }

    /** Times of the payments as the curve measures them. */
    double[] times(DiscountCurve curve) {
        if (startsAtSettlement(curve)) {
            return years;
        }
        LocalDate reference = curve.referenceDate();
        if (reference.isAfter(pricing.settlement())) {
            throw new InvalidInput("curve.referenceDate", reference, "settlement or before: " + pricing.settlement());
        }
        double[] times = new double[paymentDates.length];
        for (int k = 0; k < times.length; k++) {
            times[k] = curve.years(paymentDates[k]);
        }
        return times;
    }

    @Override
    public String toString() {
        return "CurvePricing[" + pricing.bond().getClass().getSimpleName() + ", settlement " + pricing.settlement()
                + ", " + amounts.length + " flows]";
    }
}
