package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BondConventionTest {

    static java.util.List<BondConvention> named() {
        return BondConventions.all();
    }

    @ParameterizedTest
    @MethodSource("named")
    void aCopyThatChangesNothingIsEqual(BondConvention convention) {
        assertThat(convention.toBuilder().build()).isEqualTo(convention);
        assertThat(convention).hasToString(convention.name());
    }

    /** Over a weekend, Independence Day, the May holiday of T2, and the coronation of 2023. */
    @ParameterizedTest
    @CsvSource({
        "US_TREASURY, 2025-07-03, 2025-07-07",
        "US_TREASURY_AUCTION, 2025-07-03, 2025-07-03",
        "DE_BUND, 2025-04-30, 2025-05-05",
        "DE_BUND, 2025-07-16, 2025-07-18",
        "UK_GILT, 2023-05-05, 2023-05-09"
    })
    void aTradeSettlesOnBusinessDays(String convention, LocalDate trade, LocalDate settlement) {
        assertThat(BondConventions.of(convention).settlementDate(trade)).isEqualTo(settlement);
    }

    @Test
    void aPaymentThatFallsOnASundayIsMadeOnMonday() {
        assertThat(BondConventions.US_TREASURY.paymentDate(LocalDate.of(2026, 11, 15)))
                .isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(BondConvention.builder("PLAIN").build().paymentDate(LocalDate.of(2026, 11, 15)))
                .isEqualTo(LocalDate.of(2026, 11, 15));
    }

    @Test
    void aCalendarThatIsNotKnownForTheDayIsMissing() {
        assertThatThrownBy(() -> BondConventions.US_TREASURY.settlementDate(LocalDate.of(9000, 1, 1)))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("BT-2002");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void aSettlementLagOutOfRangeIsRefused(int days) {
        assertThatThrownBy(
                        () -> BondConvention.builder("X").settlementDays(days).build())
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "EURO"})
    void aCurrencyThatIsNoCodeIsRefused(String currency) {
        assertThatThrownBy(() -> BondConvention.builder("X").currency(currency).build())
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource(Compounding.class)
    void aCompoundingIsReadByItsName(Compounding compounding) {
        assertThat(Compounding.parse(" " + compounding.name().toLowerCase(java.util.Locale.ROOT)))
                .isSameAs(compounding);
    }

    @Test
    void compoundingKnowsItsPeriods() {
        assertThat(Compounding.AT_COUPON_FREQUENCY.periodsPerYear(4)).isEqualTo(4);
        assertThat(Compounding.SEMIANNUAL.periodsPerYear(4)).isEqualTo(2);
        assertThat(Compounding.MONTHLY.periodsPerYear(1)).isEqualTo(12);
        assertThat(Compounding.CONTINUOUS.periodsPerYear(2)).isEqualTo(1);
        assertThatThrownBy(() -> Compounding.parse("DAILY"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("BT-1002");
    }

    @Test
    void aCurrencyIsThreeCapitals() {
        for (String currency : new String[] {"?!1", "usd", "US", "EURO"}) {
            assertThatThrownBy(
                            () -> BondConvention.builder("X").currency(currency).build())
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("currency");
        }
    }
}
