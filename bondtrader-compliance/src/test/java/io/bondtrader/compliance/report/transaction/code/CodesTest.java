package io.bondtrader.compliance.report.transaction.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries and currencies by their codes. */
final class CodesTest {

    @Test
    void theCountriesAreThoseThatTheRuntimeKnowsToo() {
        assertThat(Arrays.stream(Locale.getISOCountries()).map(Country::of)).hasSize(249);
    }

    @Test
    void thirtyCountriesAreInTheEconomicAreaToday() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        assertThat(Arrays.stream(Locale.getISOCountries())
                        .map(Country::of)
                        .filter(country -> country.inEuropeanEconomicArea(today)))
                .hasSize(30)
                .doesNotContain(Country.of("CH"), Country.of("GB"))
                .contains(Country.of("HR"), Country.of("NO"));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 2018-01-03, true", "HRK, 2022-12-31, true", "HRK, 2023-01-01, false", "BGN, 2025-12-31, true",
        "BGN, 2026-01-01, false", "SLE, 2022-03-31, false", "SLE, 2022-04-01, true", "DEM, 2018-01-03, false",
        "XXX, 2020-01-01, false"
    })
    void aCurrencyIsOneFromItsFirstDayToItsLast(String code, LocalDate day, boolean active) {
        assertThat(CurrencyCode.of(code).activeOn(day)).isEqualTo(active);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "de", "DEU", "XX", "UK", "EL", "D\n"})
    void whatIsNoCountryIsRefused(String code) {
        assertThatThrownBy(() -> Country.of(code)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "eur", "EURO", "E1R", "ÄUR"})
    void whatIsNoCurrencyIsRefused(String code) {
        assertThatThrownBy(() -> CurrencyCode.of(code)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void codesPrintAsThemselves() {
        assertThat(Map.of(Country.of("DE"), CurrencyCode.of("EUR"))).hasToString("{DE=EUR}");
        assertThat(Country.of("AT")).isLessThan(Country.of("DE"));
    }
}
