package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.report.transaction.code.CurrencyCode;
import io.bondtrader.compliance.report.transaction.person.IdentifierScheme;
import io.bondtrader.compliance.report.transaction.person.NaturalPersonId;
import io.bondtrader.core.bond.Mic;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of a report are right in form, or there is no report. */
final class ReportModelTest {

    @Test
    void theFieldsAreTheSixtyFiveOfTheTable() {
        assertThat(Arrays.stream(ReportField.values()).map(ReportField::number))
                .containsExactlyElementsOf(
                        Stream.iterate(1, n -> n + 1).limit(65).toList());
        assertThat(ReportField.of(41)).isEqualTo(ReportField.INSTRUMENT);
        assertThat(ReportField.INSTRUMENT).hasToString("41 Instrument identification code");
        assertThat(Arrays.stream(ReportField.values())
                        .filter(field -> field.notForBonds().isPresent())
                        .map(ReportField::number))
                .containsExactly(32, 38, 39, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 64);
        assertThatThrownBy(() -> ReportField.of(66)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T09:30:00Z", "2018-01-03T00:00:00.1Z", "2026-11-20T23:59:59.123456789Z"})
    void timesKeepTheirDigits(String text) {
        TradingTime time = TradingTime.parse(text);
        assertThat(time).hasToString(text);
        assertThat(time.instant()).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20",
                "2026-11-20T09:30:00",
                "2026-11-20T09:30:00.Z",
                "2026-11-20 09:30:00Z",
                "2026-02-30T09:30:00Z",
                "2026-11-20T25:30:00Z",
                "2026-11-20T09:30:00.1234567890Z",
                "2026-11-20T09:30:00,123Z",
                "2026/11/20T09:30:00Z",
                "0000-11-20T09:30:00Z"
            })
    void otherTimesAreRefused(String text) {
        assertThatThrownBy(() -> TradingTime.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aTimeHasNoDigitsBelowThoseRecorded() {
        Instant time = Instant.parse("2026-11-20T09:30:00.123Z");
        assertThat(new TradingTime(time, 3)).hasToString("2026-11-20T09:30:00.123Z");
        assertThatThrownBy(() -> new TradingTime(time, 2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradingTime(time, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradingTime(Instant.MAX, 9)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new TradingTime(Instant.MIN, 9)).isInstanceOf(InvalidInput.class);
    }

    static Stream<UnaryOperator<TransactionReport.Builder>> bad() {
        return Stream.of(
                builder -> builder.venueTransactionId("a"),
                builder -> builder.venueTransactionId("A".repeat(53)),
                builder -> builder.packageId("A".repeat(36)),
                builder -> builder.packageId(""),
                builder -> builder.nominal(BigDecimal.ZERO),
                builder -> builder.nominal(new BigDecimal("-1")),
                builder -> builder.nominal(new BigDecimal("0.000001")),
                builder -> builder.nominal(new BigDecimal("1000000000000000000")),
                builder -> builder.nominal(new BigDecimal("12345678901234.56789")),
                builder -> builder.netAmount(new BigDecimal("-0.01")),
                builder -> builder.netAmount(new BigDecimal("0.000001")));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void valuesOutOfFormAreRefused(UnaryOperator<TransactionReport.Builder> change) {
        TransactionReport.Builder changed = change.apply(SampleReports.ownAccount().toBuilder());
        assertThatThrownBy(changed::build).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aReportWithoutWhatEveryReportHasIsRefused() {
        assertThatThrownBy(() -> TransactionReport.builder().build())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("reference");
        TransactionReport report = TransactionReport.builder()
                .reference(TransactionReference.of("A"))
                .executingEntity(SampleReports.FIRM)
                .buyer(PartySide.of(SampleReports.FIRM))
                .seller(PartySide.of(SampleReports.CLIENT))
                .tradingTime(TradingTime.parse("2026-11-20T09:30:00Z"))
                .capacity(TradingCapacity.DEAL)
                .nominal(BigDecimal.TEN)
                .nominalCurrency(CurrencyCode.of("EUR"))
                .price(new Price.BasisPoints(BigDecimal.ONE))
                .venue(Mic.of("XOFF"))
                .instrument(SampleReports.BUND)
                .execution(new Responsible.Client())
                .build();
        assertThat(report.submittingEntity()).isEqualTo(SampleReports.FIRM);
    }

    @Test
    void pricesHaveTheDigitsOfTheirForm() {
        assertThat(new Price.Percentage(new BigDecimal("100.000")))
                .isEqualTo(new Price.Percentage(new BigDecimal("1E2")));
        assertThatThrownBy(() -> new Price.Percentage(new BigDecimal("1.00000000001")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Price.Yield(new BigDecimal("123456789.123")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Price.BasisPoints(new BigDecimal("1E18"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Price.Monetary(new BigDecimal("0.00000000000001"), CurrencyCode.of("EUR")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Responsible.Algorithm("")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | A", "A | ' '", "A\u0001B | B", "A | \ud800"})
    void namesThatCannotBePrintedAreRefused(String first, String last) {
        NaturalPersonId id = NaturalPersonId.parse("US1", IdentifierScheme.CCPT);
        assertThatThrownBy(() -> new Party.Person(id, first, last, LocalDate.of(1980, 1, 1)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aSideHasAnOwner() {
        assertThatThrownBy(() -> new PartySide(List.of(), List.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void provenanceGathersEvents() {
        Provenance provenance = Provenance.none()
                .with(ReportField.PRICE, EventIndices.of(7))
                .with(ReportField.PRICE, EventIndices.of(3))
                .with(ReportField.VENUE, EventIndices.of(4));

        assertThat(provenance).hasToString("33: 3,7; 36: 4");
        assertThat(provenance.of(ReportField.BUYER)).isEmpty();
        assertThat(provenance.all()).hasToString("3,4,7");
        assertThat(provenance)
                .isEqualTo(Provenance.none()
                        .with(ReportField.VENUE, EventIndices.of(4))
                        .with(ReportField.PRICE, EventIndices.of(3, 7)))
                .hasSameHashCodeAs(Provenance.none()
                        .with(ReportField.VENUE, EventIndices.of(4))
                        .with(ReportField.PRICE, EventIndices.of(3, 7)));
    }
}
