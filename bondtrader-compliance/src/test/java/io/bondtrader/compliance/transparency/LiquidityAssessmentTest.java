package io.bondtrader.compliance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.regulation.Jurisdiction;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class LiquidityAssessmentTest {

    private static final LocalDate FIRST_QUARTER_2019 = LocalDate.of(2019, 1, 1);

    private static LiquidityAssessment assess(LocalDate quarter, String notional, long trades, int traded, int days) {
        return LiquidityAssessment.of(
                Requests.TABLES,
                Jurisdiction.EU,
                new QuarterlyFigures(
                        Requests.ISIN, quarter, new BigDecimal(notional), trades, traded, days, "the feed"));
    }

    @Test
    void aFirstQuarterCountsFromMidMayToMidAugust() {
        // ESMA on its figures of the first quarter of 2019: they apply from 16 May 2019 to 15 August 2019.
        LiquidityStatus status =
                assess(FIRST_QUARTER_2019, "6000000", 900, 48, 60).status();
        assertThat(status.liquid()).isTrue();
        assertThat(status.from()).isEqualTo("2019-05-16");
        assertThat(status.until()).isEqualTo("2019-08-16");
        assertThat(status.source()).contains("the feed").contains("60 days");
    }

    @Test
    void eachCriterionMustBeMetAndIsMetByItsThreshold() {
        assertThat(assess(FIRST_QUARTER_2019, "6000000", 900, 48, 60).status().liquid())
                .isTrue();
        assertThat(assess(FIRST_QUARTER_2019, "5999999.99", 900, 48, 60)
                        .status()
                        .liquid())
                .isFalse();
        assertThat(assess(FIRST_QUARTER_2019, "6000000", 899, 48, 60).status().liquid())
                .isFalse();
        LiquidityAssessment days = assess(FIRST_QUARTER_2019, "6000000", 900, 47, 60);
        assertThat(days.status().liquid()).isFalse();
        assertThat(days.criteria())
                .containsExactly(
                        "notional 6000000, at least 100000 a day: met",
                        "trades 900, at least 15 a day: met",
                        "days traded 47, at least 80 per cent: not met");
        assertThat(days.citation().checked()).isTrue();
    }

    @Test
    void theNumberOfTradesFellByStages() {
        LocalDate second = LocalDate.of(2021, 1, 1);
        assertThat(assess(second, "6000000", 600, 60, 60).status().liquid()).isTrue();
        assertThat(assess(second, "6000000", 599, 60, 60).status().liquid()).isFalse();
        LocalDate third = LocalDate.of(2022, 4, 1);
        assertThat(assess(third, "6000000", 420, 60, 60).status().liquid()).isTrue();
        assertThat(assess(third, "6000000", 419, 60, 60).status().liquid()).isFalse();
        assertThat(assess(third, "6000000", 420, 60, 60).citation().checked()).isFalse();
    }

    @Test
    void sinceMarch2026NothingIsAssessedByTheQuarter() {
        assertThatThrownBy(() -> assess(LocalDate.of(2026, 1, 1), "1", 1, 1, 60))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> LiquidityAssessment.ofNewBond(
                        Requests.TABLES,
                        Jurisdiction.EU,
                        BondClass.SOVEREIGN,
                        BigDecimal.TEN,
                        LocalDate.of(2026, 3, 2)))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void aNewBondIsJudgedByItsIssuanceUntilAQuarterOfItCounts() {
        LiquidityStatus early = newBond(BondClass.CORPORATE, "1000000000", LocalDate.of(2019, 2, 28));
        assertThat(early.liquid()).isTrue();
        assertThat(early.from()).isEqualTo("2019-02-28");
        assertThat(early.until()).isEqualTo("2019-05-16");
        LiquidityStatus late = newBond(BondClass.CORPORATE, "999999999", LocalDate.of(2019, 3, 1));
        assertThat(late.liquid()).isFalse();
        assertThat(late.until()).isEqualTo("2019-08-16");
        assertThat(newBond(BondClass.CONVERTIBLE, "500000000", LocalDate.of(2019, 1, 1))
                        .liquid())
                .isTrue();
        assertThat(newBond(BondClass.OTHER, "9000000000", LocalDate.of(2019, 1, 1))
                        .liquid())
                .as("other bonds are never liquid at first")
                .isFalse();
    }

    private static LiquidityStatus newBond(BondClass type, String issuance, LocalDate day) {
        return LiquidityAssessment.ofNewBond(Requests.TABLES, Jurisdiction.EU, type, new BigDecimal(issuance), day)
                .status();
    }

    @Test
    void figuresThatCannotBeAreRefused() {
        assertThatThrownBy(() -> assess(LocalDate.of(2019, 2, 1), "1", 1, 1, 60))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> assess(FIRST_QUARTER_2019, "-1", 1, 1, 60)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> assess(FIRST_QUARTER_2019, "1", 1, 2, 60)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> assess(FIRST_QUARTER_2019, "1", 90, 61, 60)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> assess(FIRST_QUARTER_2019, "1", 1, 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> newBond(BondClass.OTHER, "0", FIRST_QUARTER_2019))
                .isInstanceOf(InvalidInput.class);
    }
}
