package io.bondtrader.security.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Asvs({"1.2.4", "1.2.10", "16.4.1"})
final class OutputTextTest {

    @Attack("A50")
    @Test
    void a50OneEventIsOneLineAndCanBeReadBack() {
        String hostile =
                "ok\r\n2026-03-02 admin signed in\u001b[2J\u2028x\u2029\u202egnp.exe\u0000${jndi:ldap://x}\\ \ud800";
        String line = LogText.encode(hostile);

        assertThat(line)
                .isEqualTo("ok\\r\\n2026-03-02 admin signed in\\u001b[2J\\u2028x\\u2029\\u202egnp.exe\\u0000"
                        + "\\u0024{jndi:ldap://x}\\\\ \\ud800");
        assertThat(LogText.decode(line)).isEqualTo(hostile);
    }

    @Attack("A50")
    @Property
    void a50WhateverComesIsOnePlainLine(@ForAll String text) {
        String line = LogText.encode(text);

        assertThat(line.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE))
                .isTrue();
        assertThat(line).doesNotContain("${");
        assertThat(LogText.decode(line)).isEqualTo(text);
    }

    @Test
    void plainTextIsNotTouched() {
        String plain = "Z\u00fcrich 4.25% \ud83d\udcc8 $100";
        assertThat(LogText.encode(plain)).isSameAs(plain);
        for (String broken : List.of("\\", "\\x", "\\u12", "\\uzzzz")) {
            assertThatThrownBy(() -> LogText.decode(broken)).isInstanceOf(InvalidInput.class);
        }
    }

    @Attack("A56")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=1+1|\"'=1+1\"",
                "+1|\"'+1\"",
                "-1|\"'-1\"",
                "@SUM(A1)|\"'@SUM(A1)\"",
                "~  =1~|\"'  =1\"",
                "plain|plain",
                "a,b|\"a,b\"",
                "a\"b|\"a\"\"b\"",
                "a;b|\"a;b\""
            })
    void a56CellsThatLookLikeFormulasAreText(String value, String cell) {
        assertThat(CsvText.cell(value)).isEqualTo(cell);
    }

    @Attack("A56")
    @Test
    void a56RowsStayRows() {
        assertThat(CsvText.row(List.of("a\nb", "\t=1", "\uff1d1", "", "c")))
                .isEqualTo("\"a\nb\",\"'\t=1\",\"'\uff1d1\",,c");
    }

    @Attack("A56")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from t where id = 'x' or '1'='1'",
                "select 1; drop table t",
                "select 1 -- comment",
                "select /* x */ 1",
                "select 1 # comment",
                "select $$x$$",
                "select \\x",
                "",
                "select \u00e4"
            })
    void a56StatementsHoldNoValues(String statement) {
        assertThatThrownBy(() -> ParameterisedSql.of(statement)).isInstanceOf(InvalidInput.class);
    }

    @Attack("A56")
    @Test
    void a56NamesComeFromAListAndValuesAreBound() {
        ParameterisedSql statement = ParameterisedSql.of("select id, price\nfrom trades where book = ? and day >= ?");
        assertThat(statement.binding(2).parameters()).isEqualTo(2);
        assertThatThrownBy(() -> statement.binding(1)).isInstanceOf(InvalidInput.class);
        assertThat(statement.text()).hasToString(statement.toString());

        Set<String> columns = Set.of("price", "trade_day");
        assertThat(ParameterisedSql.name("Trade_Day", columns)).isEqualTo("trade_day");
        assertThatThrownBy(() -> ParameterisedSql.name("price desc", columns)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ParameterisedSql.name("x", Set.of("a b"))).isInstanceOf(InvalidInput.class);
    }

    @Attack("A51")
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u0000", "\u00e4", ""})
    void a51HeadersAreOneLineOfAscii(String value) {
        assertThatThrownBy(() -> HeaderText.value("X", value)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HeaderText.token("X", value)).isInstanceOf(InvalidInput.class);
        assertThat(HeaderText.value("X", "a b")).isEqualTo("a b");
        assertThatThrownBy(() -> HeaderText.token("X", "a b")).isInstanceOf(InvalidInput.class);
    }
}
