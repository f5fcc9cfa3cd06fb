package io.bondtrader.core.verify;

import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.BillPricing;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * The prices and rates of a bill, each by two independent paths: {@link BillPricing}'s formulas, and an account that is
 * kept half a day at a time. A rate is checked in the other direction: it is the one at which the account gives the price.
 *
 * <p>The second path takes time in proportion to the days, a few microseconds for a price and a hundred for a rate.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedBills {

    private static final DualPath FROM_DISCOUNT =
            new DualPath(Measure.CLEAN_PRICE, "discount formula", "discount taken day by day");
    private static final DualPath FROM_MONEY_MARKET =
            new DualPath(Measure.CLEAN_PRICE, "money-market formula", "interest added day by day");
    private static final DualPath FROM_BOND_EQUIVALENT =
            new DualPath(Measure.CLEAN_PRICE, "bond-equivalent formula", "account kept by half-days");
    private static final DualPath TO_DISCOUNT =
            new DualPath(Measure.DISCOUNT_RATE, "discount formula", "bisection on discount taken day by day");
    private static final DualPath TO_MONEY_MARKET =
            new DualPath(Measure.YIELD, "money-market formula", "bisection on interest added day by day");
    private static final DualPath TO_BOND_EQUIVALENT =
            new DualPath(Measure.YIELD, "bond-equivalent formula", "bisection on account kept by half-days");

    private final BillPricing pricing;
    private final BillAccount account;
    private final LocalDate settlement;
    private final LocalDate maturity;
    private final Verifier verifier;

    VerifiedBills(BillPricing pricing, LocalDate settlement, LocalDate maturity, Verifier verifier) {
        this.pricing = pricing;
        this.account = new BillAccount(settlement, maturity);
        this.settlement = settlement;
        this.maturity = maturity;
        this.verifier = verifier;
    }

    /**
     * Returns the verified pricing of a bill.
     *
     * @param bill the bill
     * @param settlement the day on which cash and bill change hands
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified pricing
     * @throws InvalidInput if settlement is before the issue or not before maturity
     */
    public static VerifiedBills of(Bill bill, LocalDate settlement, Verifier verifier) {
        return new VerifiedBills(BillPricing.of(bill, settlement), settlement, bill.maturity(), verifier);
    }

    /**
     * Returns the verified pricing of anything that pays 100 within two years.
     *
     * @param settlement the day on which cash and bill change hands
     * @param maturity the day on which 100 is paid
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified pricing
     * @throws InvalidInput if maturity is not within two years after settlement
     */
    public static VerifiedBills of(LocalDate settlement, LocalDate maturity, Verifier verifier) {
        return new VerifiedBills(BillPricing.of(settlement, maturity), settlement, maturity, verifier);
    }

    /** {@return the pricing that is verified} */
    public BillPricing pricing() {
        return pricing;
    }

    /**
     * Verifies the price of a bank discount rate.
     *
     * @param discountRate as a decimal, by ACT/360
     * @return the price per 100, with the evidence
     * @throws InvalidInput if the price would not be positive and finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified priceFromDiscountRate(double discountRate) {
        double price = pricing.priceFromDiscountRate(discountRate);
        return verify(FROM_DISCOUNT, discountRate, price, () -> account.afterDiscount(discountRate));
    }

    /**
     * Verifies the price of a money-market yield.
     *
     * @param moneyMarketYield simple yield as a decimal, by ACT/360
     * @return the price per 100, with the evidence
     * @throws InvalidInput if the price would not be positive and finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified priceFromMoneyMarketYield(double moneyMarketYield) {
        double price = pricing.priceFromMoneyMarketYield(moneyMarketYield);
        return verify(FROM_MONEY_MARKET, moneyMarketYield, price, () -> account.forMoneyMarket(moneyMarketYield));
    }

    /**
     * Verifies the price of a bond-equivalent yield.
     *
     * @param bondEquivalentYield as a decimal
     * @return the price per 100, with the evidence
     * @throws InvalidInput if the price would not be positive and finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified priceFromBondEquivalentYield(double bondEquivalentYield) {
        double price = pricing.priceFromBondEquivalentYield(bondEquivalentYield);
        return verify(
                FROM_BOND_EQUIVALENT, bondEquivalentYield, price, () -> account.forBondEquivalent(bondEquivalentYield));
    }

    /**
     * Verifies the bank discount rate of a price.
     *
     * @param price per 100, positive
     * @return the discount rate, as a decimal by ACT/360, with the evidence
     * @throws InvalidInput if the price is not positive and finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified discountRateFromPrice(double price) {
        return discountRate(price, pricing.discountRateFromPrice(price));
    }

    /** Apart from its calculation, so that tests can hand in a rate that is wrong. */
    Verified discountRate(double price, double rate) {
        return verify(TO_DISCOUNT, price, rate, () -> BillAccount.rate(account::afterDiscount, price, rate));
    }

    /**
     * Verifies the money-market yield of a price.
     *
     * @param price per 100, positive
     * @return the simple yield, as a decimal by ACT/360, with the evidence
     * @throws InvalidInput if the price is not positive and finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified moneyMarketYieldFromPrice(double price) {
        return moneyMarketYield(price, pricing.moneyMarketYieldFromPrice(price));
    }

    /** Apart from its calculation, so that tests can hand in a yield that is wrong. */
    Verified moneyMarketYield(double price, double yield) {
        return verify(TO_MONEY_MARKET, price, yield, () -> BillAccount.rate(account::forMoneyMarket, price, yield));
    }

    /**
     * Verifies the bond-equivalent yield of a price.
     *
     * @param price per 100, positive
     * @return the yield, as a decimal, with the evidence
     * @throws InvalidInput if the price is not positive and finite
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified bondEquivalentYieldFromPrice(double price) {
        return bondEquivalentYield(price, pricing.bondEquivalentYieldFromPrice(price));
    }

    /** Apart from its calculation, so that tests can hand in a yield that is wrong. */
    Verified bondEquivalentYield(double price, double yield) {
        return verify(
                TO_BOND_EQUIVALENT, price, yield, () -> BillAccount.rate(account::forBondEquivalent, price, yield));
    }

    private Verified verify(DualPath pair, double argument, double formula, DoubleSupplier second) {
        if (!verifier.selects(argument, maturity.toEpochDay())) {
            return verifier.unchecked(pair, formula, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(
                Map.of("settlement", settlement.toString(), "maturity", maturity.toString(), "argument", argument),
                Map.of("rule", "31 CFR Part 356, Appendix B, section VI"));
        double checked;
        try {
            checked = second.getAsDouble();
        } catch (BondTraderException failure) {
            return verifier.verify(pair, inputs, argument, formula, failure, 0);
        }
        return verifier.verify(pair, inputs, argument, formula, checked, 0);
    }

    @Override
    public String toString() {
        return "VerifiedBills[" + pricing + "]";
    }
}
