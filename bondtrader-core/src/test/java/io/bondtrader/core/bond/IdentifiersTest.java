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

/** Identifiers of securities and entities that exist. */
final class IdentifiersTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static void refuses(Function<String, ?> parse, String text) {
        assertThatThrownBy(() -> parse.apply(text))
                .as(text)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CoreErrorCode.UNREADABLE_TEXT));
    }

    /** Changes every character to every other of its kind: all such errors must be found. */
    private static void refusesEveryChangedCharacter(Function<String, ?> parse, String value, int from) {
        for (int at = from; at < value.length(); at++) {
            boolean digit = value.charAt(at) <= '9';
            for (char other : (digit ? ALPHABET.substring(0, 10) : ALPHABET.substring(10)).toCharArray()) {
                if (other != value.charAt(at)) {
                    refuses(parse, value.substring(0, at) + other + value.substring(at + 1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"US0378331005", "US5949181045", "GB0009997999", "GB0002634946", "AU0000XVGZA3", "JP3633400001"})
    void isinsOfTheWorldAreRead(String isin) {
        assertThat(Isin.of(isin)).hasToString(isin);
    }

    @Test
    void aCusipAndItsIsinAreOne() {
        Cusip apple = Cusip.of("037833100");
        assertThat(apple.toIsin("US")).isEqualTo(Isin.of("US0378331005"));
        assertThat(apple.toIsin("US").country()).isEqualTo("US");
        assertThat(apple).hasToString("037833100");
        assertThatThrownBy(() -> apple.toIsin("GB")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> apple.toIsin("")).isInstanceOf(InvalidInput.class);
        Cusip treasury = Cusip.of("912828CX6");
        assertThat(Isin.of(treasury.toIsin("US").value())).isEqualTo(treasury.toIsin("US"));
    }

    @Test
    void textIsStrippedAndRaised() {
        assertThat(Isin.of(" us0378331005\n").value()).isEqualTo("US0378331005");
        assertThat(Lei.of("hwupkr0mpou8fgxbt394").value()).isEqualTo("HWUPKR0MPOU8FGXBT394");
    }

    @Test
    void aChangedCharacterIsFound() {
        refusesEveryChangedCharacter(
                Isin::of, "US0378331005", 2); // Luhn takes a letter for two digits, and may miss it
        refusesEveryChangedCharacter(Cusip::of, "037833100", 0);
        refusesEveryChangedCharacter(Lei::of, "HWUPKR0MPOU8FGXBT394", 0); // Apple Inc.
        String lei = "HWUPKR0MPOU8FGXBT394";
        for (int at = 0; at + 1 < lei.length(); at++) { // MOD 97-10 finds every transposition of neighbours
            if (lei.charAt(at) != lei.charAt(at + 1)) {
                refuses(Lei::of, lei.substring(0, at) + lei.charAt(at + 1) + lei.charAt(at) + lei.substring(at + 2));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"03783310, 0", "91282CFV, 8", "38259P50, 8", "17275R10, 2", "68389X10, 5"})
    void cusipsCloseWithTheirCheckDigit(String body, String digit) { // Apple, a Treasury note, Google, Cisco, Oracle
        assertThat(Cusip.of(body + digit).value()).isEqualTo(body + digit);
        for (int other = 0; other < 10; other++) {
            if (other != Integer.parseInt(digit)) {
                refuses(Cusip::of, body + other);
            }
        }
    }

    @Test
    void cusipsMayHoldSpecialCharacters() {
        int found = 0;
        for (char special : "*@#".toCharArray()) {
            for (int digit = 0; digit < 10; digit++) {
                try {
                    Cusip cusip = Cusip.of("12345" + special + "AB" + digit);
                    found++;
                    assertThatThrownBy(() -> cusip.toIsin("US")).isInstanceOf(InvalidInput.class);
                } catch (InvalidInput wrongDigit) {
                    assertThat(wrongDigit.getMessage()).contains("check digit");
                }
            }
        }
        assertThat(found).isEqualTo(3); // one digit closes each
        refuses(Cusip::of, "1234$6789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BBG000BLNNH6", "BBG000B9XRY4", "BBG000BVPV84"}) // IBM, Apple, Amazon
    void figisAreRead(String figi) {
        assertThat(Figi.of(figi)).hasToString(figi);
        refusesEveryChangedDigit(figi);
    }

    private static void refusesEveryChangedDigit(String figi) {
        char last = figi.charAt(11);
        for (char other = '0'; other <= '9'; other++) {
            if (other != last) {
                refuses(Figi::of, figi.substring(0, 11) + other);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BBG000BLNNH",
                "BBX000BLNNH6",
                "BBGA00BLNNH6",
                "BSG000BLNNH6",
                "1BG000BLNNH6",
                "BBG000BLNNHX",
                "BBG000BLN-H6"
            })
    void figisThatBreakARuleAreRefused(String text) {
        refuses(Figi::of, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "US037833100",
                "US03783310055",
                "1S0378331005",
                "US03783310-5",
                "US037833100X",
                "ÜS0378331005"
            })
    void isinsThatBreakARuleAreRefused(String text) {
        refuses(Isin::of, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HWUPKR0MPOU8FGXBT39", "HWUPKR0MPOU8FGXBT3944", "HWUPKR0MPOU8FGXBT3-4"})
    void leisThatBreakARuleAreRefused(String text) {
        refuses(Lei::of, text);
    }
}
