package io.bondtrader.core.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesTheExamplesOfRfc8785ByteForByte() throws IOException {
        JsonNode cases = JSON.readTree(SharedVectors.file("jcs/rfc8785.json").toFile());

        assertThat(cases).hasSize(6);
        for (JsonNode example : cases) {
            Object value = JSON.readValue(example.get("input").asText(), Object.class);
            assertThat(CanonicalJson.of(value).toBytes())
                    .as(example.get("name").asText())
                    .isEqualTo(HexFormat.of().parseHex(example.get("outhex").asText()));
        }
    }

    /** RFC 8785, appendix B: bits of a double and its digits. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void printsTheNumbersOfRfc8785(String bits, String digits) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThat(CanonicalJson.number(value)).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"7fffffffffffffff", "7ff0000000000000", "fff0000000000000"})
    void refusesNumbersThatJsonDoesNotHave(String bits) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

        assertThatThrownBy(() -> CanonicalJson.of(value)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CanonicalJson.number(value)).isInstanceOf(InvalidInput.class);
    }

    /** Powers of two: their lower neighbour is half as far as the upper one, where a naive search goes wrong. */
    @Test
    void everyPowerOfTwoReadsBackFromNoMoreThanSeventeenDigits() {
        for (int exponent = -1074; exponent < 1024; exponent++) {
            double value = StrictMath.scalb(1.0, exponent);
            assertThatItIsShortest(value);
        }
        assertThat(CanonicalJson.number(0x1p-44)).isEqualTo("5.684341886080802e-14");
    }

    @Property
    void aNumberReadsBackAndNoShorterOneDoes(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThatItIsShortest(value);
        }
    }

    @Property
    void aDecimalOfUpToFifteenDigitsIsPrintedAsItWasMeant(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long unscaled,
            @ForAll @IntRange(min = 0, max = 6) int decimals) {
        for (long digits : new long[] {unscaled, unscaled % 100_000, 1 + unscaled % 9}) {
            BigDecimal meant = BigDecimal.valueOf(Math.max(1, digits), decimals).stripTrailingZeros();
            String printed = CanonicalJson.number(meant.doubleValue());
            assertThat(printed).isEqualTo(meant.toPlainString());
            assertThat(CanonicalJson.number(-meant.doubleValue())).isEqualTo("-" + printed);
            assertThatItIsShortest(Math.nextUp(meant.doubleValue()));
            assertThatItIsShortest(Math.nextDown(meant.doubleValue()));
        }
    }

    private static void assertThatItIsShortest(double value) {
        String digits = CanonicalJson.number(value);
        assertThat(Double.parseDouble(digits)).isEqualTo(value + 0.0); // + 0.0: the sign of zero is not printed
        BigDecimal printed = new BigDecimal(digits).stripTrailingZeros();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(printed.scale() - 1); // of the last digit but one
        BigDecimal below = printed.subtract(printed.remainder(unit));
        if (printed.precision() > 1) {
            assertThat(below.doubleValue()).isNotEqualTo(value);
            assertThat(below.add(unit.multiply(BigDecimal.valueOf(printed.signum())))
                            .doubleValue())
                    .isNotEqualTo(value);
        }
    }

    @Test
    void doesNotDependOnTheOrderInWhichMembersWerePut() {
        Map<String, Object> forwards = new HashMap<>();
        Map<String, Object> backwards = new HashMap<>();
        List<String> names = Arrays.asList("yield", "coupon", "Aa", "BB", "maturity"); // Aa and BB share a hash
        for (int i = 0; i < names.size(); i++) {
            forwards.put(names.get(i), i);
            backwards.put(names.get(names.size() - 1 - i), names.size() - 1 - i);
        }

        assertThat(CanonicalJson.of(forwards))
                .isEqualTo(CanonicalJson.of(backwards))
                .hasSameHashCodeAs(CanonicalJson.of(backwards));
        assertThat(CanonicalJson.of(forwards).text())
                .isEqualTo("{\"Aa\":2,\"BB\":3,\"coupon\":1,\"maturity\":4,\"yield\":0}");
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(CanonicalJson.of(Map.of("I", 1234567.5, "date", LocalDate.of(2025, Month.JULY, 11)))
                            .text())
                    .isEqualTo("{\"I\":1234567.5,\"date\":\"2025-07-11\"}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesWhatACalculationIsMadeFrom() {
        CanonicalJson inner = CanonicalJson.of(List.of());
        Map<String, Object> value = new HashMap<>();
        value.put("month", Month.MAY);
        value.put("count", 9_007_199_254_740_991L);
        value.put("no", null);
        value.put("yes", true);
        value.put("inner", inner);
        value.put("empty", Map.of());

        assertThat(CanonicalJson.of(value))
                .hasToString("{\"count\":9007199254740991,\"empty\":{},\"inner\":[],\"month\":\"MAY\",\"no\":null,"
                        + "\"yes\":true}");
    }

    /** FIPS 180-4 example values are for other messages; this one was computed with coreutils' sha256sum. */
    @Test
    void hashesItsBytes() {
        assertThat(CanonicalJson.of(Map.of()).sha256())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void readsBackAsTheSameText() throws IOException {
        String hostile = "\u0000\u001f\"\\/\u007f\u0085\u2028\ud83d\ude02<script>";

        assertThat(JSON.readValue(CanonicalJson.of(hostile).toBytes(), String.class))
                .isEqualTo(hostile);
        assertThat(CanonicalJson.of(hostile).toBytes())
                .isEqualTo(CanonicalJson.of(hostile).text().getBytes(UTF_8));
    }

    @Test
    void refusesWhatJsonReadersWouldReadDifferently() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        for (Object bad : List.of(
                9_007_199_254_740_992L,
                -9_007_199_254_740_992L,
                Long.MIN_VALUE,
                "\ud83d",
                "\ude02",
                "a\ude02\ud83d",
                "\ud83d\ud83d\ude02",
                Map.of(1, "a"),
                Map.of("\ud83d", "a"),
                new BigDecimal("1.5"),
                1.5f,
                itself)) {
            assertThatThrownBy(() -> CanonicalJson.of(bad)).isInstanceOf(InvalidInput.class);
        }
    }
}
