package io.bondtrader.security.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import io.bondtrader.security.error.InputRejected;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Asvs({"1.3.3", "1.3.12", "1.4.2", "1.5.2", "2.2.1", "15.3.3"})
final class RequestBodyTest {

    private static final DecimalRule PRICE = DecimalRule.of("0.01", "300", 6);
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);

    private static RequestBody body(String json) {
        return RequestBody.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.standard());
    }

    @Test
    void aBodyIsBoundFieldByField() {
        RequestBody body = body("{\"isin\":\"US912810TM09\",\"price\":99.50,\"face\":1000000,\"side\":\"BUY\","
                + "\"day\":\"2026-03-02\",\"at\":\"2026-03-02T12:00:00Z\",\"live\":true,"
                + "\"legs\":[{\"name\":\"Z\u00fcrich\"},{\"name\":\"Gen\u00e8ve\"}],\"desk\":{\"id\":\"rates-1\"}}");
        var isin = body.text("isin", TextRule.isin());
        var price = body.decimal("price", PRICE);
        var face = body.integer("face", 1, 1_000_000_000);
        var side = body.oneOf("side", Side.class);
        var day = body.date("day", FIRST, LAST);
        var at = body.instant("at");
        var live = body.bool("live");
        var note = body.optionalText("note", TextRule.line(100));
        var limit = body.optionalDecimal("limit", PRICE);
        var names = body.objects("legs", 5).stream()
                .map(leg -> leg.text("name", TextRule.name(40)))
                .toList();
        var desk = body.object("desk").text("id", TextRule.identifier(20));
        assertThatThrownBy(price::value).isInstanceOf(IllegalStateException.class);
        body.done();

        assertThat(isin.value()).isEqualTo("US912810TM09");
        assertThat(price.value()).isEqualByComparingTo("99.5");
        assertThat(face.value()).isEqualTo(1_000_000L);
        assertThat(side.value()).isEqualTo(Side.BUY);
        assertThat(day.value()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(at.value()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
        assertThat(live.value()).isTrue();
        assertThat(note.orElse("none")).isEqualTo("none");
        assertThat(limit.orElse(BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
        assertThatThrownBy(note::value).isInstanceOf(IllegalStateException.class);
        assertThat(names.get(1).value()).isEqualTo("Gen\u00e8ve");
        assertThat(desk.value()).isEqualTo("rates-1");
    }

    @Test
    void allProblemsComeTogetherAndWithoutValues() {
        RequestBody body = body("{\"isin\":\"US912810TM00\",\"price\":-1,\"legs\":[{\"name\":7},3],\"desk\":[]}");
        body.text("isin", TextRule.isin());
        body.decimal("price", PRICE);
        body.integer("face", 1, 5);
        body.objects("legs", 5).forEach(leg -> leg.text("name", TextRule.name(40)));
        body.object("desk").text("id", TextRule.identifier(20));

        assertThatThrownBy(body::done)
                .isInstanceOfSatisfying(
                        InputRejected.class,
                        thrown -> assertThat(thrown.problems())
                                .containsExactly(
                                        "isin must be an ISIN",
                                        "price must be a number from 0.01 to 300 with at most 6 digits after the point",
                                        "face must be a whole number from 1 to 5",
                                        "legs[1] must be an object",
                                        "legs[0].name must be 1 to 40 letters, blanks, and . ' - & , ( ) inside",
                                        "desk must be an object"));
    }

    @Attack("A57")
    @Test
    void a57MembersThatNobodyAskedForAreRefused() {
        RequestBody body = body("{\"name\":\"Clara\",\"role\":\"admin\",\"desk\":{\"id\":\"a\",\"owner\":\"me\"}}");
        body.text("name", TextRule.name(40));
        body.object("desk").text("id", TextRule.identifier(20));

        assertThatThrownBy(body::done)
                .isInstanceOf(InputRejected.class)
                .hasMessageContaining("body must be without other members")
                .hasMessageContaining("desk must be without other members")
                .hasMessageNotContaining("admin")
                .hasMessageNotContaining("role");
    }

    @Attack("A57")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "1e400",
                "\"1e5\"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"0x10\"",
                "\"1_000\"",
                "\"+1\"",
                "\" 1\"",
                "\"01\"",
                "\"1.\"",
                "\".5\"",
                "\"\"",
                "\"-\"",
                "\"1.1234567\"",
                "301",
                "0.001",
                "\"\uff11\"",
                "true",
                "null",
                "[1]",
                "{}",
                "\"99999999999999999999999999999999999999999\""
            })
    void a57NumbersThatAreNoneAreRefusedBeforeAnyArithmetic(String number) {
        RequestBody body = body("{\"price\":" + number + "}");
        body.decimal("price", PRICE);

        assertThatThrownBy(body::done).isInstanceOf(InputRejected.class);
    }

    @Attack("A57")
    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "1.0", "1e2", "\"5\"", "99999999999999999999999999", "null", "-1", "6"})
    void a57WholeNumbersDoNotOverflow(String number) {
        RequestBody body = body("{\"face\":" + number + "}");
        body.integer("face", 0, 5);

        assertThatThrownBy(body::done).isInstanceOf(InputRejected.class);
    }

    @Attack("A57")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "7",
                "null",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "// c\n{}",
                "\ufeff{}",
                "{\"a\":[[[[[[[[[1]]]]]]]]]}"
            })
    void a57WhatIsNoObjectOfStrictJsonIsRefused(String json) {
        assertThatThrownBy(() -> body(json)).isInstanceOf(InputRejected.class);
    }

    @Attack("A57")
    @Test
    void a57LargeDeepAndForeignBodiesAreRefused() {
        assertThatThrownBy(() -> body("{\"a\":\"" + "x".repeat(70_000) + "\"}")).hasMessageContaining("bytes");
        assertThatThrownBy(() -> body("{\"a\":\"" + "x".repeat(5_000) + "\"}")).isInstanceOf(InputRejected.class);
        assertThatThrownBy(() -> body("{\"a\":[" + "1,".repeat(1_500) + "1]}")).isInstanceOf(InputRejected.class);
        assertThatThrownBy(
                        () -> RequestBody.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE), JsonLimits.standard()))
                .isInstanceOf(InputRejected.class);
        assertThatThrownBy(() ->
                        RequestBody.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, JsonLimits.standard()))
                .isInstanceOf(InputRejected.class);
        assertThatThrownBy(() -> new JsonLimits(0, 1, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new JsonLimits(1, 65, 1, 1)).isInstanceOf(InvalidInput.class);
    }

    /** Bytes from anywhere give a coded failure or a body, nothing else. */
    @Property
    void anyBytesAreABodyOrACodedFailure(@ForAll byte[] bytes) {
        try {
            RequestBody.read(bytes, JsonLimits.standard());
        } catch (BondTraderException coded) {
            assertThat(coded.code().id()).isEqualTo("BT-5081");
        }
    }

    /**
     * Four times the text takes less than nine times the processor's time: three for each doubling, where backtracking takes
     * sixteen at the least. The best of some runs, since a neighbour can only slow us.
     */
    @Attack("A54")
    @Test
    void a54RulesLookAtEachCharacterOnce() {
        List<IntFunction<String>> hostile = List.of(
                n -> "a".repeat(n), n -> "a-".repeat(n / 2), n -> "((((".repeat(n / 4), n -> "0".repeat(n - 1) + "x");
        TextRule[] rules = {TextRule.identifier(65_536), TextRule.name(65_536), TextRule.line(65_536)};
        for (IntFunction<String> made : hostile) {
            for (TextRule rule : rules) {
                assertThat(ratio(made, text -> rule.apply(text) == null ? 0 : 1, 1 << 14))
                        .isLessThan(9);
            }
            assertThat(ratio(made, text -> LogText.encode(text).length(), 1 << 18))
                    .isLessThan(9);
            assertThat(ratio(made, text -> CsvText.cell(text).length(), 1 << 18))
                    .isLessThan(9);
        }
    }

    private static double ratio(IntFunction<String> made, ToIntFunction<String> work, int length) {
        String short1 = made.apply(length);
        String long4 = made.apply(4 * length);
        long small = Long.MAX_VALUE;
        long large = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            small = Math.min(small, time(work, short1));
            large = Math.min(large, time(work, long4));
        }
        return (double) large / Math.max(small, 1);
    }

    private static long time(ToIntFunction<String> work, String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int found = 0;
        for (int i = 0; i < 5; i++) {
            found += work.applyAsInt(text);
        }
        assertThat(found).isNotNegative();
        return threads.getCurrentThreadCpuTime() - start;
    }

    @Test
    void textsKeepTheirRules() {
        assertThat(TextRule.identifier(5).check("id", "a-1.b")).isEqualTo("a-1.b");
        for (String bad : List.of("", "-a", "abcdef", "a b", "\u00e4", "a\n")) {
            assertThatThrownBy(() -> TextRule.identifier(5).check("id", bad)).isInstanceOf(InvalidInput.class);
        }
        assertThat(TextRule.name(40).check("name", "O\u2019Neill-M\u00fcller, Jos\u00e9"))
                .startsWith("O");
        assertThat(TextRule.name(9).check("name", "Jose\u0301")).isEqualTo("Jos\u00e9");
        for (String bad : List.of("<b>x", "7up", "x ", "a\u0000", "\u202eabc", "=x")) {
            assertThatThrownBy(() -> TextRule.name(40).check("name", bad)).isInstanceOf(InvalidInput.class);
        }
        assertThat(TextRule.line(20).check("note", "roll \u2192 5y")).isEqualTo("roll \u2192 5y");
        for (String bad : List.of(" x", "x ", "a\tb", "a\u200bb", "a\u2028b")) {
            assertThatThrownBy(() -> TextRule.line(20).check("note", bad)).isInstanceOf(InvalidInput.class);
        }
        assertThat(TextRule.lei().check("lei", "5493001KJTIIGC8Y1R12")).hasSize(20);
        assertThat(TextRule.cusip().check("cusip", "912810TM0")).hasSize(9);
        assertThatThrownBy(() -> TextRule.cusip().check("cusip", "912810TM1")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TextRule.line(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecimalRule.of("2", "1", 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecimalRule.of("1", "2", 19)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecimalRule.of("one", "2", 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecimalRule.of("1", "", 0)).isInstanceOf(InvalidInput.class);
        assertThat(PRICE.check("price", "99.5")).isEqualTo(new BigDecimal("99.5"));
        assertThat(Arrays.asList(PRICE.apply("1e5"), PRICE.apply("0.001"))).containsOnlyNulls();
    }
}
