package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What check digits promise: one wrong digit, anywhere, is found. */
class IdentifierProperties {

    @Property(tries = 200)
    void oneWrongDigitOfAnIsinIsFound(@ForAll @IntRange(max = 11) int position, @ForAll @IntRange(max = 9) int digit) {
        assertWrongDigitIsFound(Isin::of, "US0378331005", position, digit);
    }

    @Property(tries = 200)
    void oneWrongDigitOfACusipIsFound(@ForAll @IntRange(max = 8) int position, @ForAll @IntRange(max = 9) int digit) {
        assertWrongDigitIsFound(Cusip::of, "17275R102", position, digit);
    }

    @Property(tries = 200)
    void oneWrongDigitOfAFigiIsFound(@ForAll @IntRange(max = 11) int position, @ForAll @IntRange(max = 9) int digit) {
        assertWrongDigitIsFound(Figi::of, "BBG000BLNNH6", position, digit);
    }

    @Property(tries = 200)
    void oneWrongDigitOfAnLeiIsFound(@ForAll @IntRange(max = 19) int position, @ForAll @IntRange(max = 9) int digit) {
        assertWrongDigitIsFound(Lei::of, "5493001KJTIIGC8Y1R12", position, digit);
    }

    /** Modulus 97 also finds every exchange of two neighbours. */
    @Property(tries = 200)
    void twoExchangedDigitsOfAnLeiAreFound(@ForAll @IntRange(max = 18) int position) {
        String right = "5493001KJTIIGC8Y1R12";
        char first = right.charAt(position);
        char second = right.charAt(position + 1);
        Assume.that(first != second && Character.isDigit(first) && Character.isDigit(second));
        String wrong = right.substring(0, position) + second + first + right.substring(position + 2);

        assertThatThrownBy(() -> Lei.of(wrong)).isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void everyNumberHasExactlyOneCheckDigit(@ForAll @IntRange(max = 99_999_999) int number) {
        String body = String.format(java.util.Locale.ROOT, "%08d", number);
        int cusips = 0;
        int isins = 0;
        for (int digit = 0; digit < 10; digit++) {
            cusips += isRead(Cusip::of, body + digit) ? 1 : 0;
            isins += isRead(Isin::of, "DE0" + body + digit) ? 1 : 0;
        }

        assertThat(cusips).isEqualTo(1);
        assertThat(isins).isEqualTo(1);
    }

    @Property(tries = 200)
    void anyTextIsReadOrRefusedInWords(@ForAll String text) {
        for (Function<String, ?> reader :
                java.util.List.<Function<String, ?>>of(Isin::of, Cusip::of, Figi::of, Lei::of, Mic::of)) {
            try {
                assertThat(reader.apply(text).toString()).isEqualTo(text.strip().toUpperCase(java.util.Locale.ROOT));
            } catch (InvalidInput refused) {
                assertThat(refused.code().id()).isEqualTo("BT-1002");
            }
        }
    }

    private static void assertWrongDigitIsFound(Function<String, ?> reader, String right, int position, int digit) {
        char replacement = (char) ('0' + digit);
        Assume.that(Character.isDigit(right.charAt(position)) && right.charAt(position) != replacement);
        String wrong = right.substring(0, position) + replacement + right.substring(position + 1);

        assertThatThrownBy(() -> reader.apply(wrong)).isInstanceOf(InvalidInput.class);
    }

    private static boolean isRead(Function<String, ?> reader, String text) {
        try {
            return !reader.apply(text).toString().isEmpty();
        } catch (InvalidInput refused) {
            return false;
        }
    }
}
