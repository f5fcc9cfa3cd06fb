package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BondTermsTest {

    private static final BondConvention MARKET = BondConventions.US_TREASURY;
    private static final LocalDate START = LocalDate.of(2025, 11, 15);
    private static final LocalDate END = LocalDate.of(2027, 11, 15);
    private static final CouponDates DATES = CouponDates.of(START, END, Frequency.SEMIANNUAL, true);

    // ---- rounding --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "1.0000005, 6, 1.000001",
        "-1.0000005, 6, -1.000001",
        "1.00000049, 6, 1.0",
        "2.675, 2, 2.68",
        "1.005, 2, 1.01",
        "0.5, 0, 1.0",
        "99.0578925, 6, 99.057893"
    })
    void tiesAreRoundedAwayFromZeroAsTheyAreWritten(double value, int decimals, double rounded) {
        assertThat(DecimalRounding.halfUp(decimals).round(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"1.9999999, 3, 1.999", "-1.9999999, 3, -1.999", "0.3, 1, 0.3", "0.29999999999999998, 1, 0.3"})
    void truncationCutsTowardsZero(double value, int decimals, double cut) {
        assertThat(DecimalRounding.truncated(decimals).round(value)).isEqualTo(cut);
    }

    @Test
    void roundingSaysWhatItDoesAndRefusesWhatItCannot() {
        assertThat(DecimalRounding.NONE.round(1.23456789)).isEqualTo(1.23456789);
        assertThat(DecimalRounding.NONE).hasToString("unrounded");
        assertThat(DecimalRounding.halfUp(6)).hasToString("6 decimals HALF_UP");
        assertThatThrownBy(() -> DecimalRounding.NONE.round(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecimalRounding.halfUp(16)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new DecimalRounding(2, RoundingMode.UNNECESSARY))
                .isInstanceOf(InvalidInput.class);
    }

    // ---- dates -----------------------------------------------------------------------------------------------------

    @Test
    void couponDatesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new CouponDates(START, END, Frequency.SEMIANNUAL, true, START.plusMonths(5), null))
                .hasMessageContaining("firstCouponDate");
        assertThatThrownBy(() -> new CouponDates(START, END, Frequency.SEMIANNUAL, true, START, null))
                .hasMessageContaining("firstCouponDate");
        assertThatThrownBy(() -> new CouponDates(START, END, Frequency.SEMIANNUAL, true, END.plusMonths(6), null))
                .hasMessageContaining("firstCouponDate");
        assertThatThrownBy(() -> new CouponDates(START, END, Frequency.SEMIANNUAL, true, null, END))
                .hasMessageContaining("penultimateCouponDate");
        assertThatThrownBy(() -> new CouponDates(START, END, Frequency.SEMIANNUAL, true, null, START))
                .hasMessageContaining("penultimateCouponDate");
        assertThatThrownBy(() -> CouponDates.of(LocalDate.of(1599, 12, 31), END, Frequency.ANNUAL, true))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        CouponDates.of(LocalDate.of(2900, 1, 1), LocalDate.of(3001, 1, 1), Frequency.ANNUAL, true))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aThirtyFirstRollsOnMonthEndsWhateverTheFlagSays() {
        LocalDate maturity = LocalDate.of(2030, 5, 31);
        assertThat(CouponDates.of(START, maturity, Frequency.QUARTERLY, false).rollsOnMonthEnds())
                .isTrue();
        LocalDate november = LocalDate.of(2030, 11, 30);
        assertThat(CouponDates.of(START, november, Frequency.QUARTERLY, false).rollsOnMonthEnds())
                .isFalse();
        assertThat(CouponDates.of(START, november, Frequency.QUARTERLY, true).rollsOnMonthEnds())
                .isTrue();
        assertThat(CouponDates.of(START, november, Frequency.QUARTERLY, true).roll(-1))
                .isEqualTo("2030-08-31");
    }

    /** A long first period is measured against quasi-coupon periods at the true month ends (ICMA Rule 251). */
    @Test
    void quasiCouponPeriodsKeepTheThirtyFirst() {
        CouponDates dates = new CouponDates(
                LocalDate.of(2018, 10, 27),
                LocalDate.of(2031, 5, 31),
                Frequency.QUARTERLY,
                false,
                LocalDate.of(2019, 2, 28),
                null);
        CouponPeriods periods = CouponPeriods.of(dates, DayCounts.ACT_ACT_ICMA);
        // 27 October to 30 November of the 91 days since 31 August, and a whole quarter.
        assertThat(periods.fraction(0)).isCloseTo((34.0 / 91.0 + 1.0) / 4.0, within(1e-15));
        assertThat(periods.isRegular(0)).isFalse();
        assertThat(periods.frequency()).isEqualTo(Frequency.QUARTERLY);
    }

    @Test
    void periodsEndEarlyWhereTheyAreCut() {
        CouponPeriods periods = CouponPeriods.of(DATES, DayCounts.ACT_ACT_ICMA);
        CouponPeriods cut = periods.until(LocalDate.of(2026, 8, 1));
        assertThat(cut.count()).isEqualTo(2);
        assertThat(cut.end(1)).isEqualTo("2026-08-01");
        assertThat(cut.isRegular(0)).isTrue();
        assertThat(cut.isRegular(1)).isFalse();
        assertThat(cut.fraction(1)).isCloseTo(0.5 * 78 / 184, within(1e-15));
        assertThat(cut.fractionTo(1, LocalDate.of(2026, 8, 1))).isEqualTo(cut.fraction(1));
        CouponPeriods whole = periods.until(END);
        assertThat(whole.count()).isEqualTo(4);
        assertThat(whole.isRegular(3)).isTrue();
        assertThat(whole.toString()).contains("2027-11-15");
        assertThatThrownBy(() -> periods.until(START)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> periods.until(END.plusDays(1))).isInstanceOf(InvalidInput.class);
    }

    // ---- kinds of bonds --------------------------------------------------------------------------------------------

    @Test
    void aPoolFactorFallsWithEachRepayment() {
        AmortisingBond bond = AmortisingBond.linear(MARKET, DATES, 0.05);
        assertThat(bond.outstanding()).containsExactly(100.0, 75.0, 50.0, 25.0);
        assertThat(bond.poolFactor(START)).isEqualTo(1.0);
        assertThat(bond.poolFactor(LocalDate.of(2026, 5, 14))).isEqualTo(1.0);
        assertThat(bond.poolFactor(LocalDate.of(2026, 5, 15))).isEqualTo(0.75);
        assertThat(bond.poolFactor(END.minusDays(1))).isEqualTo(0.25);
        assertThatThrownBy(() -> bond.poolFactor(END)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AmortisingBond.of(MARKET, DATES, 0.05, List.of(100.0, 50.0, 60.0, 10.0)))
                .hasMessageContaining("never growing");
    }

    @Test
    void perpetualCouponsKeepTheirDay() {
        BondConvention plain = BondConvention.builder("X").endOfMonth(false).build();
        PerpetualBond bond = PerpetualBond.of(plain, LocalDate.of(2026, 2, 28), LocalDate.of(2026, 8, 31), 0.05);
        assertThat(bond.couponDate(0)).isEqualTo("2026-08-31");
        assertThat(bond.couponDate(1)).isEqualTo("2027-02-28");
        assertThat(bond.couponDate(2)).isEqualTo("2027-08-31");
        assertThat(bond.couponDate(-1)).isEqualTo("2026-02-28");
        assertThatThrownBy(() -> bond.couponDate(100_001)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFloatingNoteAccruesWhatHasBeenFixed() {
        FloatingRateNote note = new FloatingRateNote(
                BondConventions.US_FRN, DATES, "EURIBOR", Tenor.parse("6M"), 0.001, 0.0, new TreeMap<>(), null);
        LocalDate day = LocalDate.of(2025, 12, 15);
        assertThatThrownBy(() -> note.couponRate(day)).isInstanceOf(MissingData.class);
        assertThat(note.withFixing(START, 0.03).couponRate(day)).isEqualTo(0.031);
        assertThat(note.withFixing(START, -0.03).couponRate(day)).isZero(); // the floor
        assertThat(note.withFixing(START, 0.03).accruedInterest(day)).isCloseTo(3.1 * 30 / 360, within(1e-14));
        assertThatThrownBy(() -> note.withFixing(day, 0.03)).hasMessageContaining("fixing date");
        assertThatThrownBy(() -> note.withFixing(START, Double.NaN)).isInstanceOf(InvalidInput.class);
        BondConvention ex = BondConventions.US_FRN.toBuilder()
                .exCoupon(ExCouponRule.calendarDays(7))
                .build();
        FloatingRateNote exNote = new FloatingRateNote(
                        ex, DATES, "EURIBOR", Tenor.parse("6M"), 0.0, null, new TreeMap<>(), null)
                .withFixing(START, 0.036);
        assertThat(exNote.accruedInterest(LocalDate.of(2026, 5, 10))).isCloseTo(-3.6 * 5 / 360, within(1e-14));
        assertThat(note.identifier()).isNull();
    }

    @Test
    void rightsAreKeptInOrderAndWithinTheLifeOfTheBond() {
        FixedCouponBond straight = FixedCouponBond.of(MARKET, 0.05, START, END);
        ExerciseRight late = new ExerciseRight(LocalDate.of(2027, 5, 15), 100.0, ExerciseRight.Kind.CALL);
        ExerciseRight early = new ExerciseRight(LocalDate.of(2026, 5, 15), 101.0, ExerciseRight.Kind.PUT);
        CallableBond bond = new CallableBond(straight, List.of(late, early));
        assertThat(bond.rights()).containsExactly(early, late);
        assertThat(bond.convention()).isEqualTo(MARKET);
        assertThat(bond.identifier()).isNull();
        assertThatThrownBy(() -> new CallableBond(straight, List.of())).hasMessageContaining("rights");
        assertThatThrownBy(() ->
                        new CallableBond(straight, List.of(new ExerciseRight(END, 100.0, ExerciseRight.Kind.CALL))))
                .hasMessageContaining("exercise date");
    }

    // ---- inflation -------------------------------------------------------------------------------------------------

    private static final Map<YearMonth, Double> INDEX =
            Map.of(YearMonth.of(2025, 12), 300.0, YearMonth.of(2026, 1), 303.1, YearMonth.of(2025, 7), 290.0);

    @Test
    void theReferenceIndexMovesByDaysOrByMonths() {
        LocalDate firstOfMonth = LocalDate.of(2026, 3, 1);
        assertThat(Indexation.US_TIPS.referenceIndex(firstOfMonth, INDEX)).isEqualTo(300.0);
        assertThat(Indexation.US_TIPS.referenceIndex(LocalDate.of(2026, 3, 11), INDEX))
                .isEqualTo(301.0);
        assertThat(Indexation.UK_8_MONTH.referenceIndex(LocalDate.of(2026, 3, 31), INDEX))
                .isEqualTo(290.0);
        double before = 0.0;
        for (LocalDate day = firstOfMonth; day.getMonthValue() == 3; day = day.plusDays(1)) {
            double ratio = Indexation.EURO_HICP.indexRatio(Indexation.EURO_HICP.referenceIndex(day, INDEX), 250.0);
            assertThat(ratio).isGreaterThan(before);
            before = ratio;
        }
        assertThatThrownBy(() -> Indexation.US_TIPS.referenceIndex(LocalDate.of(2026, 4, 2), INDEX))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("2026-02");
        assertThatThrownBy(() -> Indexation.US_TIPS.indexRatio(0.0, 100.0)).hasMessageContaining("referenceIndex");
        assertThatThrownBy(() -> Indexation.UK_8_MONTH.indexRatio(1e300, 1e-300))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Indexation.US_TIPS.indexRatio(100.0, Double.NaN))
                .hasMessageContaining("baseIndex");
    }

    @Test
    void tipsCutTheRatioToSixDecimalsBeforeTheyRoundItToFive() {
        // 1.0000049999: six decimals leave 1.000004, five then 1.00000; rounding at once would do the same here,
        // but 1.0000149996 becomes 1.000014 and 1.00001, where rounding to six first would make 1.000015 and 1.00002.
        assertThat(Indexation.US_TIPS.indexRatio(100.00149996, 100.0)).isEqualTo(1.00001);
        assertThat(Indexation.UK_3_MONTH.indexRatio(100.0015, 100.0)).isEqualTo(1.00002);
    }

    @Test
    void aDeflationFloorProtectsTheRedemptionOnly() {
        InflationLinkedBond tips =
                new InflationLinkedBond(BondConventions.US_TIPS, DATES, 0.01, Indexation.US_TIPS, 100.0, true, null);
        InflationLinkedBond gilt =
                new InflationLinkedBond(BondConventions.US_TIPS, DATES, 0.01, Indexation.US_TIPS, 100.0, false, null);
        assertThat(tips.redemption(0.95)).isEqualTo(100.0);
        assertThat(tips.redemption(1.25)).isEqualTo(125.0);
        assertThat(gilt.redemption(0.95)).isEqualTo(95.0);
        assertThatThrownBy(() -> tips.redemption(0.0)).isInstanceOf(InvalidInput.class);
    }

    // ---- conventions -----------------------------------------------------------------------------------------------

    @Test
    void everyConventionIsFoundByItsNameAndNamesItsSource() {
        for (BondConvention convention : BondConventions.all()) {
            assertThat(BondConventions.of(
                            convention.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')))
                    .isSameAs(convention);
            assertThat(convention.source()).isNotBlank();
            assertThat(convention.toBuilder().build()).isEqualTo(convention);
            assertThat(convention).hasToString(convention.name());
        }
        assertThatThrownBy(() -> BondConventions.of("MARS_GOVERNMENT")).hasMessageContaining("US_TREASURY");
    }

    @ParameterizedTest
    @CsvSource({
        "US_TREASURY, 2025-07-03, 2025-07-07", // Independence Day and a weekend
        "UK_GILT,     2026-04-02, 2026-04-07", // Easter
        "DE_BUND,     2026-04-02, 2026-04-08",
        "US_TREASURY_AUCTION, 2026-03-17, 2026-03-17"
    })
    void tradesSettleOnBusinessDays(String convention, LocalDate trade, LocalDate settlement) {
        assertThat(BondConventions.of(convention).settlementDate(trade)).isEqualTo(settlement);
    }

    @Test
    void conventionsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> BondConvention.builder("X").currency("DOLLAR").build())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BondConvention.builder("X").settlementDays(-1).build())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> BondConvention.builder("X").calendar("ATLANTIS").build())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ExCouponRule.businessDays(7, "ATLANTIS")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ExCouponRule.calendarDays(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Compounding.parse("hourly")).isInstanceOf(InvalidInput.class);
        assertThat(Compounding.parse(" monthly ")).isEqualTo(Compounding.MONTHLY);
    }

    @Test
    void theExCouponPeriodStartsOnTheDayOfItsRule() {
        LocalDate coupon = LocalDate.of(2026, 6, 8);
        ExCouponRule week = ExCouponRule.calendarDays(7);
        assertThat(week.firstExCouponDate(coupon)).isEqualTo("2026-06-01");
        assertThat(week.isExCoupon(LocalDate.of(2026, 5, 31), coupon)).isFalse();
        assertThat(week.isExCoupon(LocalDate.of(2026, 6, 1), coupon)).isTrue();
        assertThat(ExCouponRule.NONE.isExCoupon(coupon.minusDays(1), coupon)).isFalse();
        ExCouponRule uk = ExCouponRule.businessDays(6, "UK");
        assertThat(uk.firstExCouponDate(coupon)).isEqualTo("2026-05-29");
        assertThat(uk.isExCoupon(LocalDate.of(2026, 1, 1), coupon)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0.5, 2", "-1.0, 0.5, 2", "Infinity, 0.5, 2", "0.05, NaN, 2", "0.05, 0.5, 0"})
    void couponsOfNonsenseAreRefused(double rate, double fraction, int perYear) {
        for (CouponRule rule : CouponRule.values()) {
            assertThatThrownBy(() -> rule.couponPerUnit(rate, fraction, true, perYear))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void termsThatDoNotFitAreNamed() {
        FixedCouponBond good = FixedCouponBond.of(MARKET, 0.0425, START, END).withIdentifier(Cusip.of("912828CX6"));
        assertThat(ConventionCheck.mismatches(good, MARKET)).isEmpty();
        ConventionCheck.require(good, MARKET);
        assertThat(terms(FixedCouponBond.of(MARKET, 0.0426, START, END), MARKET))
                .containsExactly("couponRate");
        assertThat(terms(FixedCouponBond.of(MARKET, 0.0425, START, START.plusYears(31)), MARKET))
                .containsExactly("maturity");
        assertThat(terms(good.withIdentifier(Cusip.of("037833100")), MARKET)).containsExactly("identifier");
        assertThat(terms(good.withIdentifier(Isin.of("US0378331005")), BondConventions.UK_GILT))
                .contains("identifier");
        assertThat(terms(good, BondConventions.UK_GILT)).contains("currency", "calendar", "exCoupon", "identifier");
        assertThat(terms(good, BondConventions.DE_BUND)).contains("frequency", "settlementDays", "yieldConvention");
        assertThat(terms(good, BondConventions.EUROBOND)).contains("dayCount").doesNotContain("identifier");
        CallableBond callable = new CallableBond(
                good, List.of(new ExerciseRight(LocalDate.of(2026, 5, 15), 100.0, ExerciseRight.Kind.CALL)));
        assertThat(terms(callable, MARKET)).isEmpty();
        assertThat(terms(ZeroCouponBond.of(MARKET, START, END), MARKET)).isEmpty();
        assertThat(terms(StepUpBond.of(MARKET, DATES, List.of(0.01, 0.02, 0.03, 0.04)), MARKET))
                .isEmpty();
        assertThat(terms(AmortisingBond.linear(MARKET, DATES, 0.05), BondConventions.CA_GOVERNMENT))
                .contains("couponRule", "dayCount");
        assertThatThrownBy(() -> ConventionCheck.require(good, BondConventions.JP_JGB))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("BT-1003")
                .hasMessageContaining("JP_JGB");
    }

    private static List<String> terms(Bond bond, BondConvention claimed) {
        return ConventionCheck.mismatches(bond, claimed).stream()
                .map(ConventionCheck.Mismatch::term)
                .toList();
    }
}
