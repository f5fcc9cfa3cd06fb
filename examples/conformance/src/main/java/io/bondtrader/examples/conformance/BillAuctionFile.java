package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.pricing.BillPricing;
import java.nio.file.Path;
import java.time.LocalDate;

/** Official prices of US Treasury bills at auction, to the sixth decimal. */
final class BillAuctionFile implements GoldenFile {

    @Override
    public String fileName() {
        return "ust_bills.csv";
    }

    @Override
    public String idColumn() {
        return "cusip";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            BondConvention convention = BondConventions.US_BILL;
            LocalDate issue = row.date("issue_date");
            BillPricing bill = BillPricing.of(Bill.of(convention, issue, row.date("maturity_date")), issue);
            double rate = row.number("discount_rate_percent") / 100.0;
            measures.number("days", Tolerance.EXACT, bill::days);
            measures.number(
                    "price_per_100",
                    Tolerance.EXACT,
                    () -> convention.priceRounding().round(bill.priceFromDiscountRate(rate)));
        };
    }
}
