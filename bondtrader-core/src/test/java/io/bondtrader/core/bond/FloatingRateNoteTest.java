package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FloatingRateNoteTest {

    private static final LocalDate DATED = LocalDate.of(2012, 7, 31);

    /** The note of 31 CFR Part 356, Appendix B, section IV: two years from 31 July 2012, twelve basis points over. */
    private static FloatingRateNote note(double margin, @Nullable Double floor) {
        return new FloatingRateNote(
                BondConventions.US_FRN,
                CouponDates.of(DATED, LocalDate.of(2014, 7, 31), Frequency.QUARTERLY, true),
                "US 13-week bill auction high",
                Tenor.parse("3M"),
                margin,
                floor,
                new TreeMap<>(),
                null);
    }

    /**
     * Section IV.C: from 31 July to 31 August the note accrues 0.019432992, by rates that average to 0.22567346% over
     * the 31 days.
     */
    @Test
    void accruedInterestIsRateTimesDaysOverThreeSixty() {
        FloatingRateNote note = note(0.0012, null).withFixing(DATED, 0.0022567346 - 0.0012);

        assertThat(note.accruedInterest(LocalDate.of(2012, 8, 31))).isEqualTo(0.019432992, within(1e-9));
        assertThat(note.accruedInterest(DATED)).isZero();
    }

    @Test
    void theRateIsIndexPlusMarginAndNeverBelowTheFloor() {
        assertThat(note(0.0012, null).withFixing(DATED, -0.004).couponRate(LocalDate.of(2012, 10, 30)))
                .isEqualTo(-0.0028, within(1e-18));
        assertThat(note(0.0012, 0.0).withFixing(DATED, -0.004).couponRate(DATED))
                .isZero();
        assertThat(note(0.0012, 0.0).withFixing(DATED, 0.004).couponRate(DATED)).isEqualTo(0.0052, within(1e-18));
    }

    @Test
    void eachPeriodHasItsOwnFixing() {
        FloatingRateNote note = note(0.0, null).withFixing(DATED, 0.01).withFixing(LocalDate.of(2012, 10, 31), 0.02);

        assertThat(note.couponRate(LocalDate.of(2012, 10, 30))).isEqualTo(0.01);
        assertThat(note.couponRate(LocalDate.of(2012, 10, 31))).isEqualTo(0.02);
        assertThat(note.accruedInterest(LocalDate.of(2012, 11, 30))).isEqualTo(2.0 * 30.0 / 360.0, within(1e-15));
    }

    @Test
    void aPeriodThatHasNotBeenFixedIsMissing() {
        FloatingRateNote note = note(0.0012, null).withFixing(DATED, 0.001);
        LocalDate next = LocalDate.of(2012, 11, 1);

        assertThatThrownBy(() -> note.couponRate(next))
                .isInstanceOfSatisfying(
                        MissingData.class, missing -> assertThat(missing.code()).isEqualTo(CoreErrorCode.MISSING_DATA))
                .hasMessageContaining("2012-10-31");
        assertThatThrownBy(() -> note.accruedInterest(next)).isInstanceOf(MissingData.class);
    }

    @Test
    void aFixingOnADayThatStartsNoPeriodIsRefused() {
        FloatingRateNote note = note(0.0012, null);

        assertThatThrownBy(() -> note.withFixing(LocalDate.of(2012, 8, 1), 0.001))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("first day of a coupon period");
        assertThatThrownBy(() -> note.withFixing(LocalDate.of(2014, 7, 31), 0.001))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aDayOutsideTheLifeIsRefused() {
        FloatingRateNote note = note(0.0012, null).withFixing(DATED, 0.001);

        assertThatThrownBy(() -> note.couponRate(DATED.minusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> note.accruedInterest(LocalDate.of(2014, 7, 31)))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0.51, -0.51, Double.POSITIVE_INFINITY, 12.0})
    void aRateInPercentOrNoRateIsRefused(double rate) {
        assertThatThrownBy(() -> note(rate, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> note(0.0, rate)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> note(0.0, null).withFixing(DATED, rate)).isInstanceOf(InvalidInput.class);
    }
}
