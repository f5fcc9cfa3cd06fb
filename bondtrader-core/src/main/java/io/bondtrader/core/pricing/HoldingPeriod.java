package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A bond from one settlement to another: forward price, carry, implied repo, break-even and total return, all from the
 * same coupons in between. Repo is simple interest by ACT/360; coupons are reinvested at the rate that the call names.
 *
 * <pre>
 *   F + A₂ = D₁·(1 + r·n/360) − Σ cᵢ·(1 + r·nᵢ/360)
 *
 *   D₁  dirty price at the start     F  forward clean price     A₂  accrued interest at the end
 *   cᵢ  flow in between              n, nᵢ  days from start, and from the flow, to the end
 * </pre>
 *
 * <p>Source: M. Choudhry, "The Repo Handbook", 2nd ed., chapters 5 and 12. Prices are per 100 of the face outstanding at
 * the start.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class HoldingPeriod {

    private static final double YEAR = 360.0;

    private final BondPricing start;
    private final BondPricing end;
    private final double days;
    private final List<CashFlow> received;

    private HoldingPeriod(BondPricing start, BondPricing end, List<CashFlow> received) {
        this.start = start;
        this.end = end;
        this.days = end.settlement().toEpochDay() - start.settlement().toEpochDay();
        this.received = received;
    }

    /**
     * Returns a holding period.
     *
     * @param bond a bond that keeps its face until maturity; an inflation-linked one in real terms
     * @param from the settlement of the purchase
     * @param to the settlement of the sale, before maturity
     * @return the holding period
     * @throws InvalidInput if the days are out of order or outside the life of the bond, principal is repaid in
     *     between, or the bond is perpetual
     */
    public static HoldingPeriod of(Bond bond, LocalDate from, LocalDate to) {
        InvalidInput.unless(to.isAfter(from), "to", to, "after " + from);
        InvalidInput.unless(!(bond instanceof PerpetualBond), "bond", "perpetual", "one that matures");
        BondPricing start = BondPricing.of(bond, from);
        BondPricing end = BondPricing.of(bond, to);
        List<CashFlow> received = new ArrayList<>();
        for (CashFlow flow : start.cashFlows()) {
            if (!flow.dueDate().isAfter(to)) {
                InvalidInput.unless(flow.principal() == 0.0, "bond", bond, "one that repays nothing until " + to);
                received.add(flow);
            } else if (end.isExCoupon() && !flow.accrualStart().isAfter(to)) {
                // Sold in the ex-coupon period: the coupon stays with the holder, though it falls due later.
                received.add(
                        new CashFlow(flow.accrualStart(), flow.dueDate(), flow.accrualFraction(), flow.coupon(), 0.0));
            }
        }
        return new HoldingPeriod(start, end, List.copyOf(received));
    }

    /** {@return the bond at the settlement of the purchase} */
    public BondPricing start() {
        return start;
    }

    /** {@return the bond at the settlement of the sale} */
    public BondPricing end() {
        return end;
    }

    /** {@return the flows that the holder receives, in order} */
    public List<CashFlow> received() {
        return received;
    }

    /**
     * Returns the forward clean price: financed at repo, buying now and selling then earns nothing.
     *
     * @param cleanPrice price per 100 now
     * @param repoRate simple rate as a decimal, by ACT/360
     * @return the forward clean price per 100
     * @throws InvalidInput if a number is not finite
     */
    public double forwardCleanPrice(double cleanPrice, double repoRate) {
        double dirty = requireFinite("cleanPrice", cleanPrice) + start.accruedInterest();
        double financed = dirty * (1.0 + requireFinite("repoRate", repoRate) * days / YEAR);
        return requireFinite("forward price", financed - incomeAtEnd(repoRate) - end.accruedInterest());
    }

    /**
     * Returns the carry: what holding the bond earns over its financing if its clean price stays.
     *
     * @param cleanPrice price per 100 now
     * @param repoRate simple rate as a decimal, by ACT/360
     * @return clean price less forward clean price, per 100
     * @throws InvalidInput if a number is not finite
     */
    public double carry(double cleanPrice, double repoRate) {
        return cleanPrice - forwardCleanPrice(cleanPrice, repoRate);
    }

    /**
     * Returns the implied repo rate: the financing at which buying now and selling forward earns nothing.
     *
     * @param cleanPrice price per 100 now
     * @param forwardCleanPrice price per 100 then
     * @return simple rate as a decimal, by ACT/360
     * @throws InvalidInput if a number is not finite or the dirty price is not positive
     */
    public double impliedRepo(double cleanPrice, double forwardCleanPrice) {
        double dirty = requireFinite("cleanPrice", cleanPrice) + start.accruedInterest();
        double proceeds = requireFinite("forwardCleanPrice", forwardCleanPrice) + end.accruedInterest();
        double financedDays = dirty * days;
        for (CashFlow flow : received) {
            proceeds += flow.amount();
            financedDays -= flow.amount() * daysToEnd(flow);
        }
        boolean financed = financedDays > 0.0 && financedDays < Double.POSITIVE_INFINITY;
        InvalidInput.unless(
                financed, "cleanPrice", cleanPrice, "positive with accrued interest, and of the size of a price");
        return requireFinite("implied repo", (proceeds - dirty) * YEAR / financedDays);
    }

    /**
     * Returns the break-even yield: the bond's yield at the end at which holding it just pays for its financing.
     *
     * @param cleanPrice price per 100 now
     * @param repoRate simple rate as a decimal, by ACT/360
     * @return the annual yield at the end, as a decimal
     * @throws InvalidInput if a number is not finite
     */
    public double breakEvenYield(double cleanPrice, double repoRate) {
        return end.yieldFromCleanPrice(forwardCleanPrice(cleanPrice, repoRate));
    }

    /**
     * Returns by how much the bond's yield may rise until the end before holding it costs more than its financing.
     *
     * @param cleanPrice price per 100 now
     * @param repoRate simple rate as a decimal, by ACT/360
     * @return the break-even yield less the yield now, as a decimal
     * @throws InvalidInput if a number is not finite
     */
    public double breakEvenYieldMove(double cleanPrice, double repoRate) {
        return breakEvenYield(cleanPrice, repoRate) - start.yieldFromCleanPrice(cleanPrice);
    }

    /**
     * Returns a curve as it will look at the end if nothing but time passes: the same rates by time from a reference date as
     * many days later as the holding period is long.
     *
     * @param curve the curve now
     * @return the curve then
     */
    public DiscountCurve aged(DiscountCurve curve) {
        return new AgedCurve(curve, curve.referenceDate().plusDays((long) days));
    }

    /**
     * Returns the roll-down: what an unchanged curve prices the bond at in the end, at its Z-spread of today, beyond its price
     * there at an unchanged yield.
     *
     * @param cleanPrice price per 100 now
     * @param curve the curve now, whose reference date is the purchase's settlement or before
     * @return per 100
     * @throws InvalidInput if the price is not positive with accrued interest, or the curve starts too late
     * @throws MissingData if the curve does not reach the last payment
     */
    public double rollDown(double cleanPrice, DiscountCurve curve) {
        return horizonReturn(cleanPrice, curve, aged(curve), 0.0, 0.0).rollDown();
    }

    /**
     * Returns what the bond earns until the end under a scenario, and what for.
     *
     * @param cleanPrice price per 100 now
     * @param curve the curve now, whose reference date is the purchase's settlement or before
     * @param curveAtEnd the curve of the scenario, whose reference date is the sale's settlement or before; see {@link #aged}
     *     for one that is moved on in time
     * @param spreadChange what is added to the bond's Z-spread of today, as a decimal
     * @param reinvestmentRate simple rate on coupons as a decimal, by ACT/360
     * @return the return with its parts
     * @throws InvalidInput if a number is out of range, or a curve starts too late
     * @throws MissingData if a curve does not reach the last payment
     */
    public HorizonReturn horizonReturn(
            double cleanPrice,
            DiscountCurve curve,
            DiscountCurve curveAtEnd,
            double spreadChange,
            double reinvestmentRate) {
        double paid = requireFinite("cleanPrice", cleanPrice) + start.accruedInterest();
        double yield = start.yieldFromCleanPrice(cleanPrice);
        double spread = CurvePricing.of(start).zSpread(curve, paid);
        double income = incomeAtEnd(requireFinite("reinvestmentRate", reinvestmentRate));
        CurvePricing then = CurvePricing.of(end);
        double atYield = end.dirtyPriceFromYield(yield);
        double rolled = then.dirtyPriceFromZSpread(aged(curve), spread);
        double moved = then.dirtyPriceFromZSpread(curveAtEnd, spread);
        double last = then.dirtyPriceFromZSpread(curveAtEnd, spread + requireFinite("spreadChange", spreadChange));
        return new HorizonReturn(
                paid,
                requireFinite("income", atYield + income - paid),
                rolled - atYield,
                moved - rolled,
                last - moved,
                last - end.accruedInterest(),
                spread);
    }

    /**
     * Returns the total return: price change, accrued interest and reinvested coupons over the price paid, not annualised.
     *
     * @param cleanPrice price per 100 now
     * @param yieldAtEnd the bond's annual yield at the end, as a decimal
     * @param reinvestmentRate simple rate on coupons as a decimal, by ACT/360
     * @return the return over the period, as a decimal
     * @throws InvalidInput if a number is out of range
     */
    public double totalReturn(double cleanPrice, double yieldAtEnd, double reinvestmentRate) {
        double paid = requireFinite("cleanPrice", cleanPrice) + start.accruedInterest();
        InvalidInput.unless(paid > 0.0, "cleanPrice", cleanPrice, "positive with accrued interest");
        double worth =
                end.dirtyPriceFromYield(yieldAtEnd) + incomeAtEnd(requireFinite("reinvestmentRate", reinvestmentRate));
        return requireFinite("total return", worth / paid - 1.0);
    }

    /** What the flows in between have grown to by the end. */
    private double incomeAtEnd(double rate) {
        double income = 0.0;
        for (CashFlow flow : received) {
            income += flow.amount() * (1.0 + rate * daysToEnd(flow) / YEAR);
        }
        return income;
    }

    /** Negative for a coupon kept by the ex-coupon rule that falls due after the end. */
    private double daysToEnd(CashFlow flow) {
        return end.settlement().toEpochDay() - flow.dueDate().toEpochDay();
    }

    private static double requireFinite(String name, double value) {
        InvalidInput.unless(Double.isFinite(value), name, value, "finite");
        return value;
    }

    @Override
    public String toString() {
        return "HoldingPeriod[" + start.settlement() + " to " + end.settlement() + ", " + received.size() + " flows]";
    }
}
