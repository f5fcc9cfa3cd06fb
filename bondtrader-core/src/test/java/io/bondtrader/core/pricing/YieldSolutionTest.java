package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evidence that comes with a yield, where yields are hard to find. */
final class YieldSolutionTest {

    /** One day left, a hundred years, 40 percent, below zero, pennies in the pound, far above par. */
    @ParameterizedTest
    @CsvSource({
        "0.04, 2035-05-14, 2035-05-15, 99.99",
        "0.04, 2035-05-14, 2035-05-15, 100.5",
        "0.04, 2035-05-14, 2035-05-15, 97.0",
        "0.04, 2025-07-17, 2125-05-15, 100.0",
        "0.00, 2025-07-17, 2125-05-15, 3.0",
        "0.04, 2025-07-17, 2125-05-15, 11.5",
        "0.40, 2025-07-17, 2035-05-15, 101.0",
        "0.04, 2025-07-17, 2035-05-15, 12.0",
        "0.00, 2025-07-17, 2035-05-15, 108.0",
        "0.01, 2025-07-17, 2055-05-15, 190.0",
        "0.04, 2025-07-17, 2035-05-15, 1.0",
        "0.04, 2025-07-17, 2035-05-15, 900.0"
    })
    void theResidualIsBelowAMillionthOfAMillionthAndTheBracketHoldsTheRoot(
            double coupon, LocalDate settlement, LocalDate maturity, double cleanPrice) {
        for (BondConvention convention : new BondConvention[] {
            BondConventions.US_TREASURY,
            BondConventions.US_TREASURY_AUCTION,
            BondConventions.DE_BUND,
            BondConventions.IT_BTP
        }) {
            FixedCouponBond bond = FixedCouponBond.of(convention, coupon, LocalDate.of(2025, 5, 15), maturity);
            assertSolved(BondPricing.of(bond, settlement), cleanPrice);
        }
    }

    @Property(tries = 200)
    void everyPriceOfEveryTermIsSolvedWithEvidence(
            @ForAll @IntRange(max = 3_600) int days,
            @ForAll @DoubleRange(min = 0.0, max = 0.15) double coupon,
            @ForAll @DoubleRange(min = 20.0, max = 200.0) double cleanPrice) {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.UK_GILT, coupon, "2025-05-15", "2035-05-15");
        LocalDate settlement = LocalDate.of(2025, 5, 15).plusDays(days);

        assertSolved(BondPricing.of(bond, settlement), cleanPrice);
    }

    @Test
    void theFormulaOfOneFlowTakesNoSteps() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2035-05-15");
        YieldSolution last = BondPricing.of(bond, LocalDate.of(2035, 2, 1)).solveYieldFromCleanPrice(99.5);
        YieldSolution first = BondPricing.of(bond, LocalDate.of(2025, 7, 17)).solveYieldFromCleanPrice(99.5);

        assertThat(last.iterations()).isZero();
        assertThat(first.iterations()).isBetween(1, 10);
    }

    @Test
    void theSolutionIsTheYield() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.EUROBOND, 0.04, "2025-05-15", "2035-05-15");
        BondPricing pricing = BondPricing.of(bond, LocalDate.of(2025, 7, 17), YieldConvention.CONTINUOUS);
        YieldSolution clean = pricing.solveYieldFromCleanPrice(97.0);
        YieldSolution dirty = pricing.solveYieldFromDirtyPrice(97.0 + pricing.accruedInterest());

        assertThat(clean).isEqualTo(dirty);
        assertThat(clean.yield()).isEqualTo(pricing.yieldFromCleanPrice(97.0));
        assertThat(clean.dirtyPrice()).isEqualTo(97.0 + pricing.accruedInterest());
    }

    private static void assertSolved(BondPricing pricing, double cleanPrice) {
        YieldSolution solution = pricing.solveYieldFromCleanPrice(cleanPrice);
        double dirty = solution.dirtyPrice();

        assertThat(solution.residual()).isEqualTo(0.0, within(1e-12 * Math.max(1.0, dirty / 100.0)));
        assertThat(solution.lowerYield()).isLessThanOrEqualTo(solution.yield());
        assertThat(solution.upperYield()).isGreaterThanOrEqualTo(solution.yield());
        assertThat(pricing.dirtyPriceFromYield(solution.lowerYield())).isGreaterThanOrEqualTo(dirty);
        assertThat(pricing.dirtyPriceFromYield(solution.upperYield())).isLessThanOrEqualTo(dirty);
        assertThat(solution.upperYield() - solution.lowerYield())
                .isLessThan(1e-11 * (1.0 + Math.abs(solution.yield())));
    }
}
