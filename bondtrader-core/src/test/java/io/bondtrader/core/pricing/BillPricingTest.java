package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BillPricingTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    @Property(tries = 500)
    void everyRateComesBackFromItsPrice(
            @ForAll @IntRange(min = 1, max = 731) int days, @ForAll @DoubleRange(min = -0.05, max = 0.40) double rate) {
        BillPricing bill = BillPricing.of(SETTLEMENT, SETTLEMENT.plusDays(days));
        double resolution = 1e-15 * 365.0 / days + 1e-15;
        assertThat(bill.discountRateFromPrice(bill.priceFromDiscountRate(rate))).isCloseTo(rate, within(resolution));
        assertThat(bill.moneyMarketYieldFromPrice(bill.priceFromMoneyMarketYield(rate)))
                .isCloseTo(rate, within(2.0 * resolution));
        assertThat(bill.bondEquivalentYieldFromPrice(bill.priceFromBondEquivalentYield(rate)))
                .isCloseTo(rate, within(2.0 * resolution));
    }

    @Property(tries = 500)
    void everyPriceComesBackFromItsRates(
            @ForAll @IntRange(min = 1, max = 731) int days, @ForAll @DoubleRange(min = 1.0, max = 120.0) double price) {
        BillPricing bill = BillPricing.of(SETTLEMENT, SETTLEMENT.plusDays(days));
        assertThat(bill.priceFromDiscountRate(bill.discountRateFromPrice(price)))
                .isCloseTo(price, within(1e-12));
        assertThat(bill.priceFromMoneyMarketYield(bill.moneyMarketYieldFromPrice(price)))
                .isCloseTo(price, within(1e-12));
        assertThat(bill.priceFromBondEquivalentYield(bill.bondEquivalentYieldFromPrice(price)))
                .isCloseTo(price, within(1e-12));
        double continuous = bill.continuousYieldFromPrice(price);
        assertThat(100.0 * StrictMath.exp(-continuous * days / 365.0)).isCloseTo(price, within(1e-12));
        if (price > 20.0) {
            double effective = bill.effectiveAnnualYieldFromPrice(price);
            assertThat(effective).isCloseTo(StrictMath.expm1(continuous), within(1e-12 * (1.0 + effective)));
        }
        assertThat(bill.priceFromDiscountRate(0.05) - bill.priceFromDiscountRate(0.0501))
                .isCloseTo(bill.dv01PerDiscountBasisPoint(), within(1e-12));
    }

    @Test
    void theBondEquivalentYieldHasNoStepAtHalfAYear() {
        BillPricing before = BillPricing.of(SETTLEMENT, SETTLEMENT.plusDays(182)); // half a year of 365 days is 182.5
        BillPricing after = BillPricing.of(SETTLEMENT, SETTLEMENT.plusDays(183));
        assertThat(before.priceFromBondEquivalentYield(0.05))
                .isCloseTo(100.0 / (1.0 + 0.05 * 182 / 365.0), within(1e-13));
        assertThat(after.priceFromBondEquivalentYield(0.05))
                .isCloseTo(100.0 / ((1.0 + 0.5 / 365.0 * 0.05) * 1.025), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-28, 365", // to 28 February 2024: the leap day lies behind it
        "2023-03-01, 366",
        "2024-02-28, 366",
        "2024-02-29, 365", // that 29 February itself does not lie after settlement
        "2024-03-01, 365",
        "2026-03-17, 365",
        "2099-06-01, 365", // 2100 is no leap year
        "1999-06-01, 366" // 2000 is one
    })
    void theYearHas366DaysIfItHoldsALeapDay(LocalDate settlement, int basis) {
        assertThat(BillPricing.of(settlement, settlement.plusDays(90)).yearBasis())
                .isEqualTo(basis);
    }

    @Test
    void aBillIsPricedWithinItsLife() {
        Bill bill = Bill.of(BondConventions.US_BILL, SETTLEMENT, SETTLEMENT.plusDays(91));
        assertThat(BillPricing.of(bill, SETTLEMENT).days()).isEqualTo(91);
        assertThat(BillPricing.of(bill, SETTLEMENT.plusDays(90)).toString()).contains("1 days");
        assertThatThrownBy(() -> BillPricing.of(bill, SETTLEMENT.minusDays(1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("settlement");
        assertThatThrownBy(() -> BillPricing.of(bill, SETTLEMENT.plusDays(91)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("maturity");
        assertThat(BillPricing.of(SETTLEMENT, SETTLEMENT.plusYears(2)).days()).isEqualTo(731);
        assertThatThrownBy(
                        () -> BillPricing.of(SETTLEMENT, SETTLEMENT.plusYears(2).plusDays(1)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBillsOwnYieldIsItsMoneyMarketYield() {
        Bill bill = Bill.of(BondConventions.US_BILL, SETTLEMENT, SETTLEMENT.plusDays(91));
        BondPricing pricing = BondPricing.of(bill, SETTLEMENT);
        double price = BillPricing.of(bill, SETTLEMENT).priceFromMoneyMarketYield(0.04);
        assertThat(pricing.cleanPriceFromYield(0.04)).isCloseTo(price, within(1e-13));
        assertThat(pricing.roundedCleanPriceFromYield(0.04)).isEqualTo(Math.rint(price * 1e6) / 1e6);
        assertThat(pricing.method()).isEqualTo("simple interest");
        assertThat(pricing.averageLife()).isCloseTo(91.0 / 365.0, within(1e-15));
        assertThat(pricing.currentYield(99.0)).isZero();
    }
}
