package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.RollDates;
import java.nio.file.Path;
import java.time.LocalDate;

/** Official prices of US Treasury notes and bonds at auction, to the sixth decimal. */
final class TreasuryAuctionFile implements GoldenFile {

    @Override
    public String fileName() {
        return "ust_auctions.csv";
    }

    @Override
    public String idColumn() {
        return "cusip";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            LocalDate issue = row.date("issue_date");
            FixedCouponBond bond = FixedCouponBond.of(
                    BondConventions.US_TREASURY_AUCTION,
                    row.number("coupon_percent") / 100.0,
                    accrualStart(row, issue),
                    row.date("maturity_date"));
            BondPricing pricing = BondPricing.of(bond, issue);
            double yield = row.number("high_yield_percent") / 100.0;
            measures.number("price_per_100", Tolerance.EXACT, () -> pricing.roundedCleanPriceFromYield(yield));
        };
    }

    /** Interest runs from the issue in a short first period, and else from the coupon date on or before it. */
    private static LocalDate accrualStart(Row row, LocalDate issue) {
        String firstPeriod = row.given("first_period");
        return switch (firstPeriod) {
            case "short" -> issue;
            case "accrued" -> lastCouponDate(BondConventions.US_TREASURY_AUCTION, row.date("maturity_date"), issue);
            default ->
                throw new UnreadableRow("column 'first_period' holds '" + firstPeriod + "', not accrued or short");
        };
    }

    /** The last date on the roll from maturity that is not after a day. */
    static LocalDate lastCouponDate(BondConvention convention, LocalDate maturity, LocalDate day) {
        int step = convention.frequency().months();
        int months = 12 * (maturity.getYear() - day.getYear()) + maturity.getMonthValue() - day.getMonthValue();
        int periods = Math.max(0, months / step);
        LocalDate date = RollDates.roll(maturity, -periods * step, convention.endOfMonth());
        while (date.isAfter(day)) {
            periods++;
            date = RollDates.roll(maturity, -periods * step, convention.endOfMonth());
        }
        return date;
    }
}
