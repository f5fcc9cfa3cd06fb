package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceQuoteTest {

    @ParameterizedTest
    @CsvSource({
        "99-16,   99.5",
        "99-16+,  99.515625",
        "99-164,  99.515625",
        "99-162,  99.5078125",
        "99-167,  99.52734375",
        "100-00,  100.0",
        "0-01,    0.03125",
        "101-31+, 101.984375",
        "99-5,    99.15625",
        "' 99-16 ', 99.5",
        "99.515625, 99.515625",
        "9999.999999999999, 9999.999999999999",
        "100,     100.0"
    })
    void quotesAreReadIn32ndsAndTheirEighths(String quote, double price) {
        assertThat(PriceQuote.parse(quote)).isEqualTo(price);
    }

    @Test
    void everyQuoteComesBack() {
        for (int units = 0; units < 130 * 256; units++) {
            double price = units / 256.0;
            String quote = PriceQuote.toThirtySeconds(price);
            assertThat(PriceQuote.parse(quote)).as(quote).isEqualTo(price);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99.515625, 99-16+",
        "99.5,      99-16",
        "99.0,      99-00",
        "99.998,    99-317",
        "99.999,    100-00",
        "99.501953125, 99-161",
        "0.0,       0-00"
    })
    void pricesAreWrittenToTheNearestEighthOfA32nd(double price, String quote) {
        assertThat(PriceQuote.toThirtySeconds(price)).isEqualTo(quote);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99-32",
                "99-168",
                "99-",
                "-16",
                "99--16",
                "99-16++",
                "99-1623",
                "+99-16",
                "-99-16",
                "99-1 6",
                "12345-00",
                "99,5",
                "1e2",
                "NaN",
                "٩٩-١٦",
                "99.",
                ".5",
                "99.1234567890123"
            })
    void whatIsNoQuoteIsRefused(String text) {
        assertThatThrownBy(() -> PriceQuote.parse(text)).isInstanceOfSatisfying(InvalidInput.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(CoreErrorCode.UNREADABLE_TEXT);
            assertThat(refusal.getMessage()).contains("price quote");
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 9999.99, 1e9, Double.NaN, Double.POSITIVE_INFINITY})
    void pricesOutOfRangeAreNotWritten(double price) {
        assertThatThrownBy(() -> PriceQuote.toThirtySeconds(price)).isInstanceOf(InvalidInput.class);
    }
}
