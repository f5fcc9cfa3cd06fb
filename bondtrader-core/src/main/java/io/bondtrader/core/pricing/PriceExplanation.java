package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A price as a table: each flow, its time, its discount factor and its present value. The present values add up to the
 * dirty price; less accrued interest they make the clean price.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param yield annual yield, as a decimal
 * @param rows the flows, in order
 * @param dirtyPrice the sum of the present values, per 100
 * @param accruedInterest per 100
 */
public record PriceExplanation(double yield, List<Row> rows, double dirtyPrice, double accruedInterest) {

    /**
     * One flow.
     *
     * @param dueDate the unadjusted day on which it falls due
     * @param coupon interest per 100
     * @param principal repayment per 100
     * @param years time from settlement as the yield convention measures it
     * @param discountFactor what one unit is worth at settlement
     * @param presentValue what the flow is worth at settlement, per 100
     */
    public record Row(
            LocalDate dueDate,
            double coupon,
            double principal,
            double years,
            double discountFactor,
            double presentValue) {}

    /**
     * Copies the rows.
     */
    public PriceExplanation {
        rows = List.copyOf(rows);
    }

    static PriceExplanation of(BondPricing pricing, double yield) {
        pricing.dirtyPriceFromYield(yield); // refuses a yield out of range
        DiscountForm form = pricing.form();
        InvalidInput.unless(
                !(form instanceof LinearForm) && !(form instanceof PerpetualForm),
                "yieldConvention",
                pricing.yieldConvention(),
                "one that discounts flow by flow");
        List<CashFlow> flows = pricing.cashFlows();
        double[] years = pricing.layout().years(pricing.yieldConvention());
        List<Row> rows = new ArrayList<>(flows.size());
        double dirty = 0.0;
        for (int k = 0; k < years.length; k++) {
            CashFlow flow = flows.get(k);
            double factor = form.discountFactor(yield, years[k]);
            double value = flow.amount() * factor;
            dirty += value;
            rows.add(new Row(flow.dueDate(), flow.coupon(), flow.principal(), years[k], factor, value));
        }
        return new PriceExplanation(yield, rows, dirty, pricing.accruedInterest());
    }

    /** {@return the dirty price less accrued interest, per 100} */
    public double cleanPrice() {
        return dirtyPrice - accruedInterest;
    }

    /** {@return the table, aligned for a console} */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("due             coupon   principal      years    factor  present value\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s  %10.6f  %10.6f  %9.6f  %8.6f  %13.9f\n",
                    row.dueDate(),
                    row.coupon(),
                    row.principal(),
                    row.years(),
                    row.discountFactor(),
                    row.presentValue()));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "dirty price %.9f, accrued interest %.9f, clean price %.9f at yield %.9f",
                        dirtyPrice,
                        accruedInterest,
                        cleanPrice(),
                        yield))
                .toString();
    }
}
