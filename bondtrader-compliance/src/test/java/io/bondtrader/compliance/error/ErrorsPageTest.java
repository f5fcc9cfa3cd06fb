package io.bondtrader.compliance.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The handbook's page about errors says what the codes of compliance mean. */
final class ErrorsPageTest {

    private static final String PAGE = HandbookPage.read("errors.md");

    @ParameterizedTest
    @EnumSource(ComplianceErrorCode.class)
    void everyCodeHasOneRowThatSaysWhatItMeansAndWhetherToTryAgain(ComplianceErrorCode code) {
        assertThat(PAGE.lines()
                        .filter(row -> row.startsWith("| `%s` | `%s` | %s | %s |"
                                .formatted(code.id(), code.name(), code.summary(), code.retryable() ? "yes" : "no"))))
                .hasSize(1);
    }
}
