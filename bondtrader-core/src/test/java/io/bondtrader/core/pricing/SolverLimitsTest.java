package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver where solvers fail: at the ends of life, of time and of yields. */
final class SolverLimitsTest {

    private static final List<YieldConvention> CONVENTIONS = List.of(
            YieldConvention.COMPOUND,
            YieldConvention.US_STREET,
            YieldConvention.US_TREASURY,
            YieldConvention.TRUE_YIELD,
            YieldConvention.ICMA_ANNUAL,
            YieldConvention.CONTINUOUS,
            YieldConvention.JGB_SIMPLE,
            YieldConvention.MONEY_MARKET);

    private static void solves(BondPricing pricing, double yield) {
        double clean = pricing.cleanPriceFromYield(yield);
        YieldSolution solution = pricing.solveYieldFromCleanPrice(clean);
        double price = Math.max(100.0, solution.dirtyPrice());
        // Half a bit of the yield is all that a double can be off; where that moves the price further, it may.
        double lastBit = Math.ulp(yield) * pricing.modifiedDuration(yield) * solution.dirtyPrice();
        assertThat(Math.abs(solution.residual()))
                .as("%s at %s", pricing, yield)
                .isLessThanOrEqualTo(1e-14 * price + 2.0 * lastBit);
        assertThat(solution.yield()).isBetween(solution.lowerYield(), solution.upperYield());
        assertThat(solution.upperYield() - solution.lowerYield())
                .as("bracket of %s", pricing)
                .isLessThanOrEqualTo(1e-9 * (1.0 + Math.abs(yield)));
    }

    @ParameterizedTest
    @CsvSource({"0.40", "0.10", "0.02", "0.0", "-0.005", "-0.019"})
    void bondsOfAHundredYearsHaveAYield(double yield) {
        FixedCouponBond century = FixedCouponBond.of(BondConventions.US_TREASURY, 0.021, "1999-06-30", "2099-06-30");
        for (YieldConvention convention : CONVENTIONS) {
            BondPricing pricing = BondPricing.of(century, LocalDate.of(1999, 9, 17), convention);
            if (yield > pricing.lowestYield() + 1e-4) {
                solves(pricing, yield);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.40", "0.02", "0.0", "-0.019", "-1.9"})
    void bondsHaveAYieldOnTheirLastDay(double yield) {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.05, "2020-05-15", "2030-05-15");
        for (YieldConvention convention : CONVENTIONS) {
            BondPricing pricing = BondPricing.of(bond, LocalDate.of(2030, 5, 14), convention);
            if (yield > pricing.lowestYield()) {
                solves(pricing, yield);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.9, -1.5, -1.0, -0.5, -0.2})
    void yieldsFarBelowZeroComeBack(double yield) {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.05, "2020-05-15", "2030-05-15");
        solves(BondPricing.of(bond, LocalDate.of(2025, 3, 17), YieldConvention.COMPOUND), yield);
        solves(BondPricing.of(bond, LocalDate.of(2025, 3, 17), YieldConvention.US_TREASURY), yield);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 1.0, 1e4, 1e8})
    void pricesFarFromParHaveAYield(double price) {
        for (String maturity : List.of("2027-05-15", "2036-05-15", "2056-05-15")) {
            FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.05, "2020-05-15", maturity);
            BondPricing pricing = BondPricing.of(bond, LocalDate.of(2025, 3, 17));
            double yield;
            try {
                yield = pricing.yieldFromDirtyPrice(price);
            } catch (NotConverged beyond) { // 1e-6 for a short bond is a yield past a million
                assertThat(pricing.dirtyPriceFromYield(999_999.0)).isGreaterThan(price);
                continue;
            }
            assertThat(pricing.dirtyPriceFromYield(yield)).isCloseTo(price, within(1e-12 * price));
        }
    }

    @Test
    void aPriceWithoutTimeToMaturityHasNoYield() {
        BondConvention convention =
                BondConvention.builder("X").dayCount(DayCounts.THIRTY_E_360).build();
        LocalDate settlement = LocalDate.of(2030, 8, 30); // a day before 31 August, and no time at all by 30E/360
        for (YieldConvention yieldConvention : List.of(
                YieldConvention.COMPOUND,
                YieldConvention.US_STREET,
                YieldConvention.ICMA_ANNUAL,
                YieldConvention.CONTINUOUS)) {
            FixedCouponBond bond = FixedCouponBond.of(convention, 0.05, "2020-08-31", "2030-08-31");
            BondPricing pricing = BondPricing.of(bond, settlement, yieldConvention);
            assertThat(pricing.dirtyPriceFromYield(0.05)).isCloseTo(100.0 + 5.0 * 182.0 / 360.0, within(1e-12));
            assertThat(pricing.lowestYield()).isFinite();
            assertThatThrownBy(() -> pricing.yieldFromDirtyPrice(101.0))
                    .isInstanceOfSatisfying(NotConverged.class, none -> {
                        assertThat(none.code()).isEqualTo(CoreErrorCode.NOT_CONVERGED);
                        assertThat(none.estimate()).isFinite();
                        assertThat(none.residual()).isFinite();
                        assertThat(none.iterations()).isNotNegative();
                    });
            assertThatThrownBy(() -> pricing.yieldValueOf32nd(0.05)).isInstanceOf(InvalidInput.class);
            ZeroCouponBond zero = ZeroCouponBond.of(convention, LocalDate.of(2020, 8, 31), LocalDate.of(2030, 8, 31));
            BondPricing zeroPricing = BondPricing.of(zero, settlement, yieldConvention);
            assertThatThrownBy(() -> zeroPricing.yieldFromDirtyPrice(99.0)).isInstanceOf(NotConverged.class);
        }
    }

    @Test
    void aJapaneseYieldNeedsACleanPrice() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.JP_JGB, 0.05, "2025-06-20", "2035-06-20");
        BondPricing pricing = BondPricing.of(bond, LocalDate.of(2025, 12, 1));
        assertThatThrownBy(() -> pricing.yieldFromDirtyPrice(0.5 * pricing.accruedInterest()))
                .isInstanceOfSatisfying(
                        NotConverged.class, none -> assertThat(none.estimate()).isFinite());
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.0, 1e-3", "0.05, 0.0, 0.4", "0.05, 0.01, 0.021", "0.05, -0.02, -0.03", "1.0, 0.0, 5.0"})
    void perpetualBondsHaveAYield(double coupon, double growth, double yield) {
        BondConvention convention = BondConvention.builder("X").build();
        PerpetualBond bond = new PerpetualBond(
                convention, LocalDate.of(2020, 5, 15), LocalDate.of(2020, 11, 15), coupon, growth, null);
        for (int day = 0; day < 181; day += 30) {
            BondPricing pricing =
                    BondPricing.of(bond, LocalDate.of(2020, 11, 15).plusDays(day));
            double price = pricing.dirtyPriceFromYield(yield);
            assertThat(pricing.yieldFromDirtyPrice(price)).isCloseTo(yield, within(1e-13 * (1.0 + Math.abs(yield))));
        }
    }
}
