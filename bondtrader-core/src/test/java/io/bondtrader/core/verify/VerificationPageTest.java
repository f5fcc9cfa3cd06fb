package io.bondtrader.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that users read says what the code does. */
class VerificationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "verification.md");

    @Test
    void theToleranceTableIsTheOneInForce() throws IOException {
        List<String> expected = Measure.builtIn().stream()
                .map(measure -> "| " + measure.name() + " | " + measure.unit() + " | "
                        + CanonicalJson.number(measure.defaultTolerance().absolute()) + " | "
                        + CanonicalJson.number(measure.defaultTolerance().relative()) + " |")
                .toList();

        assertThat(Files.readAllLines(PAGE)).containsSequence(expected);
    }

    @Test
    void theVerdictsAndTheMembersOfARecordAreAllExplained() throws IOException {
        String page = Files.readString(PAGE);
        for (Verdict verdict : Verdict.values()) {
            assertThat(page).contains("| `" + verdict + "` |");
        }
        Verified price = Verifier.strict()
                .verify(
                        new DualPath(Measure.CLEAN_PRICE, "closed annuity", "flow by flow"),
                        CalculationInputs.argumentOnly(),
                        0.0425,
                        98.5,
                        98.5,
                        0);
        assertThat(page).contains(price.toString().substring(0, price.toString().indexOf("tolerance")));
        String record = CalculationRecord.of(price, CalculationInputs.argumentOnly(), 0.0425)
                .toCanonicalJson()
                .text();
        for (String member : List.of(
                "schema",
                "library",
                "measure",
                "unit",
                "inputs",
                "inputsSha256",
                "conventions",
                "paths",
                "difference",
                "tolerance",
                "verdict",
                "iterations")) {
            assertThat(record).contains("\"" + member + "\":");
            assertThat(page).contains("`" + member + "`");
        }
    }
}
