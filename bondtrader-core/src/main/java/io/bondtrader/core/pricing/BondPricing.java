package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Price and yield of one bond for one settlement date under one {@linkplain YieldConvention yield convention}.
 *
 * <p>The bond is laid out once, when this is made; each measure then costs nanoseconds and allocates nothing or its
 * result. An inflation-linked bond is priced in real terms, a callable one as if it lived to maturity. A floating-rate
 * note has no yield without a forecast of its index and is refused.
 *
 * <p>Prices are per 100 of face (for amortising bonds: of the face outstanding at settlement). The clean price is the
 * dirty price less accrued interest. A coupon that falls due on the settlement date belongs to the seller.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BondPricing {

    private final Bond bond;
    private final LocalDate settlement;
    private final YieldConvention yieldConvention;
    private final Layout layout;
    private final DiscountForm form;
    private final double accrued;
    private final double floor;
    private final @Nullable LocalDate earlyRedemptionDate;
    private final double redemption;

    private BondPricing(
            Bond bond,
            LocalDate settlement,
            YieldConvention yieldConvention,
            Layout layout,
            @Nullable LocalDate earlyRedemptionDate,
            double redemption) {
        this.earlyRedemptionDate = earlyRedemptionDate;
        this.redemption = redemption;
        this.bond = bond;
        this.settlement = settlement;
        this.yieldConvention = yieldConvention;
        this.layout = layout;
        this.form = layout.form(yieldConvention);
        this.accrued = bond.convention().accruedRounding().round(layout.accrued());
        this.floor = CheckedForm.floor(form);
    }

    /**
     * Returns the pricing of a bond under its market's yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond, or the bond has no yield
     */
    public static BondPricing of(Bond bond, LocalDate settlement) {
        return of(bond, settlement, bond.convention().yieldConvention());
    }

    /**
     * Returns the pricing of a bond under a yield convention.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @param yieldConvention what yield means
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond, the bond has no yield, or the convention does
     *     not apply to it
     */
    public static BondPricing of(Bond bond, LocalDate settlement, YieldConvention yieldConvention) {
        return new BondPricing(bond, settlement, yieldConvention, layout(bond, settlement), null, 100.0);
    }

    /** Prices a bond as if it were redeemed on an earlier day. */
    static BondPricing redeemedOn(
            FixedCouponBond bond, LocalDate settlement, LocalDate day, double redemption, YieldConvention convention) {
        return new BondPricing(
                bond,
                settlement,
                convention,
                CouponLayout.redeemedOn(bond, settlement, day, redemption),
                day,
                redemption);
    }

    private static Layout layout(Bond bond, LocalDate settlement) {
        CouponLayout coupons = CouponLayout.of(bond, settlement);
        if (coupons != null) {
            return coupons;
        }
        if (bond instanceof ZeroCouponBond zero) {
            return new SingleFlowLayout(zero.convention(), zero.issueDate(), zero.maturity(), settlement);
        }
        if (bond instanceof Bill bill) {
            return new SingleFlowLayout(bill.convention(), bill.issueDate(), bill.maturity(), settlement);
        }
        if (bond instanceof PerpetualBond perpetual) {
            return new PerpetualLayout(perpetual, settlement);
        }
        if (bond instanceof InflationLinkedBond linker) {
            return layout(linker.realBond(), settlement);
        }
        if (bond instanceof CallableBond callable) {
            return layout(callable.straight(), settlement);
        }
        throw new InvalidInput("bond", bond.getClass().getSimpleName(), "one whose coupons are known in advance");
    }

    /** {@return the bond} */
    public Bond bond() {
        return bond;
    }

    /** {@return the day on which cash and bond change hands} */
    public LocalDate settlement() {
        return settlement;
    }

    /** {@return what yield means here} */
    public YieldConvention yieldConvention() {
        return yieldConvention;
    }

    /** {@return the day on which the bond is taken to be redeemed; null if it lives as long as it is meant to} */
    public @Nullable LocalDate earlyRedemptionDate() {
        return earlyRedemptionDate;
    }

    /** {@return what is repaid in the end, per 100 of the face that is left: 100, or the price of an early redemption} */
    public double redemption() {
        return redemption;
    }

    /** {@return the name of the method that prices this bond, for evidence} */
    public String method() {
        return form.method();
    }

    /** {@return accrued interest per 100, rounded as the bond's market rounds it; negative in an ex-coupon period} */
    public double accruedInterest() {
        return accrued;
    }

    /** {@return whether the next coupon goes to the seller} */
    public boolean isExCoupon() {
        return layout.exCoupon();
    }

    /** {@return the flows that the buyer receives, in order; empty for a perpetual bond, whose flows never end} */
    public List<CashFlow> cashFlows() {
        return layout.cashFlows();
    }

    /**
     * Returns the dirty price of a yield.
     *
     * @param yield annual yield, as a decimal; zero and negative yields are ordinary
     * @return the dirty price per 100
     * @throws InvalidInput if the yield is not a number, or outside the range in which the bond has a price
     */
    public double dirtyPriceFromYield(double yield) {
        return CheckedForm.price(form, floor, yield);
    }

    /**
     * Returns the clean price of a yield.
     *
     * @param yield annual yield, as a decimal
     * @return the clean price per 100
     * @throws InvalidInput if the yield is not a number, or outside the range in which the bond has a price
     */
    public double cleanPriceFromYield(double yield) {
        return dirtyPriceFromYield(yield) - accrued;
    }

    /**
     * Returns the yield of a dirty price.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the annual yield, as a decimal
     * @throws InvalidInput if the price is not a positive number
     * @throws NotConverged if no yield that a double can hold gives that price
     */
    public double yieldFromDirtyPrice(double dirtyPrice) {
        return solve(dirtyPrice, null);
    }

    double solve(double dirtyPrice, int @Nullable [] steps) {
        return CheckedForm.solve(form, floor, dirtyPrice, steps);
    }

    /**
     * Returns the yield of a clean price.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the annual yield, as a decimal
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if no yield that a double can hold gives that price
     */
    public double yieldFromCleanPrice(double cleanPrice) {
        return yieldFromDirtyPrice(CheckedForm.dirty(cleanPrice, accrued));
    }

    /**
     * Returns the price with its first two derivatives by the yield, from one pass.
     *
     * @param yield annual yield, as a decimal
     * @return price, derivatives and durations
     * @throws InvalidInput if the yield is not a number, or outside the range in which the bond has a price
     */
    public Sensitivities sensitivities(double yield) {
        double[] numbers = new double[Sensitivities.COUNT];
        CheckedForm.sensitivities(form, floor, yield, numbers);
        return Sensitivities.of(numbers);
    }

    /**
     * Returns the modified duration: minus the relative change of the dirty price for a change of yield.
     *
     * @param yield annual yield, as a decimal
     * @return years
     * @throws InvalidInput if the yield is out of range
     */
    public double modifiedDuration(double yield) {
        return sensitivities(yield).modifiedDuration();
    }

    /**
     * Returns the Macaulay duration: modified duration times one plus the yield per compounding period.
     *
     * @param yield annual yield, as a decimal
     * @return years
     * @throws InvalidInput if the yield is out of range
     */
    public double macaulayDuration(double yield) {
        return sensitivities(yield).macaulayDuration();
    }

    /**
     * Returns the convexity: the second derivative of the dirty price over the dirty price.
     *
     * @param yield annual yield, as a decimal
     * @return years squared
     * @throws InvalidInput if the yield is out of range
     */
    public double convexity(double yield) {
        return sensitivities(yield).convexity();
    }

    /**
     * Returns what the price loses when the yield rises by one basis point, to first order (BPV).
     *
     * @param yield annual yield, as a decimal
     * @return price points per 100 of face, positive for a long bond
     * @throws InvalidInput if the yield is out of range
     */
    public double dv01(double yield) {
        return sensitivities(yield).dv01();
    }

    /**
     * Returns the time to the flows weighted by their present value, without the division by a period's growth that makes
     * it a modified duration (simple duration). Equal to {@link #macaulayDuration} where every period compounds.
     *
     * @param yield annual yield, as a decimal
     * @return years
     * @throws InvalidInput if the yield is out of range
     */
    public double simpleDuration(double yield) {
        return sensitivities(yield).weightedTime();
    }

    /**
     * Returns by how much the yield moves when the price moves by one thirty-second of a point.
     *
     * @param yield annual yield, as a decimal
     * @return the change of yield, as a decimal, positive
     * @throws InvalidInput if the yield is out of range, or no time is left in which it could move the price
     */
    public double yieldValueOf32nd(double yield) {
        double slope = -32.0 * sensitivities(yield).firstDerivative();
        InvalidInput.unless(slope > 1e-300, "yield", yield, "one that moves the price");
        return 1.0 / slope;
    }

    /**
     * Returns a year's coupons over the clean price, without regard to redemption.
     *
     * @param cleanPrice price per 100 without accrued interest, positive
     * @return the current yield, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     */
    public double currentYield(double cleanPrice) {
        InvalidInput.unless(
                cleanPrice > 1e-300 && cleanPrice < Double.POSITIVE_INFINITY,
                "cleanPrice",
                cleanPrice,
                "positive, finite");
        return 100.0 * layout.couponRate() / cleanPrice;
    }

    /**
     * Returns the average life: the time to each repayment of principal, weighted by its amount, by ACT/365 fixed.
     *
     * @return years
     * @throws InvalidInput if the bond never repays
     */
    public double averageLife() {
        double weighted = 0.0;
        double repaid = 0.0;
        for (CashFlow flow : layout.cashFlows()) {
            weighted += flow.principal() * (flow.dueDate().toEpochDay() - settlement.toEpochDay());
            repaid += flow.principal();
        }
        InvalidInput.unless(repaid > 0.0, "bond", "perpetual", "one that repays its principal");
        return weighted / repaid / 365.0;
    }

    /**
     * Returns the bond as a bullet that repays all of its face on its average-life date and pays its coupon on all of it
     * until then: a yield from its prices is the yield to average life. A bond that repays at maturity alone is returned
     * as it is.
     *
     * <p>Source: SIFMA, "Standard Securities Calculation Methods", vol. 1 (J. Mayle), sinking funds: yield to average
     * life. The date lies {@link #averageLife()} after settlement, rounded to the day.
     *
     * @return the pricing of the bullet, per 100 of the face outstanding at settlement
     * @throws InvalidInput if the bond never repays
     */
    public BondPricing toAverageLife() {
        double years = averageLife();
        if (!(bond instanceof AmortisingBond amortising)) {
            return this;
        }
        LocalDate day = settlement.plusDays(Math.max(1L, Math.round(years * 365.0)));
        FixedCouponBond bullet = new FixedCouponBond(
                amortising.convention(), amortising.dates(), amortising.couponRate(), amortising.identifier());
        return redeemedOn(bullet, settlement, day, 100.0, yieldConvention);
    }

    /**
     * Returns the clean price of a yield as the bond's market would settle on it.
     *
     * @param yield annual yield, as a decimal
     * @return the clean price per 100, rounded by the convention
     * @throws InvalidInput if the yield is out of range
     */
    public double roundedCleanPriceFromYield(double yield) {
        return bond.convention().priceRounding().round(cleanPriceFromYield(yield));
    }

    /**
     * Solves for the yield of a clean price and returns the evidence with it: the residual in price, and a bracket of
     * yields on whose ends the price errs to either side, which proves that there is a root between them.
     *
     * @param cleanPrice price per 100 without accrued interest
     * @return the solution
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     * @throws NotConverged if no yield that a double can hold gives that price
     */
    public YieldSolution solveYieldFromCleanPrice(double cleanPrice) {
        return YieldSolution.of(this, CheckedForm.dirty(cleanPrice, accrued));
    }

    /**
     * Solves for the yield of a dirty price and returns the evidence with it.
     *
     * @param dirtyPrice price per 100 with accrued interest, positive
     * @return the solution
     * @throws InvalidInput if the price is not a positive number
     * @throws NotConverged if no yield that a double can hold gives that price
     */
    public YieldSolution solveYieldFromDirtyPrice(double dirtyPrice) {
        return YieldSolution.of(this, dirtyPrice);
    }

    /**
     * Returns the price as a table of flows, discount factors and present values that adds up to it.
     *
     * @param yield annual yield, as a decimal
     * @return the explanation
     * @throws InvalidInput if the yield is out of range, or the yield convention discounts no single flows (simple yield,
     *     perpetual bond)
     */
    public PriceExplanation explain(double yield) {
        return PriceExplanation.of(this, yield);
    }

    @Override
    public String toString() {
        return "BondPricing[" + bond.getClass().getSimpleName() + ", settlement " + settlement + ", " + yieldConvention
                + ", accrued " + accrued + "]";
    }

    /** {@return the yield that every yield with a price lies above} */
    public double lowestYield() {
        return floor;
    }

    DiscountForm form() {
        return form;
    }

    Layout layout() {
        return layout;
    }
}
