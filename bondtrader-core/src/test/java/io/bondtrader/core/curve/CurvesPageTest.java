package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.testdata.HandbookPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The handbook's page about curves says what the code does. */
final class CurvesPageTest {

    private static final String PAGE = HandbookPage.read("curves.md");

    @ParameterizedTest
    @EnumSource
    void everyPairHasARowThatSaysWhatItInterpolates(CurveInterpolation pair) {
        String quantity = switch (pair) {
            case MONOTONE_CONVEX -> "forward rates behind zero rates";
            case MONOTONE_CONVEX_POSITIVE -> "the same";
            default -> pair.quantity() == CurveQuantity.ZERO_RATE ? "zero rates" : "logarithms of discount factors";
        };
        assertThat(PAGE.lines()).anyMatch(row -> row.startsWith("| `" + pair + "` | " + quantity));
    }

    @ParameterizedTest
    @EnumSource
    void everyInterpolatorHasARow(Interpolators way) {
        assertThat(PAGE.lines()).anyMatch(row -> row.startsWith("| `" + way + "` | "));
    }

    @ParameterizedTest
    @EnumSource
    void everyExtrapolatorHasARow(StandardExtrapolator way) {
        assertThat(PAGE.lines()).anyMatch(row -> row.startsWith("| `" + way + "` | "));
    }
}
