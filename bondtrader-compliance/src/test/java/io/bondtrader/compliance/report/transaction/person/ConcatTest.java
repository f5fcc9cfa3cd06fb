package io.bondtrader.compliance.report.transaction.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers made of birth date and names: ESMA, Guidelines on transaction reporting, ESMA/2016/1452, section 5.5. */
final class ConcatTest {

    @ParameterizedTest
    @CsvSource({
        "IE, 1980-01-13, John, O'Brian, IE19800113JOHN#OBRIA",
        "HU, 1981-02-14, Ludwig, Van der Rohe, HU19810214LUDWIROHE#",
        "US, 1973-03-22, Victor, Vandenberg, US19730322VICTOVANDE",
        "NO, 1976-03-15, Eli, Ødegård, NO19760315ELI##ODEGA",
        "LU, 1966-04-16, Willeke, de Bruijn, LU19660416WILLEBRUIJ",
        "US, 1965-04-17, Jon Ian, Dewitt, US19650417JON##DEWIT",
        "PT, 1990-05-17, Amy-Ally, Garção de Magalhães, PT19900517AMYALGARCA",
        "FR, 1990-06-18, Giovani, dos Santos, FR19900618GIOVASANTO",
        "DE, 1980-07-15, Günter, Voẞ, DE19800715GUNTEVOS##",
        "FR, 1986-03-17, Elisabeth, Doe, FR19860317ELISADOE##",
        "SE, 1944-12-02, Robert, O’Neal, SE19441202ROBERONEAL",
    })
    void theExamplesOfTheGuidelinesComeOut(String country, LocalDate birth, String first, String surname, String id) {
        NaturalPersonId made = Concat.of(Country.of(country), birth, first, surname);

        assertThat(made.text()).isEqualTo(id);
        assertThat(made.scheme()).isEqualTo(IdentifierScheme.CONCAT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dr. Günter | voß | GUNTEVOS##",
                "Prof. Dr. Anna | von der Leyen | ANNA#LEYEN",
                "Sir | Van | SIR##VAN##",
                "Anna,Maria | Łukasiewicz | ANNA#LUKAS",
                "Þór | Æsir | TOR##ASIR#",
                "Jean‑Luc | de la Œuvre | JEANLOUVRE",
                "Ìsa | De | ISA##DE###",
                "MADAME CURIE | van den van der Berg | CURIEBERG#",
                "Siobhán | Mhic Giolla Íosa | SIOBHIOSA#",
                "Aşık | Đỗ | ASIK#DO###",
            })
    void titlesPrefixesAndAccentsAreDropped(String first, String surname, String names) {
        assertThat(Concat.of(Country.of("DE"), LocalDate.of(1980, 7, 15), first, surname)
                        .number())
                .isEqualTo("19800715" + names);
    }

    @Property
    void everyNameOfLatinLettersGivesAnIdentifierThatReads(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String first,
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String surname) {
        NaturalPersonId id = Concat.of(Country.of("AT"), LocalDate.of(2001, 12, 31), first, surname);

        assertThat(NaturalPersonId.parse(id.text(), IdentifierScheme.CONCAT)).isEqualTo(id);
        assertThat(id.text()).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Иван | Petrov", "Ivan | Πέτρου", "'' | Doe", "John | -", "J0hn | Doe", "John | Doe?"})
    void namesWithoutLatinLettersAreRefused(String first, String surname) {
        assertThatThrownBy(() -> Concat.of(Country.of("BG"), LocalDate.of(1970, 1, 1), first, surname))
                .isInstanceOf(InvalidInput.class)
                .message()
                .doesNotContain(first.isEmpty() ? "Doe" : first);
    }

    @Test
    void aYearOfFiveDigitsIsRefused() {
        assertThatThrownBy(() -> Concat.of(Country.of("BG"), LocalDate.of(12000, 1, 1), "A", "B"))
                .isInstanceOf(InvalidInput.class);
    }
}
