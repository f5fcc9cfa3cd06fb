package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.HoldingPeriod;
import io.bondtrader.core.pricing.PriceQuote;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.VerifiedPricing;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The sample of the README, line by line. */
final class ReadmeSampleTest {

    @Test
    void theSampleDoesWhatItSays() {
        // A ten-year Treasury, settled the business day after the trade.
        var bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");
        LocalDate settlement = bond.convention().settlementDate(LocalDate.of(2026, 3, 16));
        var pricing = VerifiedPricing.of(bond, settlement);

        Verified price = pricing.cleanPrice(0.0440); // clean price 98.824497 ✓ agreed (closed annuity …)
        double clean = price.orElseThrow(); // throws if the two calculations had disagreed
        double yield = pricing.yieldFromCleanPrice(clean); // 0.0440 again
        Verified duration = pricing.modifiedDuration(yield); // 7.729734 years, against differences of prices
        String quote = PriceQuote.toThirtySeconds(clean); // "98-263": 98 and 26⅜ thirty-seconds
        double bid = PriceQuote.parse("98-26+"); // 98.828125

        // A table of flows and discount factors that adds up to the price.
        System.out.println(pricing.pricing().explain(yield));

        // What three months of holding it cost or earn at a repo rate of 4.10 %.
        var holding = HoldingPeriod.of(bond, settlement, settlement.plusMonths(3));
        double forward = holding.forwardCleanPrice(clean, 0.0410);
        double carry = holding.carry(clean, 0.0410);

        assertThat(settlement).isEqualTo("2026-03-17");
        assertThat(price.toString()).startsWith("clean price 98.824497 ✓ agreed (closed annuity");
        assertThat(yield).isCloseTo(0.0440, within(1e-14));
        assertThat(duration.toString()).startsWith("modified duration 7.729734 ✓");
        assertThat(quote).isEqualTo("98-263");
        assertThat(bid).isEqualTo(98.828125);
        assertThat(clean - forward).isCloseTo(carry, within(1e-12));
    }
}
