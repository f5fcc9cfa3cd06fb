package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * Prices and rates of a discount bill: each of them from each other.
 *
 * <pre>
 *   P = 100·(1 − d·r/360)                              d  bank discount rate
 *   P = 100/(1 + m·r/360)                              m  money-market yield
 *   P = 100/(1 + i·r/y)                    r ≤ y/2     i  bond-equivalent (coupon-equivalent) yield
 *   P·(1 + (r − y/2)·i/y)·(1 + i/2) = 100  r &gt; y/2
 *
 *   r  days from settlement to maturity
 *   y  days in the year after settlement: 366 if it holds a 29 February, else 365
 * </pre>
 *
 * <p>Source: 31 CFR Part 356, Appendix B, section VI. Prices are per 100, rates are decimals.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BillPricing {

    private final int days; // r
    private final double money; // r / 360
    private final int yearBasis; // y

    private BillPricing(int days, int yearBasis) {
        this.days = days;
        this.money = days / 360.0;
        this.yearBasis = yearBasis;
    }

    /**
     * Returns the pricing of a bill.
     *
     * @param bill the bill
     * @param settlement the day on which cash and bill change hands
     * @return the pricing
     * @throws InvalidInput if settlement is before the issue or not before maturity
     */
    public static BillPricing of(Bill bill, LocalDate settlement) {
        if (settlement.isBefore(bill.issueDate())) {
            throw new InvalidInput("settlement", settlement, "on or after the issue on " + bill.issueDate());
        }
        return of(settlement, bill.maturity());
    }

    /**
     * Returns the pricing of anything that pays 100 within two years.
     *
     * @param settlement the day on which cash and bill change hands
     * @param maturity the day on which 100 is paid
     * @return the pricing
     * @throws InvalidInput if maturity is not within two years after settlement, or settlement is not in years 1600 to
     *     3000
     */
    public static BillPricing of(LocalDate settlement, LocalDate maturity) {
        InvalidInput.unless(
                settlement.getYear() >= 1600 && settlement.getYear() <= 3000,
                "settlement",
                settlement,
                "in years 1600 to 3000");
        LocalDate yearLater = settlement.plusYears(1);
        if (!maturity.isAfter(settlement) || maturity.isAfter(settlement.plusYears(2))) {
            throw new InvalidInput("maturity", maturity, "within two years after settlement " + settlement);
        }
        int days = (int) (maturity.toEpochDay() - settlement.toEpochDay());
        return new BillPricing(days, holdsLeapDay(settlement, yearLater) ? 366 : 365);
    }

    /** Whether a 29 February lies after the first date and not after the second, about a year later. */
    private static boolean holdsLeapDay(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (java.time.Year.isLeap(year)) {
                LocalDate leapDay = LocalDate.of(year, 2, 29);
                if (leapDay.isAfter(from) && !leapDay.isAfter(to)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return days from settlement to maturity} */
    public int days() {
        return days;
    }

    /** {@return days in the year after settlement, 365 or 366} */
    public int yearBasis() {
        return yearBasis;
    }

    /**
     * Returns the price of a bank discount rate.
     *
     * @param discountRate as a decimal, by ACT/360
     * @return the price per 100
     * @throws InvalidInput if the price would not be positive and finite
     */
    public double priceFromDiscountRate(double discountRate) {
        return price("discountRate", discountRate, 100.0 * (1.0 - discountRate * money));
    }

    /**
     * Returns the bank discount rate of a price.
     *
     * @param price per 100, positive
     * @return the discount rate, as a decimal by ACT/360
     * @throws InvalidInput if the price is not positive and finite
     */
    public double discountRateFromPrice(double price) {
        return (100.0 - requirePrice(price)) / (100.0 * money);
    }

    /**
     * Returns the price of a money-market yield.
     *
     * @param moneyMarketYield simple yield as a decimal, by ACT/360
     * @return the price per 100
     * @throws InvalidInput if the price would not be positive and finite
     */
    public double priceFromMoneyMarketYield(double moneyMarketYield) {
        return price("moneyMarketYield", moneyMarketYield, 100.0 / (1.0 + moneyMarketYield * money));
    }

    /**
     * Returns the money-market yield of a price.
     *
     * @param price per 100, positive
     * @return the simple yield, as a decimal by ACT/360
     * @throws InvalidInput if the price is not positive and finite
     */
    public double moneyMarketYieldFromPrice(double price) {
        return (100.0 / requirePrice(price) - 1.0) / money;
    }

    /**
     * Returns the price of a bond-equivalent yield.
     *
     * @param bondEquivalentYield as a decimal
     * @return the price per 100
     * @throws InvalidInput if the price would not be positive and finite
     */
    public double priceFromBondEquivalentYield(double bondEquivalentYield) {
        double beyondHalfYear = (days - 0.5 * yearBasis) / yearBasis;
        if (beyondHalfYear <= 0.0) {
            return price(
                    "bondEquivalentYield", bondEquivalentYield, 100.0 / (1.0 + bondEquivalentYield * days / yearBasis));
        }
        InvalidInput.unless(bondEquivalentYield > -2.0, "bondEquivalentYield", bondEquivalentYield, "above -2");
        double growth = (1.0 + beyondHalfYear * bondEquivalentYield) * (1.0 + 0.5 * bondEquivalentYield);
        return price("bondEquivalentYield", bondEquivalentYield, 100.0 / growth);
    }

    /**
     * Returns the bond-equivalent yield of a price.
     *
     * @param price per 100, positive
     * @return the yield, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     */
    public double bondEquivalentYieldFromPrice(double price) {
        double gain = 100.0 / requirePrice(price) - 1.0;
        double beyondHalfYear = (days - 0.5 * yearBasis) / yearBasis;
        if (beyondHalfYear <= 0.0) {
            return gain * yearBasis / days;
        }
        // The root of (b/2)·i² + (b + 1/2)·i = gain, written so that a small b loses no digits.
        double linear = beyondHalfYear + 0.5;
        return 2.0 * gain / (linear + Math.sqrt(linear * linear + 2.0 * beyondHalfYear * gain));
    }

    /**
     * Returns the continuously compounded yield of a price, by ACT/365 fixed.
     *
     * @param price per 100, positive
     * @return the yield, as a decimal
     * @throws InvalidInput if the price is not positive and finite
     */
    public double continuousYieldFromPrice(double price) {
        return StrictMath.log(100.0 / requirePrice(price)) * 365.0 / days;
    }

    /**
     * Returns the effective annual yield of a price, by ACT/365 fixed.
     *
     * @param price per 100, positive
     * @return the yield, as a decimal
     * @throws InvalidInput if the price is not positive and finite, or so small that the yield is not
     */
    public double effectiveAnnualYieldFromPrice(double price) {
        double yield = StrictMath.expm1(continuousYieldFromPrice(price));
        InvalidInput.unless(yield < Double.POSITIVE_INFINITY, "price", price, "large enough for a finite yield");
        return yield;
    }

    /** {@return what the price loses for one basis point of discount rate, per 100} */
    public double dv01PerDiscountBasisPoint() {
        return 100.0 * money * 1e-4;
    }

    private static double price(String name, double rate, double price) {
        InvalidInput.unless(
                price > 0.0 && price < Double.POSITIVE_INFINITY, name, rate, "a rate with a positive price");
        return price;
    }

    private static double requirePrice(double price) {
        InvalidInput.unless(price > 1e-300 && price < Double.POSITIVE_INFINITY, "price", price, "positive and finite");
        return price;
    }

    @Override
    public String toString() {
        return "BillPricing[" + days + " days, year of " + yearBasis + "]";
    }
}
