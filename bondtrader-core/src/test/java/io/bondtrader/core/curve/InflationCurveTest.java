package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A price index, published and projected. */
final class InflationCurveTest {

    private static final YearMonth BASE = YearMonth.of(2026, 1);
    private static final Map<YearMonth, Double> PUBLISHED =
            Map.of(BASE.minusMonths(1), 318.961, BASE, 320.0, BASE.plusMonths(1), 321.5);
    private static final InflationCurve CURVE = InflationCurve.of(
            "CPI", PUBLISHED, BASE, new int[] {1, 2, 5, 10}, new double[] {0.03, 0.025, 0.023, -0.001});
    private static final Seasonality SEASONS = Seasonality.ofMonthlyGrowth(
            List.of(0.002, 0.003, 0.001, 0.0, -0.001, 0.0, -0.002, 0.001, 0.0, -0.001, -0.003, -0.001));

    @Test
    void whatIsPublishedIsNotProjected() {
        assertThat(CURVE.index(BASE.plusMonths(1))).isEqualTo(321.5);
        assertThat(CURVE.index(BASE.minusMonths(1))).isEqualTo(318.961);
        assertThatExceptionOfType(MissingData.class).isThrownBy(() -> CURVE.index(BASE.minusMonths(2)));
        double[] sensitivities = new double[4];
        CURVE.addIndexSensitivities(BASE.plusMonths(1), 1.0, sensitivities, 0);
        assertThat(sensitivities).containsOnly(0.0);
    }

    @Test
    void zeroCouponSwapsAreMetWithAndWithoutSeasons() {
        for (InflationCurve curve : List.of(CURVE, CURVE.withSeasonality(SEASONS))) {
            assertThat(curve.index(BASE.plusYears(5)))
                    .isCloseTo(320.0 * 1.023 * 1.023 * 1.023 * 1.023 * 1.023, within(1e-10));
            assertThat(curve.breakEven(2)).isCloseTo(0.025, within(1e-15));
            assertThat(curve.breakEven(10)).isCloseTo(-0.001, within(1e-15));
        }
    }

    @Test
    void pricesGrowEvenlyBetweenNodesAndAfterTheLast() {
        double within = CURVE.index(BASE.plusMonths(30)) / CURVE.index(BASE.plusMonths(29));
        assertThat(CURVE.index(BASE.plusMonths(51)) / CURVE.index(BASE.plusMonths(50)))
                .isCloseTo(within, within(1e-14));
        double atTheEnd = CURVE.index(BASE.plusMonths(120)) / CURVE.index(BASE.plusMonths(119));
        assertThat(CURVE.index(BASE.plusMonths(361)) / CURVE.index(BASE.plusMonths(360)))
                .isCloseTo(atTheEnd, within(1e-14));
    }

    @Test
    void seasonsCancelOverAYear() {
        InflationCurve seasonal = CURVE.withSeasonality(SEASONS);
        double product = 1.0;
        for (Month month : Month.values()) {
            product *= SEASONS.factor(month);
        }
        assertThat(product).isCloseTo(1.0, within(1e-14));
        double ratio = seasonal.index(YearMonth.of(2029, 7)) / CURVE.index(YearMonth.of(2029, 7));
        assertThat(ratio).isNotCloseTo(1.0, within(1e-4));
        assertThat(seasonal.index(YearMonth.of(2033, 7)) / CURVE.index(YearMonth.of(2033, 7)))
                .isCloseTo(ratio, within(1e-14));
        // From January to February prices rise by 0.3% more than the mean of all months.
        double growth = SEASONS.factor(Month.FEBRUARY) / SEASONS.factor(Month.JANUARY);
        assertThat(growth).isCloseTo(Math.exp(0.003 + 0.001 / 12.0), within(1e-12));
    }

    @Test
    void aBondReadsItsReferenceIndexOffTheCurve() {
        LocalDate day = LocalDate.of(2030, 5, 16);
        double february = CURVE.index(YearMonth.of(2030, 2));
        double march = CURVE.index(YearMonth.of(2030, 3));
        assertThat(CURVE.referenceIndex(day, Indexation.EURO_HICP))
                .isCloseTo(february + 15.0 / 31.0 * (march - february), within(5e-6));
        assertThat(CURVE.referenceIndex(day, Indexation.UK_8_MONTH)).isEqualTo(CURVE.index(YearMonth.of(2029, 9)));
        assertThat(CURVE.referenceIndex(day.withDayOfMonth(1), Indexation.EURO_HICP))
                .isCloseTo(february, within(5e-6));
    }

    @Test
    void theIndexKnowsWhatItOwesToTheBreakEvenRates() {
        Indexation unrounded = new Indexation("unrounded", 3, Indexation.Interpolation.DAILY, Indexation.Rounding.NONE);
        double[] rates = {0.03, 0.025, 0.023, -0.001};
        for (Interpolator way : List.of(Interpolators.LINEAR, Interpolators.NATURAL_CUBIC, Interpolators.PCHIP)) {
            InflationCurve curve = CURVE.withSeasonality(SEASONS).withInterpolator(way);
            for (LocalDate day = LocalDate.of(2026, 6, 10); day.getYear() < 2050; day = day.plusDays(397)) {
                double[] sensitivities = new double[5];
                curve.addReferenceIndexSensitivities(day, unrounded, 2.0, sensitivities, 1);
                for (int k = 0; k < 4; k++) {
                    double[] up = rates.clone();
                    double[] down = rates.clone();
                    up[k] += 1e-6;
                    down[k] -= 1e-6;
                    double difference = (curve.withBreakEvens(up).referenceIndex(day, unrounded)
                                    - curve.withBreakEvens(down).referenceIndex(day, unrounded))
                            / 1e-6;
                    assertThat(sensitivities[k + 1]).isCloseTo(difference, within(1e-3));
                }
            }
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Seasonality(Collections.nCopies(12, 1.01)));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> new Seasonality(List.of(1.0)));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> CURVE.withBreakEvens(new double[4 - 1]));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> CURVE.withInterpolator(Interpolators.MONOTONE_CONVEX));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> CURVE.index(YearMonth.of(9999, 1)));
        assertThatExceptionOfType(MissingData.class)
                .isThrownBy(() ->
                        InflationCurve.of("CPI", PUBLISHED, YearMonth.of(2020, 1), new int[] {1}, new double[] {0.02}));
    }
}
