package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.internal.Exponential;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

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
