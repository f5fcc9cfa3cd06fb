package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceQuoteTest {

    @ParameterizedTest
    @CsvSource({
        "99-16, 99.5",
        "99-16+, 99.515625",
        "99-162, 99.5078125",
        "99-164, 99.515625",
        "100-00, 100.0",
        "0-001, 0.00390625",
        "99-317, 99.99609375",
        "99.515625, 99.515625",
        "101, 101.0"
    })
    void aQuoteIsPointsThirtySecondsAndEighths(String text, double price) {
        assertThat(PriceQuote.parse(text)).isEqualTo(price);
        assertThat(PriceQuote.parse(" " + text + "\n")).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({
        "99.5, 99-16",
        "99.515625, 99-16+",
        "99.5078125, 99-162",
        "100.0, 100-00",
        "99.03125, 99-01",
        "99.998046875, 100-00",
        "99.998046874, 99-317",
        "0.0, 0-00"
    })
    void aPriceIsWrittenToTheNearestEighthOfAThirtySecond(double price, String text) {
        assertThat(PriceQuote.toThirtySeconds(price)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99-32",
                "99-168",
                "99-16++",
                "99-16-2",
                "-99-16",
                "-1.5",
                "99,5",
                "1e2",
                "NaN",
                "99-",
                "99 16",
                "99999-00",
                "٩٩-١٦",
                "100.",
                "99-1612"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> PriceQuote.parse(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreErrorCode.UNREADABLE_TEXT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 9999.99, Double.NaN, Double.POSITIVE_INFINITY})
    void aPriceThatNobodyQuotesIsNotWritten(double price) {
        assertThatThrownBy(() -> PriceQuote.toThirtySeconds(price)).isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void everyEighthOfAThirtySecondIsReadAsItWasWritten(@ForAll @IntRange(max = 255_999) int units) {
        double price = units / 256.0;

        assertThat(PriceQuote.parse(PriceQuote.toThirtySeconds(price))).isEqualTo(price);
    }
}
