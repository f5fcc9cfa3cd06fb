package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.pricing.BondBook;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.BookResult;
import io.bondtrader.core.pricing.HoldingPeriod;
import io.bondtrader.core.pricing.Sensitivities;
import io.bondtrader.core.pricing.YieldSolution;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of the page about pricing, run on a ten-year Treasury. */
final class PricingPageSampleTest {

    private final FixedCouponBond bond =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");
    private final LocalDate settlement = LocalDate.of(2026, 3, 17);

    @Test
    void aYieldIsFoundAndProved() {
        BondPricing pricing = BondPricing.of(bond, settlement);
        double clean = pricing.cleanPriceFromYield(0.044);
        double yield = pricing.yieldFromCleanPrice(98.5);
        Sensitivities all = pricing.sensitivities(yield); // price, duration, convexity, DV01 from one pass
        double auctionYield =
                BondPricing.of(bond, settlement, YieldConvention.US_TREASURY).yieldFromCleanPrice(98.5);
        YieldSolution evidence = pricing.solveYieldFromCleanPrice(98.5);

        assertThat(pricing.yieldFromCleanPrice(clean)).isEqualTo(0.044, within(1e-14));
        assertThat(all.dirtyPrice() - pricing.accruedInterest()).isEqualTo(98.5, within(1e-11));
        assertThat(auctionYield).isLessThan(yield);
        assertThat(yield).isBetween(evidence.lowerYield(), evidence.upperYield());
    }

    @Test
    void aBondFinancedAtItsImpliedRepoEarnsNothing() {
        HoldingPeriod holding = HoldingPeriod.of(bond, settlement, settlement.plusMonths(3));
        double forward = holding.forwardCleanPrice(98.5, 0.041);
        double impliedRepo = holding.impliedRepo(98.5, forward); // 0.041 again
        double breakEven = holding.breakEvenYield(98.5, 0.041);
        double totalReturn = holding.totalReturn(98.5, breakEven, 0.041);

        assertThat(impliedRepo).isEqualTo(0.041, within(1e-12));
        assertThat(totalReturn).isEqualTo(0.041 * 92 / 360, within(1e-12));
    }

    @Test
    void aBookIsValuedThoughOneOfItsPricesIsNoPrice() {
        BondPricing pricing = BondPricing.of(bond, settlement);
        BondPricing other = BondPricing.of(bond, settlement, YieldConvention.US_TREASURY);

        BondBook book = BondBook.ofPricings(List.of(pricing, other));
        BookResult yields = book.newResult();
        book.yieldsFromCleanPrices(new double[] {98.5, Double.NaN}, yields);
        double first = yields.value(0);
        boolean failed = yields.hasFailed(1); // value(1) would throw the failure

        assertThat(first).isEqualTo(pricing.yieldFromCleanPrice(98.5));
        assertThat(failed).isTrue();
        assertThat(yields.failures().values())
                .extracting(BondTraderException::code)
                .containsExactly(CoreErrorCode.INVALID_INPUT);
    }
}
