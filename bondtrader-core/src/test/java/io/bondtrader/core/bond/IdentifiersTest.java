package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers that securities and issuers really bear, and texts that are none. */
final class IdentifiersTest {

    /** Apple, Microsoft, Treasury notes, a gilt, a Bund, Toyota, BAE Systems: as their exchanges list them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "US0378331005",
                "US5949181045",
                "US912828U816",
                "GB0009997999",
                "DE0001102309",
                "JP3633400001",
                "GB0002634946"
            })
    void aPublishedIsinIsRead(String text) {
        assertThat(Isin.of(text).value()).isEqualTo(text);
        assertThat(Isin.of(text).country()).isEqualTo(text.substring(0, 2));
        assertThat(Isin.of(text)).hasToString(text);
    }

    /** Apple, Cisco, Google, Microsoft, Oracle, and a note of the Treasury. */
    @ParameterizedTest
    @ValueSource(strings = {"037833100", "17275R102", "38259P508", "594918104", "68389X105", "912828U81"})
    void aPublishedCusipIsRead(String text) {
        assertThat(Cusip.of(text)).hasToString(text);
    }

    /** IBM, Apple and Microsoft on the composite of US exchanges. */
    @ParameterizedTest
    @ValueSource(strings = {"BBG000BLNNH6", "BBG000B9XRY4", "BBG000BPH459"})
    void aPublishedFigiIsRead(String text) {
        assertThat(Figi.of(text)).hasToString(text);
    }

    /** Bloomberg Finance, Deutsche Bank, Apple, Goldman Sachs: the Global LEI Foundation's register. */
    @ParameterizedTest
    @ValueSource(
            strings = {"5493001KJTIIGC8Y1R12", "7LTWFZYICNSX8D621K86", "HWUPKR0MPOU8FGXBT394", "784F5XWPLTWKTBV3E584"})
    void aPublishedLeiIsRead(String text) {
        assertThat(Lei.of(text)).hasToString(text);
    }

    @Test
    void lettersAreRaisedAndSurroundingSpaceIsDropped() {
        assertThat(Isin.of(" us0378331005\n")).isEqualTo(new Isin("US0378331005"));
        assertThat(Cusip.of("17275r102")).isEqualTo(new Cusip("17275R102"));
        assertThat(Figi.of("bbg000blnnh6")).isEqualTo(new Figi("BBG000BLNNH6"));
        assertThat(Lei.of("5493001kjtiigc8y1r12")).isEqualTo(new Lei("5493001KJTIIGC8Y1R12"));
    }

    @Test
    void theIsinOfAnAmericanSecurityContainsItsCusip() {
        assertThat(Cusip.of("037833100").toIsin("US")).isEqualTo(Isin.of("US0378331005"));
        assertThat(Cusip.of("594918104").toIsin("US")).isEqualTo(Isin.of("US5949181045"));
        assertThat(Cusip.of("912828U81").toIsin("US")).isEqualTo(Isin.of("US912828U816"));
    }

    @Test
    void aCountryThatDoesNotNumberByCusipIsRefused() {
        assertThatThrownBy(() -> Cusip.of("037833100").toIsin("GB"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("US or CA");
    }

    @Test
    void aCusipWithASpecialCharacterHasNoIsin() {
        // 3·1 + 7·2→5 + 8 + 3·2 + 3 + 1·2 + 36→9 + 0·2: 36 leaves check digit 4.
        Cusip reserved = Cusip.of("378331*04");

        assertThatThrownBy(() -> reserved.toIsin("US")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "US0378331006, check digit 5",
        "US037833100, 12 characters",
        "US03783310055, 12 characters",
        "120378331005, letters in positions 1 to 2",
        "US03-8331005, letters and digits",
        "US037833100A, check digit",
        "'', 12 characters"
    })
    void aWrongIsinIsRefusedWithTheRuleItBreaks(String text, String rule) {
        assertRefused(Isin::of, text, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "037833101, check digit 0",
        "03783310, 9 characters",
        "0378331000, 9 characters",
        "0378$3100, letters",
        "03783310A, check digit"
    })
    void aWrongCusipIsRefusedWithTheRuleItBreaks(String text, String rule) {
        assertRefused(Cusip::of, text, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "BBG000BLNNH7, check digit 6",
        "BBG000BLNNH, 12 characters",
        "BBX000BLNNH6, a G in position 3",
        "BBG000BLANH6, without vowels",
        "GBG000BLNNH6, without a prefix",
        "B1G000BLNNH6, letters in positions 1 to 2",
        "BBG000BL-NH6, letters and digits"
    })
    void aWrongFigiIsRefusedWithTheRuleItBreaks(String text, String rule) {
        assertRefused(Figi::of, text, rule);
    }

    @ParameterizedTest
    @CsvSource({
        "5493001KJTIIGC8Y1R13, check digits",
        "5493001KJTIIGC8Y1R1, 20 characters",
        "5493001KJTIIGC8Y1R-2, letters and digits"
    })
    void aWrongLeiIsRefusedWithTheRuleItBreaks(String text, String rule) {
        assertRefused(Lei::of, text, rule);
    }

    /** Line breaks forge log lines, digits of other scripts look like digits, long texts flood. */
    @ParameterizedTest
    @ValueSource(strings = {"US0378331\n05", "US٠378331005", "\u0000\u0001\u0002", "ＵS0378331005"})
    void hostileTextIsRefusedOnOneLine(String text) {
        assertThatThrownBy(() -> Isin.of(text))
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void aLongTextDoesNotFloodTheLog() {
        assertThatThrownBy(() -> Lei.of("9".repeat(100_000)))
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    private static void assertRefused(Function<String, ?> reader, String text, String rule) {
        assertThatThrownBy(() -> reader.apply(text)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreErrorCode.UNREADABLE_TEXT);
            assertThat(refused).hasMessageContaining(rule);
            assertThat(refused.clientMessage()).isEqualTo("BT-1002: A text could not be read.");
        });
    }

    /** The long s would turn into an S when it is raised. */
    @Test
    void lettersOfOtherAlphabetsAreRefused() {
        assertThatThrownBy(() -> Isin.of("U\u017f0378331005"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Latin");
    }
}
