package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bill;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PriceExplanationTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 15);
    private static final LocalDate SETTLEMENT = LocalDate.of(2025, 7, 8);
    private static final CouponDates THREE_YEARS =
            CouponDates.of(START, LocalDate.of(2028, 1, 15), Frequency.ANNUAL, true);
    private static final Bond NOTE = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-01-15", "2035-01-15");

    static Stream<Arguments> bondsAndConventions() {
        List<Bond> bonds = List.of(
                NOTE,
                FixedCouponBond.of(BondConventions.UK_GILT, 0.04, "2025-01-15", "2035-07-15"),
                FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-01-15", "2025-07-15"),
                FixedCouponBond.of(BondConventions.BR_NTN_F, 0.10, "2025-01-01", "2031-01-01"),
                ZeroCouponBond.of(BondConventions.US_TREASURY, START, LocalDate.of(2044, 8, 15)),
                Bill.of(BondConventions.US_BILL, START, LocalDate.of(2025, 12, 11)),
                StepUpBond.of(BondConventions.EUROBOND, THREE_YEARS, List.of(0.02, 0.03, 0.04)),
                AmortisingBond.linear(BondConventions.EUROBOND, THREE_YEARS, 0.03));
        List<YieldConvention> conventions = List.of(
                YieldConvention.US_STREET,
                YieldConvention.US_TREASURY,
                YieldConvention.COMPOUND,
                YieldConvention.ICMA_ANNUAL,
                YieldConvention.CONTINUOUS,
                YieldConvention.MONEY_MARKET,
                YieldConvention.TRUE_YIELD);
        return bonds.stream().flatMap(bond -> conventions.stream().map(convention -> Arguments.of(bond, convention)));
    }

    @ParameterizedTest
    @MethodSource("bondsAndConventions")
    void thePresentValuesAddUpToThePrice(Bond bond, YieldConvention convention) {
        BondPricing pricing = BondPricing.of(bond, SETTLEMENT, convention);
        PriceExplanation explanation = pricing.explain(0.047);

        assertThat(explanation.dirtyPrice()).isEqualTo(pricing.dirtyPriceFromYield(0.047), within(1e-11));
        assertThat(explanation.cleanPrice()).isEqualTo(pricing.cleanPriceFromYield(0.047), within(1e-11));
        assertThat(explanation.rows()).hasSameSizeAs(pricing.cashFlows());
        for (PriceExplanation.Row row : explanation.rows()) {
            assertThat(row.presentValue())
                    .isEqualTo((row.coupon() + row.principal()) * row.discountFactor(), within(1e-13));
            assertThat(row.discountFactor()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aGiltInItsExCouponPeriodPaysTheNextCouponToTheSeller() {
        Bond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.04, "2025-01-15", "2035-07-15");
        PriceExplanation explanation = BondPricing.of(gilt, SETTLEMENT).explain(0.04);

        assertThat(explanation.rows().get(0).coupon()).isZero();
        assertThat(explanation.rows().get(1).coupon()).isEqualTo(2.0);
        assertThat(explanation.accruedInterest()).isNegative();
    }

    /** One coupon left, in Canada: simple interest by ACT/365 over the last seven days, whatever accrues by what. */
    @Test
    void theLastPeriodIsExplainedByTheDayCountOfItsSimpleInterest() {
        Bond bond = FixedCouponBond.of(BondConventions.CA_GOVERNMENT, 0.04, "2025-01-15", "2025-07-15");
        PriceExplanation.Row row =
                BondPricing.of(bond, SETTLEMENT).explain(0.05).rows().get(0);

        assertThat(row.years()).isEqualTo(7.0 / 365.0);
        assertThat(row.presentValue()).isEqualTo(102.0 / (1.0 + 0.05 * 7.0 / 365.0), within(1e-12));
    }

    @Test
    void theTableHasAHeadingALineForEachFlowAndASumAndEveryColumnIsAligned() {
        List<String> lines = BondPricing.of(NOTE, SETTLEMENT)
                .explain(0.04)
                .toString()
                .lines()
                .toList();

        assertThat(lines).hasSize(1 + 20 + 1);
        assertThat(lines.subList(1, 21)).allSatisfy(line -> assertThat(line).hasSameSizeAs(lines.get(0)));
        assertThat(lines.get(1)).startsWith("2025-07-15    2.000000    0.000000");
        assertThat(lines.get(20)).startsWith("2035-01-15    2.000000  100.000000");
        assertThat(lines.get(21)).startsWith("dirty price ").contains("at yield 0.040000000");
    }

    @Test
    void aSimpleYieldAndAPerpetualBondDiscountNoSingleFlows() {
        Bond jgb = FixedCouponBond.of(BondConventions.JP_JGB, 0.01, "2025-01-15", "2035-01-15");
        PerpetualBond consol = PerpetualBond.of(BondConventions.UK_GILT, START, LocalDate.of(2025, 7, 15), 0.035);

        assertThatThrownBy(() -> BondPricing.of(jgb, SETTLEMENT).explain(0.01)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BondPricing.of(consol, SETTLEMENT).explain(0.04))
                .isInstanceOf(InvalidInput.class);
    }
}
