package io.bondtrader.examples.curves;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.time.RollDates;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Treasuries with the prices that their auctions say. A bond sold at an auction has a Z-spread to the zero curve of the day
 * on which it was issued; its price today is that of today's zero curve with the same spread. Closing prices would be
 * better, but nobody publishes them freely.
 */
final class AuctionedBook {

    private AuctionedBook() {}

    static List<BondQuote> quotes(CsvTable auctions, ZeroCurves zeros, LocalDate day) throws IOException {
        List<BondQuote> quotes = new ArrayList<>();
        LocalDate settlement = BondConventions.US_TREASURY.settlementDate(day);
        DiscountCurve today = zeros.on(day);
        for (Map<String, String> line : auctions.lines()) {
            LocalDate issue = LocalDate.parse(CsvTable.given(line, "issue_date"));
            LocalDate maturity = LocalDate.parse(CsvTable.given(line, "maturity_date"));
            if (issue.isAfter(day) || maturity.isBefore(settlement.plusYears(1))) {
                continue; // not there yet, or so short that an old spread says nothing of its yield
            }
            boolean fullPeriod = CsvTable.given(line, "first_period").equals("accrued");
            FixedCouponBond bond = FixedCouponBond.of(
                    BondConventions.US_TREASURY,
                    Double.parseDouble(CsvTable.given(line, "coupon_percent")) / 100.0,
                    fullPeriod ? couponDateBefore(maturity, issue) : issue,
                    maturity);
            double auctioned = Double.parseDouble(CsvTable.given(line, "price_per_100"));
            CurvePricing then = CurvePricing.of(bond, issue);
            double spread = then.zSpread(
                    zeros.on(issue), auctioned + then.yieldPricing().accruedInterest());
            CurvePricing now = CurvePricing.of(bond, settlement);
            double dirty = now.dirtyPriceFromZSpread(today, spread);
            double clean = dirty - now.yieldPricing().accruedInterest();
            quotes.add(now.quote(CsvTable.given(line, "cusip"), clean));
        }
        if (quotes.isEmpty()) {
            throw new IOException("no auctioned bond is outstanding on " + day);
        }
        return quotes;
    }

    private static LocalDate couponDateBefore(LocalDate maturity, LocalDate day) {
        int halves = 0;
        LocalDate date = maturity;
        while (date.isAfter(day)) {
            halves++;
            date = RollDates.roll(maturity, -6 * halves, BondConventions.US_TREASURY.endOfMonth());
        }
        return date;
    }
}
