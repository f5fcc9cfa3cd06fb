package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.error.InsufficientHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PnlVectorsTest {

    private static final PnlVectors BOOK = random(7, 503, 11);

    private static PnlVectors random(int positions, int scenarios, long seed) {
        Random random = new Random(seed);
        double[][] pnl = new double[positions][scenarios];
        for (double[] row : pnl) {
            Arrays.setAll(row, s -> 1000 * random.nextGaussian());
        }
        return PnlVectors.of("drawn", names("p", positions), names("s", scenarios), pnl);
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    private static PnlVectors losses(double... losses) {
        double[] pnl = Arrays.stream(losses).map(loss -> -loss).toArray();
        return PnlVectors.of("given", List.of("book"), names("s", pnl.length), new double[][] {pnl});
    }

    @ParameterizedTest
    @EnumSource(QuantileConvention.class)
    void componentsAddUpToTheFigureOfTheBook(QuantileConvention convention) {
        TailContributions contributions = BOOK.contributions(0.97, convention);

        double valueAtRisk = contributions.parts().stream()
                .mapToDouble(TailContributions.Part::componentValueAtRisk)
                .sum();
        double shortfall = contributions.parts().stream()
                .mapToDouble(TailContributions.Part::componentExpectedShortfall)
                .sum();

        assertThat(valueAtRisk).isCloseTo(contributions.risk().valueAtRisk(), within(1e-9));
        assertThat(shortfall).isCloseTo(contributions.risk().expectedShortfall(), within(1e-9));
    }

    @Test
    void componentsOfWeightedScenariosAddUpToo() {
        TailContributions contributions = BOOK.ageWeighted(0.99).contributions(0.97, QuantileConvention.COHERENT);

        assertThat(contributions.parts().stream()
                        .mapToDouble(TailContributions.Part::componentExpectedShortfall)
                        .sum())
                .isCloseTo(contributions.risk().expectedShortfall(), within(1e-9));
    }

    @Test
    void incrementalIsWhatLeavingThePositionOutSaves() {
        TailContributions contributions = BOOK.contributions(0.95, QuantileConvention.LINEAR);
        double without =
                BOOK.without(Set.of("p3")).risk(0.95, QuantileConvention.LINEAR).valueAtRisk();

        assertThat(contributions.parts().get(3).incrementalValueAtRisk())
                .isCloseTo(contributions.risk().valueAtRisk() - without, within(1e-9));
    }

    @Test
    void eachConventionReadsTenLossesAsItsTypeIsDefined() {
        PnlVectors ten = losses(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(ten.risk(0.75, QuantileConvention.LINEAR).valueAtRisk()).isCloseTo(7.75, within(1e-12));
        assertThat(ten.risk(0.75, QuantileConvention.WEIBULL).valueAtRisk()).isCloseTo(8.25, within(1e-12));
        assertThat(ten.risk(0.75, QuantileConvention.MEDIAN_UNBIASED).valueAtRisk())
                .isCloseTo(0.75 * (10 + 1.0 / 3) + 1.0 / 3, within(1e-12));
        assertThat(ten.risk(0.75, QuantileConvention.ORDER_STATISTIC).valueAtRisk())
                .isEqualTo(8);
        // the worst 2.5 of ten: 10, 9 and half of 8
        assertThat(ten.risk(0.75, QuantileConvention.COHERENT).expectedShortfall())
                .isCloseTo((10 + 9 + 4) / 2.5, within(1e-12));
        assertThat(ten.risk(0.75, QuantileConvention.ORDER_STATISTIC).expectedShortfall())
                .isCloseTo(9, within(1e-12));
    }

    @Test
    void equalWeightsChangeNothing() {
        PnlVectors weighted = BOOK.weighted(ones(503));

        assertThat(weighted.risk(0.99, QuantileConvention.COHERENT).expectedShortfall())
                .isCloseTo(BOOK.risk(0.99, QuantileConvention.COHERENT).expectedShortfall(), within(1e-9));
        assertThat(weighted.risk(0.99, QuantileConvention.ORDER_STATISTIC).valueAtRisk())
                .isEqualTo(BOOK.risk(0.99, QuantileConvention.ORDER_STATISTIC).valueAtRisk());
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void anOldLossFadesWithAge() {
        double[] losses = new double[100];
        losses[0] = 50; // the oldest

        PnlVectors fading = losses(losses).ageWeighted(0.95);

        assertThat(losses(losses).risk(0.99, QuantileConvention.ORDER_STATISTIC).valueAtRisk())
                .isEqualTo(50);
        assertThat(fading.risk(0.99, QuantileConvention.ORDER_STATISTIC).valueAtRisk())
                .isEqualTo(0);
    }

    @Test
    void theBandCoversTheTrueQuantileAboutAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            TailRisk risk = random(1, 500, seed).risk(0.95, QuantileConvention.LINEAR);
            covered += risk.valueAtRiskBand().contains(1644.853627) ? 1 : 0;
        }

        assertThat(covered / 400.0).isBetween(0.92, 0.99);
    }

    @Test
    void theShortfallBandCoversTheTrueShortfallAboutAsOftenAsItSays() {
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            TailRisk risk = random(1, 1000, seed).risk(0.95, QuantileConvention.COHERENT);
            covered += risk.expectedShortfallBand().contains(2062.712808) ? 1 : 0;
        }

        assertThat(covered / 400.0).isBetween(0.90, 0.985);
    }

    @Test
    void addingAndLeavingOutAreOpposites() {
        PnlVectors more = PnlVectors.of("drawn", List.of("extra"), BOOK.scenarios(), new double[][] {
            random(1, 503, 5).pnl(0)
        });

        assertThat(BOOK.plus(more).without(Set.of("extra")).totals()).isEqualTo(BOOK.totals());
        assertThat(BOOK.plus(BOOK).totals())
                .satisfies(sums -> assertThat(sums[17]).isCloseTo(2 * BOOK.totals()[17], within(1e-9)));
    }

    @Test
    void groupsAddUpToTheBook() {
        PnlVectors groups = BOOK.groupedBy(name -> name.compareTo("p3") < 0 ? "front" : "back");

        assertThat(groups.positions()).containsExactly("front", "back");
        assertThat(groups.totals()[100]).isCloseTo(BOOK.totals()[100], within(1e-9));
    }

    @Test
    void turningTheBookAroundTurnsEveryPnl() {
        double[] minus = new double[7];
        Arrays.fill(minus, -1);

        assertThat(BOOK.times(minus).pnl(2, 3)).isEqualTo(-BOOK.pnl(2, 3));
    }

    @Test
    void badInputIsNamed() {
        double[][] row = {{1, 2}};
        List<String> two = List.of("a", "b");
        assertThatThrownBy(() -> PnlVectors.of("m", List.of("x"), two, new double[][] {{1, Double.NaN}}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("P&L of x in scenario b")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> PnlVectors.of("m", List.of("x"), List.of("a"), row))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PnlVectors.of("m", List.of("x", "x"), two, new double[][] {{1, 2}, {1, 2}}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("named once");
        assertThatThrownBy(() -> BOOK.risk(1, QuantileConvention.LINEAR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BOOK.risk(Double.NaN, QuantileConvention.LINEAR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> losses(1).risk(0.9, QuantileConvention.LINEAR))
                .isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> BOOK.ageWeighted(0.9).risk(0.9, QuantileConvention.LINEAR))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BOOK.without(Set.of("nobody"))).isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> BOOK.weighted(new double[503])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BOOK.plus(random(1, 3, 1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BOOK.pnl(99, 0)).isInstanceOf(InvalidInput.class);
    }
}
