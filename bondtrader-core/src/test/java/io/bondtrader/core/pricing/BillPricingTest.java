package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BillPricingTest {

    private static final BillPricing HALF_YEAR = BillPricing.of(LocalDate.of(1982, 12, 30), LocalDate.of(1983, 6, 30));

    /** 31 CFR Part 356, Appendix B, section VI.C: 182 days at 95.934567. */
    @Test
    void theDiscountRateOfTheRegulationsExample() {
        assertThat(HALF_YEAR.days()).isEqualTo(182);
        assertThat(HALF_YEAR.discountRateFromPrice(95.934567)).isEqualTo(0.080415158, within(0.5e-9));
    }

    /** The same, section VI.D.2: 364 days at 92.265, more than half a year. */
    @Test
    void theBondEquivalentYieldOfTheRegulationsLongExample() {
        BillPricing year = BillPricing.of(LocalDate.of(1990, 6, 7), LocalDate.of(1991, 6, 6));

        assertThat(year.days()).isEqualTo(364);
        assertThat(year.yearBasis()).isEqualTo(365);
        assertThat(year.bondEquivalentYieldFromPrice(92.265)).isEqualTo(0.082373244, within(0.5e-9));
    }

    /** The documented example of a spreadsheet's TBILLYIELD: 9.141696%. */
    @Test
    void theMoneyMarketYieldOfThePublishedExample() {
        BillPricing bill = BillPricing.of(LocalDate.of(2008, 3, 31), LocalDate.of(2008, 6, 1));

        assertThat(bill.moneyMarketYieldFromPrice(98.45)).isEqualTo(0.09141696, within(0.5e-8));
    }

    @Test
    void ratesAreWhatTheirDefinitionsSay() {
        assertThat(HALF_YEAR.priceFromDiscountRate(0.08))
                .isEqualTo(100.0 * (1.0 - 0.08 * 182.0 / 360.0), within(1e-13));
        assertThat(HALF_YEAR.priceFromMoneyMarketYield(0.08))
                .isEqualTo(100.0 / (1.0 + 0.08 * 182.0 / 360.0), within(1e-13));
        assertThat(HALF_YEAR.priceFromBondEquivalentYield(0.08))
                .isEqualTo(100.0 / (1.0 + 0.08 * 182.0 / 365.0), within(1e-13));
        assertThat(HALF_YEAR.continuousYieldFromPrice(96.0))
                .isEqualTo(-StrictMath.log(0.96) * 365.0 / 182.0, within(1e-15));
        assertThat(HALF_YEAR.effectiveAnnualYieldFromPrice(96.0))
                .isEqualTo(StrictMath.pow(0.96, -365.0 / 182.0) - 1.0, within(1e-15));
        assertThat(HALF_YEAR.dv01PerDiscountBasisPoint())
                .isEqualTo(
                        HALF_YEAR.priceFromDiscountRate(0.0799) - HALF_YEAR.priceFromDiscountRate(0.08), within(1e-12));
    }

    /** 29 February counts where it lies within the year after settlement, not only before maturity. */
    @ParameterizedTest
    @CsvSource({
        "2023-02-28, 2023-08-29, 365",
        "2023-03-01, 2023-08-29, 366",
        "2024-02-28, 2024-05-28, 366",
        "2024-02-29, 2024-05-28, 365",
        "2024-03-01, 2024-05-28, 365",
        "1899-06-01, 1899-12-01, 365"
    })
    void theYearBasisIsTheLengthOfTheYearAfterSettlement(LocalDate settlement, LocalDate maturity, int basis) {
        assertThat(BillPricing.of(settlement, maturity).yearBasis()).isEqualTo(basis);
    }

    @Test
    void aBillIsPricedFromItsIssueToTheDayBeforeItsMaturity() {
        Bill bill = Bill.of(BondConventions.US_BILL, LocalDate.of(2025, 1, 2), LocalDate.of(2025, 7, 3));

        assertThat(BillPricing.of(bill, LocalDate.of(2025, 1, 2)).days()).isEqualTo(182);
        assertThat(BillPricing.of(bill, LocalDate.of(2025, 7, 2)).days()).isEqualTo(1);
        assertThatThrownBy(() -> BillPricing.of(bill, LocalDate.of(2025, 1, 1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BillPricing.of(bill, LocalDate.of(2025, 7, 3))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aMaturityBeyondTwoYearsIsNoBills() {
        LocalDate settlement = LocalDate.of(2025, 1, 2);

        assertThatThrownBy(() -> BillPricing.of(settlement, LocalDate.of(2027, 1, 3)))
                .isInstanceOf(InvalidInput.class);
        assertThat(BillPricing.of(settlement, LocalDate.of(2027, 1, 2)).days()).isEqualTo(730);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE})
    void aPriceThatIsNotPositiveAndFiniteHasNoRate(double price) {
        for (DoubleUnaryOperator rate : List.<DoubleUnaryOperator>of(
                HALF_YEAR::discountRateFromPrice,
                HALF_YEAR::moneyMarketYieldFromPrice,
                HALF_YEAR::bondEquivalentYieldFromPrice,
                HALF_YEAR::continuousYieldFromPrice,
                HALF_YEAR::effectiveAnnualYieldFromPrice)) {
            assertThatThrownBy(() -> rate.applyAsDouble(price)).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aRateThatIsNoNumberHasNoPrice(double rate) {
        BillPricing year = BillPricing.of(LocalDate.of(1990, 6, 7), LocalDate.of(1991, 6, 6));
        for (DoubleUnaryOperator price : List.<DoubleUnaryOperator>of(
                HALF_YEAR::priceFromDiscountRate,
                HALF_YEAR::priceFromMoneyMarketYield,
                HALF_YEAR::priceFromBondEquivalentYield,
                year::priceFromBondEquivalentYield)) {
            assertThatThrownBy(() -> price.applyAsDouble(rate)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aRateThatLeavesNothingOfThePriceIsRefused() {
        assertThatThrownBy(() -> HALF_YEAR.priceFromDiscountRate(360.0 / 182.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HALF_YEAR.priceFromMoneyMarketYield(-2.0)).isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void everyRateOfAPriceLeadsBackToThePrice(
            @ForAll @IntRange(min = 1, max = 730) int days,
            @ForAll @DoubleRange(min = 50.0, max = 110.0) double price) {
        LocalDate settlement = LocalDate.of(2023, 3, 17);
        BillPricing bill = BillPricing.of(settlement, settlement.plusDays(days));

        assertThat(bill.priceFromDiscountRate(bill.discountRateFromPrice(price)))
                .isEqualTo(price, within(1e-12));
        assertThat(bill.priceFromMoneyMarketYield(bill.moneyMarketYieldFromPrice(price)))
                .isEqualTo(price, within(1e-12));
        assertThat(bill.priceFromBondEquivalentYield(bill.bondEquivalentYieldFromPrice(price)))
                .isEqualTo(price, within(1e-12));
        double years = days / 365.0;
        assertThat(100.0 * StrictMath.exp(-bill.continuousYieldFromPrice(price) * years))
                .isEqualTo(price, within(1e-12));
        // Far above par an effective yield nears −1, where a double keeps few digits of what is left.
        double below = 200.0 - Math.max(100.0, price);
        assertThat(100.0 * StrictMath.pow(1.0 + bill.effectiveAnnualYieldFromPrice(below), -years))
                .isEqualTo(below, within(1e-11));
    }

    @Property(tries = 200)
    void aDiscountRateIsBelowTheYieldsOfTheSameDiscount(
            @ForAll @IntRange(min = 1, max = 182) int days,
            @ForAll @DoubleRange(min = 50.0, max = 99.99) double price) {
        LocalDate settlement = LocalDate.of(2025, 3, 17);
        BillPricing bill = BillPricing.of(settlement, settlement.plusDays(days));

        double money = bill.moneyMarketYieldFromPrice(price);
        assertThat(bill.discountRateFromPrice(price)).isLessThan(money);
        assertThat(bill.bondEquivalentYieldFromPrice(price))
                .isEqualTo(money * 365.0 / 360.0, within(1e-13 * (1 + money)));
    }
}
