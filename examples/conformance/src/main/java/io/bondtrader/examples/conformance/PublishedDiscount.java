package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.pricing.BillPricing;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;

/** Published values of bills and of other papers that pay once, at maturity. */
final class PublishedDiscount {

    private PublishedDiscount() {}

    /** A measure of a bill. */
    static double bill(String quantity, Row inputs) {
        BillPricing bill = BillPricing.of(inputs.date("settlement"), inputs.date("maturity"));
        return switch (quantity) {
            case "price" -> bill.priceFromDiscountRate(inputs.number("discount_rate"));
            case "discount_rate" -> bill.discountRateFromPrice(price(bill, inputs));
            case "bond_equivalent_yield" -> bill.bondEquivalentYieldFromPrice(price(bill, inputs));
            case "money_market_yield" -> bill.moneyMarketYieldFromPrice(price(bill, inputs));
            default -> throw PublishedFile.unknownQuantity(quantity);
        };
    }

    private static double price(BillPricing bill, Row inputs) {
        return inputs.has("price")
                ? inputs.number("price")
                : bill.priceFromDiscountRate(inputs.number("discount_rate"));
    }

    /** A measure of a paper whose basis is named. */
    static double security(String quantity, Row inputs) {
        return switch (quantity) {
            case "price" -> discountPrice(inputs);
            case "simple_rate" ->
                single(inputs).yieldFromDirtyPrice(100.0 * inputs.number("investment") / inputs.number("redemption"));
            case "clean_price" -> interestAtMaturity(inputs).cleanPriceFromYield(inputs.number("yield"));
            case "accrued" -> interestAtMaturity(inputs).accruedInterest();
            default -> throw PublishedFile.unknownQuantity(quantity);
        };
    }

    private static double discountPrice(Row inputs) {
        LocalDate settlement = inputs.date("settlement");
        LocalDate maturity = inputs.date("maturity");
        double rate = inputs.number("discount_rate");
        DayCount basis = basis(inputs);
        return basis.equals(DayCounts.ACT_360)
                ? BillPricing.of(settlement, maturity).priceFromDiscountRate(rate)
                : 100.0 * (1.0 - rate * basis.yearFraction(settlement, maturity));
    }

    private static BondPricing single(Row inputs) {
        LocalDate settlement = inputs.date("settlement");
        BondConvention convention = BondConvention.builder("PUBLISHED").build();
        ZeroCouponBond paper = ZeroCouponBond.of(convention, settlement, inputs.date("maturity"));
        return BondPricing.of(paper, settlement, simple(basis(inputs)));
    }

    /** All interest is one coupon: the first coupon date is the maturity. */
    private static BondPricing interestAtMaturity(Row inputs) {
        DayCount basis = basis(inputs);
        LocalDate maturity = inputs.date("maturity");
        BondConvention convention = BondConvention.builder("PUBLISHED")
                .frequency(Frequency.ANNUAL)
                .dayCount(basis)
                .build();
        CouponDates dates =
                new CouponDates(inputs.date("issue_date"), maturity, convention.frequency(), false, maturity, null);
        FixedCouponBond paper = new FixedCouponBond(convention, dates, inputs.number("coupon"), null);
        return BondPricing.of(paper, inputs.date("settlement"), simple(basis));
    }

    private static YieldConvention simple(DayCount basis) {
        return YieldConvention.onDays("PUBLISHED", Compounding.SIMPLE, basis, false, "simple interest");
    }

    private static DayCount basis(Row inputs) {
        return DayCount.of(inputs.given("basis").replace(" interest at maturity", ""));
    }
}
