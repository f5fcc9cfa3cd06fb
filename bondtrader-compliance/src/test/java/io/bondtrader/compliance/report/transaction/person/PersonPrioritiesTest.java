package io.bondtrader.compliance.report.transaction.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.NoRuleInForce;
import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which identifier a person is reported by: Delegated Regulation (EU) 2017/590, Article 6 and Annex II. */
final class PersonPrioritiesTest {

    private static final PersonPriorities TODAY =
            PersonPriorities.european().on(LocalDate.of(2026, 11, 20)).content();
    private static final PersonPriorities IN_2019 =
            PersonPriorities.european().on(LocalDate.of(2019, 5, 2)).content();

    @ParameterizedTest
    @CsvSource({
        "AT, CONCAT",
        "BE, NATIONAL_NUMBER CONCAT",
        "BG, NATIONAL_NUMBER CONCAT",
        "CY, PASSPORT CONCAT",
        "CZ, NATIONAL_NUMBER PASSPORT CONCAT",
        "DE, CONCAT",
        "DK, NATIONAL_NUMBER CONCAT",
        "EE, NATIONAL_NUMBER",
        "ES, TAX_NUMBER",
        "FI, NATIONAL_NUMBER CONCAT",
        "FR, CONCAT",
        "GB, PASSPORT CONCAT",
        "GR, INVESTOR_SHARE CONCAT",
        "HR, NATIONAL_NUMBER CONCAT",
        "HU, CONCAT",
        "IE, CONCAT",
        "IS, NATIONAL_NUMBER",
        "IT, NATIONAL_NUMBER",
        "LI, PASSPORT IDENTITY_CARD CONCAT",
        "LT, NATIONAL_NUMBER PASSPORT CONCAT",
        "LU, CONCAT",
        "LV, NATIONAL_NUMBER CONCAT",
        "MT, NATIONAL_NUMBER PASSPORT",
        "NL, PASSPORT IDENTITY_CARD CONCAT",
        "NO, NATIONAL_NUMBER CONCAT",
        "PL, NATIONAL_NUMBER TAX_NUMBER",
        "PT, TAX_NUMBER PASSPORT CONCAT",
        "RO, NATIONAL_NUMBER PASSPORT CONCAT",
        "SE, NATIONAL_NUMBER CONCAT",
        "SI, NATIONAL_NUMBER CONCAT",
        "SK, NATIONAL_NUMBER PASSPORT CONCAT",
        "US, PASSPORT CONCAT",
        "CH, PASSPORT CONCAT",
    })
    void eachCountryHasTheRowOfTheAnnex(String country, String kinds) {
        assertThat(TODAY.of(Country.of(country)).stream().map(Enum::name)).containsExactly(kinds.split(" "));
    }

    @Test
    void theBritishRowCountedUntilTheTransitionEnded() {
        Country british = Country.of("GB");

        assertThat(IN_2019.of(british)).containsExactly(IdentifierKind.NATIONAL_NUMBER, IdentifierKind.CONCAT);
        assertThat(IN_2019.nationality(List.of(british, Country.of("US")))).isEqualTo(british);
        assertThat(TODAY.nationality(List.of(british, Country.of("CA")))).isEqualTo(Country.of("CA"));
        assertThat(british.inEuropeanEconomicArea(LocalDate.of(2020, 12, 31))).isTrue();
        assertThat(british.inEuropeanEconomicArea(LocalDate.of(2021, 1, 1))).isFalse();
        assertThatThrownBy(() -> PersonPriorities.european().on(LocalDate.of(2018, 1, 2)))
                .isInstanceOf(NoRuleInForce.class);
    }

    @ParameterizedTest
    @CsvSource({"SE GB US, SE", "PL DE, DE", "US AU, AU", "NO CH AD, NO", "GB IE, IE"})
    void aNationalityOfTheAreaComesFirstThenTheAlphabet(String nationalities, String chosen) {
        assertThat(TODAY.nationality(countries(nationalities)).code()).isEqualTo(chosen);
    }

    @Test
    void theFirstIdentifierThatThePersonHasIsTaken() {
        Map<String, String> passport = Map.of("LT:PASSPORT", "LK1234567");

        assertThat(TODAY.identify(person("LT", passport)).text()).isEqualTo("LTLK1234567");
        assertThat(TODAY.identify(person("LT", passport)).scheme()).isEqualTo(IdentifierScheme.CCPT);
        assertThat(TODAY.identify(person("LT", Map.of("LT:NATIONAL_NUMBER", "33309240064", "LT:PASSPORT", "X1")))
                        .text())
                .isEqualTo("LT33309240064");
        assertThat(TODAY.identify(person("LT", Map.of())).text()).isEqualTo("LT19800715GUNTEVOS##");
        assertThat(TODAY.identify(person("DE", Map.of("DE:PASSPORT", "C01X00T47")))
                        .scheme())
                .isEqualTo(IdentifierScheme.CONCAT);
    }

    @Test
    void aNumberOfAnotherNationalityDoesNotCount() {
        assertThat(TODAY.identify(person("SE US", Map.of("US:PASSPORT", "123456789")))
                        .text())
                .isEqualTo("SE19800715GUNTEVOS##");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EE", "ES", "IS", "IT", "MT", "PL"})
    void whereTheRowEndsWithoutNamesANumberIsNeeded(String country) {
        assertThatThrownBy(() -> TODAY.identify(person(country, Map.of()))).isInstanceOf(MissingData.class);
        assertThat(TODAY.allows(Country.of(country), IdentifierScheme.CONCAT)).isFalse();
        assertThat(TODAY.allows(Country.of(country), IdentifierScheme.NIDN)).isTrue();
    }

    @Test
    void recordsWithoutNamesOrNationalityAreRefused() {
        LocalDate birth = LocalDate.of(1980, 7, 15);
        SortedSet<Country> german = countries("DE");

        assertThatThrownBy(() -> new PersonRecord(" ", "A", birth, german, Map.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PersonRecord("A", "", birth, german, Map.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PersonRecord("A", "A", birth, new TreeSet<>(), Map.of()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TODAY.nationality(List.of())).isInstanceOf(InvalidInput.class);
        assertThat(person("DE", Map.of()).toString()).doesNotContain("Voß");
    }

    private static PersonRecord person(String nationalities, Map<String, String> numbers) {
        return new PersonRecord("Günter", "Voß", LocalDate.of(1980, 7, 15), countries(nationalities), numbers);
    }

    private static SortedSet<Country> countries(String codes) {
        return Arrays.stream(codes.split(" ")).map(Country::of).collect(Collectors.toCollection(TreeSet::new));
    }
}
