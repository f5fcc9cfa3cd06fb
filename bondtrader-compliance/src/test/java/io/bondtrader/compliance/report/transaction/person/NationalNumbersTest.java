package io.bondtrader.compliance.report.transaction.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.report.transaction.code.Country;
import io.bondtrader.core.error.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** National identifiers by the rules that the states publish; the numbers are published examples of no living person. */
final class NationalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE85073003328", "BG7523169263", "CZ7103192745", "CZ530101123", "DK2110625629", "EE36805280109",
                "ES54362315K", "ESX2482300W", "FI131052-308T", "GBAB123456C", "GR1234567890", "HR33392005961",
                "IS1201743399", "ITRCCMNL83S18D969H", "LT33309240064", "LV161175-19997", "LV32345678901",
                        "NO15108695088",
                "PL44051401359", "PL8567346215", "PT501964843", "RO1630615123457", "SE8803200016", "SE198803200016",
                "SI0101006500006", "SK7103192745"
            })
    void publishedExamplesPass(String text) {
        assertThat(NationalNumbers.check(NaturalPersonId.parse(text, IdentifierScheme.NIDN)))
                .contains(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BE85073003329",
                "BG7523169264",
                "CZ7103192746",
                "CZ540101123",
                "DK3110625629X",
                "DK3213625629",
                "EE36805280108",
                "ES54362315L",
                "ESX2482300V",
                "ES543623150",
                "FI131052-308U",
                "FI131052Z308T",
                "FI321352-308T",
                "GBAB123456E",
                "GBGB123456A",
                "GBDB123456A",
                "GBAD123456A",
                "GR123456789",
                "HR33392005962",
                "IS1201743389",
                "ITRCCMNL83S18D969I",
                "ITRCCMNL83S18D969",
                "IT1CCMNL83S18D969H",
                "LT33309240065",
                "LV16117519997A",
                "LV161175-1999",
                "NO15108695089",
                "NO15108695188",
                "PL44051401358",
                "PL8567346216",
                "PT501964844",
                "RO1630615123458",
                "SE8803200017",
                "SE88032000",
                "SI0101006500007",
                "SK7103192744",
                "BE1",
                "CZ1",
                "EE1",
                "HR1",
                "PL1",
                "RO1",
                "ES1",
                "FI1"
            })
    void oneWrongCharacterIsFound(String text) {
        assertThat(NationalNumbers.check(NaturalPersonId.parse(text, IdentifierScheme.NIDN)))
                .contains(false);
    }

    @Test
    void passportsAndCountriesWithoutARuleAreNotJudged() {
        assertThat(NationalNumbers.check(NaturalPersonId.parse("BE1", IdentifierScheme.CCPT)))
                .isEmpty();
        assertThat(NationalNumbers.check(NaturalPersonId.parse("NL1", IdentifierScheme.NIDN)))
                .isEmpty();
        assertThat(NationalNumbers.countries()).hasSize(21).doesNotContain("NL", "CY", "LI");
    }

    @ParameterizedTest
    @CsvSource({
        "BE85-073003328, NIDN",
        "FI131052*308T, NIDN",
        "LV161175+19997, NIDN",
        "DE19800715GUNTEVOS#, CONCAT",
        "DE19800715GUNTEVOS##X, CONCAT",
        "DE1980071XGUNTEVOS##, CONCAT",
        "DE19800715#UNTEVOS##, CONCAT",
        "DE19800715GUNTE#OS##, CONCAT",
        "DE19800715gunteVOS##, CONCAT",
        "DE19800715GUNTEVOS##, NIDN",
        "DE, NIDN",
        "XQ123, NIDN",
        "DE1234567890123456789012345678901234, CCPT",
    })
    void anIdentifierOutOfFormIsRefusedWithoutShowingIt(String text, IdentifierScheme scheme) {
        assertThatThrownBy(() -> NaturalPersonId.parse(text, scheme))
                .isInstanceOf(InvalidInput.class)
                .message()
                .doesNotContain(text.length() > 5 ? text.substring(2) : "???");
    }

    @Test
    void theNumberIsNotPrinted() {
        assertThat(new NaturalPersonId(Country.of("PL"), "44051401359", IdentifierScheme.NIDN))
                .hasToString("PL NIDN");
    }
}
