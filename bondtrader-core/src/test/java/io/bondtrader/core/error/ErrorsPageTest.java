package io.bondtrader.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The handbook's page about errors says what the code does. */
final class ErrorsPageTest {

    private static final String PAGE = HandbookPage.read("errors.md");

    @ParameterizedTest
    @EnumSource(CoreErrorCode.class)
    void theRowOfACodeSaysWhatItMeansAndWhetherToTryAgain(CoreErrorCode code) {
        assertThat(PAGE.lines())
                .anyMatch(row -> row.startsWith("| `%s` | `%s` | %s | %s |"
                        .formatted(code.id(), code.name(), code.summary(), code.retryable() ? "yes" : "no")));
    }

    @ParameterizedTest
    @EnumSource(CoreErrorCode.class)
    void noCodeHasTwoRows(CoreErrorCode code) {
        assertThat(PAGE.lines().filter(row -> row.startsWith("| `" + code.id() + "`")))
                .hasSize(1);
    }
}
