package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.ConventionCheck.Mismatch;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ConventionCheckTest {

    private static final BondConvention TREASURY = BondConventions.US_TREASURY;

    @Test
    void aTreasuryNoteFitsTheTreasuryConvention() {
        FixedCouponBond note =
                treasury(TREASURY, 0.0425, "2025-11-15", "2035-11-15").withIdentifier(Cusip.of("912828U81"));

        assertThat(ConventionCheck.mismatches(note, TREASURY)).isEmpty();
        ConventionCheck.require(note, TREASURY);
    }

    static Stream<Arguments> alterations() {
        Map<String, UnaryOperator<BondConventionBuilder>> alterations = Map.ofEntries(
                Map.entry("dayCount", b -> b.dayCount(DayCounts.THIRTY_U_360)),
                Map.entry("currency", b -> b.currency("CAD")),
                Map.entry("calendar", b -> b.calendar("UK")),
                Map.entry("settlementDays", b -> b.settlementDays(2)),
                Map.entry("couponRule", b -> b.couponRule(CouponRule.EQUAL_PARTS)),
                Map.entry("exCoupon", b -> b.exCoupon(ExCouponRule.calendarDays(7))),
                Map.entry("yieldConvention", b -> b.yieldConvention(YieldConvention.COMPOUND)),
                Map.entry("accruedRounding", b -> b.accruedRounding(DecimalRounding.halfUp(6))),
                Map.entry("priceRounding", b -> b.priceRounding(DecimalRounding.truncated(3))),
                Map.entry("frequency", b -> b.frequency(Frequency.ANNUAL)),
                Map.entry("endOfMonth", b -> b.endOfMonth(false)));
        return alterations.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void eachTermThatDiffersIsFoundAndNoOther(String term, UnaryOperator<BondConventionBuilder> alteration) {
        BondConvention altered = alteration.apply(TREASURY.toBuilder()).build();
        FixedCouponBond bond = treasury(altered, 0.0425, "2025-11-15", "2035-11-15");

        assertThat(ConventionCheck.mismatches(bond, TREASURY))
                .extracting(Mismatch::term)
                .containsExactly(term);
    }

    @Test
    void aTreasuryCouponIsAMultipleOfAnEighthOfAPercent() {
        assertThat(ConventionCheck.mismatches(treasury(TREASURY, 0.0426, "2025-11-15", "2035-11-15"), TREASURY))
                .containsExactly(new Mismatch("couponRate", "0.0426", "a multiple of 1/8 percent"));
        assertThat(ConventionCheck.mismatches(treasury(TREASURY, 0.00125, "2025-11-15", "2035-11-15"), TREASURY))
                .isEmpty();
    }

    @Test
    void theTreasurySellsNothingLongerThanThirtyYears() {
        assertThat(ConventionCheck.mismatches(treasury(TREASURY, 0.04, "2025-11-15", "2065-11-15"), TREASURY))
                .extracting(Mismatch::term)
                .containsExactly("maturity");
        assertThat(ConventionCheck.mismatches(treasury(TREASURY, 0.04, "2025-11-15", "2055-11-15"), TREASURY))
                .isEmpty();
    }

    @Test
    void anIsinOfAnotherCountryIsFound() {
        FixedCouponBond bund = treasury(BondConventions.DE_BUND, 0.025, "2025-01-04", "2035-01-04");

        assertThat(ConventionCheck.mismatches(bund.withIdentifier(Isin.of("US0378331005")), BondConventions.DE_BUND))
                .containsExactly(new Mismatch("identifier", "US0378331005", "an ISIN of DE"));
        assertThat(ConventionCheck.mismatches(bund.withIdentifier(Isin.of("DE0001102309")), BondConventions.DE_BUND))
                .isEmpty();
    }

    @Test
    void aGiltIsNumberedInGreatBritainAndNotByCusip() {
        FixedCouponBond gilt = treasury(BondConventions.UK_GILT, 0.08, "1996-06-07", "2021-06-07");

        assertThat(ConventionCheck.mismatches(gilt.withIdentifier(Isin.of("GB0009997999")), BondConventions.UK_GILT))
                .isEmpty();
        assertThat(ConventionCheck.mismatches(gilt.withIdentifier(Cusip.of("037833100")), BondConventions.UK_GILT))
                .containsExactly(new Mismatch("identifier", "037833100", "an ISIN of GB"));
    }

    @Test
    void aCorporateCusipIsNoTreasurys() {
        FixedCouponBond note =
                treasury(TREASURY, 0.0425, "2025-11-15", "2035-11-15").withIdentifier(Cusip.of("037833100"));

        assertThat(ConventionCheck.mismatches(note, TREASURY))
                .extracting(Mismatch::rule)
                .containsExactly("a CUSIP of the US Treasury (912…)");
    }

    @Test
    void anInternationalBondIsNumberedAnywhere() {
        FixedCouponBond bond = treasury(BondConventions.EUROBOND, 0.031, "2025-01-15", "2032-01-15")
                .withIdentifier(Isin.of("US0378331005"));

        assertThat(ConventionCheck.mismatches(bond, BondConventions.EUROBOND)).isEmpty();
    }

    @Test
    void everyKindOfBondIsLookedAt() {
        CouponDates annual =
                CouponDates.of(LocalDate.of(2025, 1, 15), LocalDate.of(2027, 1, 15), Frequency.ANNUAL, true);
        List<Bond> bonds = List.of(
                StepUpBond.of(TREASURY, annual, List.of(0.01, 0.02)),
                AmortisingBond.linear(TREASURY, annual, 0.01),
                new InflationLinkedBond(TREASURY, annual, 0.01, Indexation.US_TIPS, 300.0, true, null),
                new CallableBond(
                        new FixedCouponBond(TREASURY, annual, 0.01, null),
                        List.of(new ExerciseRight(LocalDate.of(2026, 1, 15), 100.0, ExerciseRight.Kind.CALL))));

        for (Bond bond : bonds) {
            assertThat(ConventionCheck.mismatches(bond, TREASURY))
                    .as(bond.getClass().getSimpleName())
                    .containsExactly(new Mismatch("frequency", "ANNUAL", "SEMIANNUAL"));
        }
    }

    @Test
    void aRefusalNamesEveryTermThatDoesNotFit() {
        FixedCouponBond bond = treasury(BondConventions.UK_GILT, 0.0426, "2025-11-15", "2035-11-15");

        assertThatThrownBy(() -> ConventionCheck.require(bond, TREASURY))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.code()).isEqualTo(CoreErrorCode.CONVENTION_MISMATCH);
                    assertThat(refused)
                            .hasMessageContaining("currency")
                            .hasMessageContaining("couponRate")
                            .hasMessageContaining("US_TREASURY");
                    assertThat(refused.clientMessage()).doesNotContain("GBP").startsWith("BT-1003");
                });
    }

    private static FixedCouponBond treasury(BondConvention convention, double rate, String start, String maturity) {
        return FixedCouponBond.of(convention, rate, start, maturity);
    }

    @Test
    void aCallableBondIsHeldToTheCouponRuleOfItsStraightPart() {
        FixedCouponBond straight = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0426, "2025-11-15", "2035-11-15");
        CallableBond callable = new CallableBond(
                straight,
                java.util.List.of(
                        new ExerciseRight(java.time.LocalDate.of(2030, 11, 15), 100.0, ExerciseRight.Kind.CALL)));

        assertThat(ConventionCheck.mismatches(callable, BondConventions.US_TREASURY))
                .extracting(ConventionCheck.Mismatch::term)
                .containsExactly("couponRate");
    }

    @Test
    void anotherPaymentConventionIsFound() {
        BondConvention own = BondConventions.US_TREASURY.toBuilder()
                .paymentConvention(io.bondtrader.core.time.BusinessDayConvention.PRECEDING)
                .build();

        assertThat(ConventionCheck.mismatches(
                        FixedCouponBond.of(own, 0.0425, "2025-11-15", "2035-11-15"), BondConventions.US_TREASURY))
                .extracting(ConventionCheck.Mismatch::term)
                .containsExactly("paymentConvention");
    }
}
