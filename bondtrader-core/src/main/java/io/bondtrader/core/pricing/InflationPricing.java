package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.InflationCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.internal.Exponential;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * An inflation-linked bond at settlement: real prices and yields as of a bond without inflation, and what they come to in
 * money of the day through the index ratio.
 *
 * <pre>  nominal = real · ref(settlement)/base</pre>
 *
 * <p>Source: 31 CFR Part 356, Appendix B, section III; UK Debt Management Office, Formulae for Calculating Gilt Prices
 * from Yields, section one. Prices are per 100 of original face.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class InflationPricing {

    private final InflationLinkedBond bond;
    private final BondPricing real;
    private final double referenceIndex;
    private final double indexRatio;

    private InflationPricing(InflationLinkedBond bond, BondPricing real, double referenceIndex) {
        this.bond = bond;
        this.real = real;
        this.referenceIndex = referenceIndex;
        this.indexRatio = bond.indexation().indexRatio(referenceIndex, bond.baseIndex());
    }

    /**
     * Returns the pricing of a bond from the published index.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @param yieldConvention what real yield means
     * @param index the published index by month
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond
     * @throws MissingData if a month's index is not there
     */
    public static InflationPricing of(
            InflationLinkedBond bond,
            LocalDate settlement,
            YieldConvention yieldConvention,
            Map<YearMonth, Double> index) {
        return new InflationPricing(
                bond,
                BondPricing.of(bond, settlement, yieldConvention),
                bond.indexation().referenceIndex(settlement, index));
    }

    /**
     * Returns the pricing of a bond under its market's yield convention, from the published index.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @param index the published index by month
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond
     * @throws MissingData if a month's index is not there
     */
    public static InflationPricing of(InflationLinkedBond bond, LocalDate settlement, Map<YearMonth, Double> index) {
        return of(bond, settlement, bond.convention().yieldConvention(), index);
    }

    /**
     * Returns the pricing of a bond from reference indices that are published by day.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @param yieldConvention what real yield means
     * @param referenceIndex the published reference index by day
     * @return the pricing
     * @throws InvalidInput if settlement is outside the life of the bond, or an index is not positive and finite
     * @throws MissingData if the day's index is not there
     */
    public static InflationPricing ofDailyIndex(
            InflationLinkedBond bond,
            LocalDate settlement,
            YieldConvention yieldConvention,
            Map<LocalDate, Double> referenceIndex) {
        Double published = referenceIndex.get(settlement);
        if (published == null) {
            throw new MissingData("no reference index for " + settlement);
        }
        return new InflationPricing(bond, BondPricing.of(bond, settlement, yieldConvention), published);
    }

    /**
     * Returns what the bond pays in money of the day if the index grows at one rate from now on: each real amount times the
     * index ratio that follows, the redemption with any floor.
     *
     * @param inflation effective annual rate, by ACT/365 fixed from settlement, as a decimal
     * @return the flows per 100 of original face, in order
     * @throws InvalidInput if the rate leaves nothing after a year, or is not a number
     */
    public List<CashFlow> projectedCashFlows(double inflation) {
        InvalidInput.unless(inflation > -1.0 && inflation < 1e3, "inflation", inflation, "above -1");
        double growth = Exponential.log1p(inflation);
        return projected(day -> {
            double years = DayCounts.ACT_365F.yearFraction(real.settlement(), day);
            double ratio = indexRatio * Exponential.exp(growth * years);
            InvalidInput.unless(
                    ratio > 0.0 && ratio <= 1e100, "inflation", inflation, "one that the index can grow at");
            return ratio;
        });
    }

    /**
     * Returns what the bond pays in money of the day if the index goes the way of a curve: each real amount times the index
     * ratio of its due date, rounded by the bond's rule, the redemption with any floor.
     *
     * @param index the price index to come
     * @return the flows per 100 of original face, in order
     * @throws MissingData if the curve does not reach back to a month that the bond reads
     * @throws InvalidInput if a projected index is out of range
     */
    public List<CashFlow> projectedCashFlows(InflationCurve index) {
        return projected(
                day -> bond.indexation().indexRatio(index.referenceIndex(day, bond.indexation()), bond.baseIndex()));
    }

    private List<CashFlow> projected(ToDoubleFunction<LocalDate> indexRatioOn) {
        List<CashFlow> flows = new ArrayList<>();
        for (CashFlow flow : real.cashFlows()) {
            double ratio = indexRatioOn.applyAsDouble(flow.dueDate());
            double principal = flow.principal() == 0.0 ? 0.0 : flow.principal() / 100.0 * bond.redemption(ratio);
            flows.add(new CashFlow(
                    flow.accrualStart(), flow.dueDate(), flow.accrualFraction(), flow.coupon() * ratio, principal));
        }
        return List.copyOf(flows);
    }

    /**
     * Returns what the projected flows are worth at settlement off a nominal curve, a floor at its intrinsic value.
     *
     * @param nominal a curve whose reference date is settlement or before
     * @param index the price index to come
     * @return the dirty price per 100 of original face
     * @throws InvalidInput if the curve's reference date is after settlement, or a projected index is out of range
     * @throws MissingData if a curve does not reach far enough
     */
    public double nominalDirtyPrice(DiscountCurve nominal, InflationCurve index) {
        double settled = nominal.logDiscountFactor(nominal.years(real.settlement()));
        double sum = 0.0;
        for (CashFlow flow : projectedCashFlows(index)) {
            LocalDate due = bond.convention().paymentDate(flow.dueDate());
            LocalDate paid = due.isBefore(real.settlement()) ? real.settlement() : due;
            sum += flow.amount() * Exponential.exp(nominal.logDiscountFactor(nominal.years(paid)) - settled);
        }
        return sum;
    }

    /**
     * Returns the price in money of the day at which the projected flows yield a nominal rate.
     *
     * @param nominalYield annual nominal yield in the bond's own yield convention, as a decimal
     * @param inflation effective annual rate of the index from now on, as a decimal
     * @return the dirty price per 100 of original face
     * @throws InvalidInput if a rate is out of range, or the yield convention discounts no single flows
     */
    public double nominalDirtyPriceFromNominalYield(double nominalYield, double inflation) {
        real.dirtyPriceFromYield(nominalYield); // refuses a yield out of range
        InvalidInput.unless(
                !(real.form() instanceof LinearForm),
                "yieldConvention",
                real.yieldConvention(),
                "one that discounts flow by flow");
        double price = discounted(nominalYield, projectedCashFlows(inflation));
        InvalidInput.unless(
                price < Double.POSITIVE_INFINITY, "nominalYield", nominalYield, "one that gives a finite price");
        return price;
    }

    private double discounted(double nominalYield, List<CashFlow> flows) {
        double[] years = real.layout().years(real.yieldConvention());
        double sum = 0.0;
        for (int k = 0; k < years.length; k++) {
            sum += flows.get(k).amount() * real.form().discountFactor(nominalYield, years[k]);
        }
        return sum;
    }

    /**
     * Returns the nominal yield of a price under an assumed inflation: that of the projected flows, in the bond's own yield
     * convention.
     *
     * @param nominalCleanPrice per 100 of original face
     * @param inflation effective annual rate of the index from now on, as a decimal
     * @return the annual nominal yield, as a decimal
     * @throws InvalidInput if the price is not positive with accrued interest, or a rate is out of range
     * @throws NotConverged if no yield gives that price
     */
    public double nominalYieldFromNominalCleanPrice(double nominalCleanPrice, double inflation) {
        double dirty = requireDirty(nominalCleanPrice);
        nominalDirtyPriceFromNominalYield(0.0, inflation); // refuses the inflation before the search
        double low = Math.max(real.lowestYield() * (1.0 - 1e-9), -10.0);
        List<CashFlow> flows = projectedCashFlows(inflation);
        return root(low, 10.0, yield -> discounted(yield, flows) - dirty, "nominal yield");
    }

    /**
     * Returns the break-even inflation of a price: the rate at which the index has to grow for the projected flows to yield
     * what a nominal bond does.
     *
     * @param nominalCleanPrice per 100 of original face
     * @param nominalYield annual yield of the nominal bond, in this bond's yield convention, as a decimal
     * @return the effective annual rate, as a decimal
     * @throws InvalidInput if the price is not positive with accrued interest, or the yield is out of range
     * @throws NotConverged if no inflation between −50 % and 900 % a year gives that price
     */
    public double breakEvenInflation(double nominalCleanPrice, double nominalYield) {
        double dirty = requireDirty(nominalCleanPrice);
        nominalDirtyPriceFromNominalYield(nominalYield, 0.0); // refuses the yield before the search
        return root(
                -0.5,
                9.0,
                inflation -> dirty - discounted(nominalYield, projectedCashFlows(inflation)),
                "break-even inflation");
    }

    private double requireDirty(double nominalCleanPrice) {
        double dirty = nominalCleanPrice + nominalAccruedInterest();
        InvalidInput.unless(
                dirty > 0.0 && dirty < Double.POSITIVE_INFINITY,
                "nominalCleanPrice",
                nominalCleanPrice,
                "finite, and positive with accrued interest");
        return dirty;
    }

    /** Halves a bracket of a falling function down to neighbouring numbers. */
    private static double root(double lowest, double highest, DoubleUnaryOperator falling, String what) {
        double low = lowest;
        double high = highest;
        if (!(falling.applyAsDouble(low) >= 0.0 && falling.applyAsDouble(high) <= 0.0)) {
            throw new NotConverged("no " + what + " gives the price", 0, low, falling.applyAsDouble(low));
        }
        for (double middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high)) {
            if (falling.applyAsDouble(middle) >= 0.0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** {@return price and yield in real terms, per 100 of unindexed face} */
    public BondPricing real() {
        return real;
    }

    /** {@return the reference index of the settlement date, rounded by the bond's rule} */
    public double referenceIndex() {
        return referenceIndex;
    }

    /** {@return the index ratio of the settlement date, rounded by the bond's rule} */
    public double indexRatio() {
        return indexRatio;
    }

    /** {@return accrued interest in money of the day, per 100 of original face} */
    public double nominalAccruedInterest() {
        return real.accruedInterest() * indexRatio;
    }

    /**
     * Returns the clean price in money of the day.
     *
     * @param realYield annual real yield, as a decimal
     * @return per 100 of original face
     * @throws InvalidInput if the yield is out of range
     */
    public double nominalCleanPriceFromRealYield(double realYield) {
        return real.cleanPriceFromYield(realYield) * indexRatio;
    }

    /**
     * Returns the dirty price in money of the day: what the buyer pays.
     *
     * @param realYield annual real yield, as a decimal
     * @return per 100 of original face
     * @throws InvalidInput if the yield is out of range
     */
    public double nominalDirtyPriceFromRealYield(double realYield) {
        return real.dirtyPriceFromYield(realYield) * indexRatio;
    }

    /**
     * Returns the real yield of a clean price in money of the day.
     *
     * @param nominalCleanPrice per 100 of original face
     * @return the annual real yield, as a decimal
     * @throws InvalidInput if the price is not a number, or not positive with accrued interest
     */
    public double realYieldFromNominalCleanPrice(double nominalCleanPrice) {
        return real.yieldFromCleanPrice(nominalCleanPrice / indexRatio);
    }

    /**
     * Returns what the price in money of the day loses for one basis point of real yield.
     *
     * @param realYield annual real yield, as a decimal
     * @return price points per 100 of original face
     * @throws InvalidInput if the yield is out of range
     */
    public double nominalDv01(double realYield) {
        return real.dv01(realYield) * indexRatio;
    }

    /** {@return what would be redeemed if the index stayed where it is, per 100 of original face, with any floor} */
    public double redemptionAtCurrentRatio() {
        return bond.redemption(indexRatio);
    }

    /**
     * Returns the break-even inflation as a difference of yields.
     *
     * @param nominalYield annual yield of a nominal bond, as a decimal
     * @param realYield annual real yield, as a decimal
     * @return nominal less real
     * @throws InvalidInput if a yield is not finite
     */
    public static double breakEven(double nominalYield, double realYield) {
        InvalidInput.unless(Double.isFinite(nominalYield), "nominalYield", nominalYield, "finite");
        InvalidInput.unless(Double.isFinite(realYield), "realYield", realYield, "finite");
        return nominalYield - realYield;
    }

    /**
     * Returns the break-even inflation by Fisher's equation, as an annual effective rate:
     * {@code ((1 + n/f)/(1 + r/f))^f − 1}.
     *
     * @param nominalYield annual yield of a nominal bond, as a decimal
     * @param realYield annual real yield, as a decimal
     * @param periodsPerYear compounding periods a year of both, positive
     * @return the effective annual rate, as a decimal
     * @throws InvalidInput if a yield leaves nothing after a period, or is not a number
     */
    public static double breakEvenFisher(double nominalYield, double realYield, int periodsPerYear) {
        InvalidInput.unless(periodsPerYear > 0, "periodsPerYear", periodsPerYear, "positive");
        double f = periodsPerYear;
        InvalidInput.unless(nominalYield > -f && nominalYield < 1e6, "nominalYield", nominalYield, "above -" + f);
        InvalidInput.unless(realYield > -f && realYield < 1e6, "realYield", realYield, "above -" + f);
        return Exponential.expm1(f * (Exponential.log1p(nominalYield / f) - Exponential.log1p(realYield / f)));
    }

    /**
     * Returns the nominal yield that a real yield comes to at a rate of inflation, by Fisher's equation: {@code
     * f·((1 + r/f)·(1 + π)^(1/f) − 1)}, the inverse of {@link #breakEvenFisher}.
     *
     * @param realYield annual real yield, as a decimal
     * @param inflation effective annual rate, as a decimal
     * @param periodsPerYear compounding periods a year of both yields, positive
     * @return the annual nominal yield, as a decimal
     * @throws InvalidInput if a rate leaves nothing after a period, or is not a number
     */
    public static double nominalYield(double realYield, double inflation, int periodsPerYear) {
        InvalidInput.unless(periodsPerYear > 0, "periodsPerYear", periodsPerYear, "positive");
        double f = periodsPerYear;
        InvalidInput.unless(realYield > -f && realYield < 1e6, "realYield", realYield, "above -" + f);
        InvalidInput.unless(inflation > -1.0 && inflation < 1e6, "inflation", inflation, "above -1");
        return f * Exponential.expm1(Exponential.log1p(realYield / f) + Exponential.log1p(inflation) / f);
    }

    @Override
    public String toString() {
        return "InflationPricing[index ratio " + indexRatio + ", " + real + "]";
    }
}
