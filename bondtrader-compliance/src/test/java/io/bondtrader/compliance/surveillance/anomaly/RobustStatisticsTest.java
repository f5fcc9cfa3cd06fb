package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The normal law, median and deviation, axes and robust scatter. */
final class RobustStatisticsTest {

    private static final long SEED = Long.getLong("anomaly.seed", 20261122L);

    /** Abramowitz and Stegun, tables 26.1 and 26.5. */
    @Test
    void theNormalLawIsThatOfTheTables() {
        assertThat(NormalLaw.below(0)).isEqualTo(0.5);
        assertThat(NormalLaw.below(1)).isCloseTo(0.841344746068543, within(1e-14));
        assertThat(NormalLaw.below(-2)).isCloseTo(0.022750131948179, within(1e-14));
        assertThat(NormalLaw.below(-50)).isZero();
        assertThat(NormalLaw.below(50)).isEqualTo(1);
        assertThat(NormalLaw.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(NormalLaw.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-11));
    }

    @Test
    void theDeviationOfTheMedianIsThatOfANormalDistribution() {
        assertThat(RobustScale.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(RobustScale.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
        assertThat(RobustScale.scale(new double[] {1, 2, 3, 4, 1e9}, 3)).isCloseTo(1.4826, within(1e-4));
        assertThat(RobustScale.scale(new double[] {5, 5, 5, 9}, 5)).isCloseTo(1.253314, within(1e-6));
        assertThat(RobustScale.scale(new double[] {5, 5, 5}, 5)).isZero();
    }

    /** The matrix of ones and twos has axes of equal and opposite parts. */
    @Test
    void axesOfASymmetricMatrixAreThoseKnown() {
        double[][] axes = SymmetricAxes.of(new double[][] {{2, 1}, {1, 2}});
        assertThat(Math.abs(axes[0][0])).isCloseTo(Math.sqrt(0.5), within(1e-14));
        assertThat(axes[0][0] * axes[0][1] + axes[1][0] * axes[1][1]).isCloseTo(0, within(1e-14));
    }

    @Test
    void axesMakeAMatrixDiagonal() {
        double[][] matrix = {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 1}};
        double[][] axes = SymmetricAxes.of(new double[][] {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 1}});
        for (int p = 0; p < 3; p++) {
            for (int q = 0; q < 3; q++) {
                double product = 0;
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        product += axes[i][p] * matrix[i][j] * axes[j][q];
                    }
                }
                if (p != q) {
                    assertThat(product).isCloseTo(0, within(1e-12));
                }
            }
        }
    }

    /** Correlation 0.8 and a fifth of outliers: the distances are those of the clean law, 3.2 for (2, 1.2) by hand. */
    @Test
    void outliersLeaveDistancesAlone() {
        double clean = distance(rows(0, 4000), 2, -2);
        double dirty = distance(rows(0.2, 4000), 2, -2);
        // (2, -2) lies along the short axis, whose variance is 0.2: 8 / (0.95 * 0.2 + 0.05).
        assertThat(clean).as("seed %d", SEED).isCloseTo(8 / 0.24, within(3.5));
        assertThat(dirty).as("seed %d", SEED).isBetween(0.4 * clean, 1.1 * clean);
        assertThat(distance(rows(0, 4000), 2, 2)).as("seed %d", SEED).isCloseTo(8 / 1.76, within(0.6));
    }

    @Test
    void contributionsAddUpAndAreNotNegative() {
        RobustScatter scatter = RobustScatter.of(rows(0, 500));
        double[] parts = scatter.contributions(new double[] {5, 0.1});
        assertThat(parts[0]).isPositive().isGreaterThan(parts[1]);
        assertThat(parts[1]).isNotNegative();
    }

    @Test
    void featuresThatAreOneAndTheSameLeaveDistancesFinite() {
        double[][] rows = new double[50][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i, i, 0};
        }
        double[] parts = RobustScatter.of(rows).contributions(new double[] {1, -1, 1});
        assertThat(RobustScatter.sum(parts)).isFinite().isGreaterThan(10);
    }

    private static double distance(double[][] rows, double x, double y) {
        return RobustScatter.sum(RobustScatter.of(rows).contributions(new double[] {x, y}));
    }

    private static double[][] rows(double outliers, int n) {
        Random random = new Random(SEED);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian();
            double y = 0.8 * x + 0.6 * random.nextGaussian();
            rows[i] = random.nextDouble() < outliers ? new double[] {20 + x, -20 + y} : new double[] {x, y};
        }
        return rows;
    }
}
