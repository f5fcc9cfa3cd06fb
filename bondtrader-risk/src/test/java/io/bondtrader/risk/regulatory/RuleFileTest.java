package io.bondtrader.risk.regulatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RuleFileTest {

    static Stream<DatedRules> published() {
        return Stream.of(
                        IrrbbShocks.published(),
                        CreditRiskWeights.published(),
                        IrbRules.published(),
                        FrtbRules.published(),
                        LcrRules.published(),
                        NsfrRules.published(),
                        CapitalRules.published())
                .map(RuleBook::versions)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("published")
    void whatIsWrittenIsReadBack(DatedRules rules) {
        assertThat(RuleFile.read(RuleFile.write(rules), rules.getClass())).isEqualTo(rules);
    }

    @Test
    void anAmendedFileIsAVersionOfItsOwn() {
        String json = RuleFile.write(CapitalRules.basel2023())
                .replace("\"leverage\" : 0.03", "\"leverage\" : 0.0325")
                .replace("\"BASEL\"", "\"UK\"");

        CapitalRules amended = RuleFile.read(json, CapitalRules.class);

        assertThat(amended.leverage()).isEqualTo(0.0325);
        assertThat(amended.source().jurisdiction()).isEqualTo("UK");
    }

    /** Each refusal names the place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"leverage\" : 0.03 | \"leverage\" : 1.5 | leverage must be",
                "\"leverage\" : 0.03 | \"leverage\" : \"NaN\" | leverage",
                "\"leverage\" : 0.03 | \"leverage\" : true | $.leverage",
                "\"leverage\" : 0.03 | \"leverage\" : null | $.leverage",
                "\"leverage\" : 0.03 | \"lever\" : 0.03 | $.lever",
                "\"leverage\" : 0.03 | \"leverage\" : 0.03, \"leverage\" : 0.04 | Duplicate",
                "\"2024-01-01\" | \"2024-13-01\" | $.outputFloors",
                "\"effectiveFrom\" : \"2023-01-01\" | \"effectiveFrom\" : \"soon\" | $.source.effectiveFrom",
                "\"jurisdiction\" : \"BASEL\" | \"jurisdiction\" : \" \" | jurisdiction must be"
            })
    void filesThatAreNoRulesAreRefused(String right, String wrong, String named) {
        String json = RuleFile.write(CapitalRules.basel2023());
        assertThat(json).contains(right);

        assertThatThrownBy(() -> RuleFile.read(json.replace(right, wrong), CapitalRules.class))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(named);
    }

    @Test
    void brokenEndlessAndDeepTextsAreRefused() {
        String json = RuleFile.write(IrbRules.basel2023());
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "7",
                json.substring(0, 100),
                json + "{}",
                "[".repeat(1_000),
                " ".repeat(1_000_001),
                json.replace("CORPORATE", "CORPORATION"))) {
            assertThatThrownBy(() -> RuleFile.read(bad, IrbRules.class)).isInstanceOf(InvalidInput.class);
        }
    }
}
