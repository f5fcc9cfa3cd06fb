package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.HierarchicalRiskParity.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** López de Prado, "Building Diversified Portfolios that Outperform Out of Sample" (2016): exhibits on his ten assets. */
final class HierarchicalRiskParityTest {

    /** The upper triangle of the covariance of the paper's simulated assets, by rows. */
    private static final String PAPER = """
            1.000648,-0.003050,0.010033,-0.010760,-0.005037,0.008763,0.998202,-0.001393,-0.001255,-0.009366
            1.009021,0.008614,0.007334,-0.009493,0.013032,-0.009421,-0.015346,1.010520,1.013335
            1.000739,-0.000638,0.001783,1.001575,0.006385,0.001922,0.012902,0.007998
            1.011855,0.005760,0.000906,-0.011912,0.000462,0.012573,0.009622
            1.005836,0.005606,-0.009643,1.008567,-0.006183,-0.007943
            1.064310,0.004414,0.005780,0.017185,0.011601
            1.058172,-0.006755,-0.008099,-0.016240
            1.074833,-0.011903,-0.013738
            1.075347,1.015220
            1.078587
            """;

    private static final Covariance TEN = paper();

    private static Covariance paper() {
        double[][] matrix = new double[10][10];
        List<String> rows = PAPER.lines().toList();
        for (int i = 0; i < 10; i++) {
            String[] entries = rows.get(i).split(",", -1);
            for (int j = i; j < 10; j++) {
                matrix[i][j] = Double.parseDouble(entries[j - i]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return Covariance.of(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), matrix);
    }

    private static void assertPercent(Portfolio portfolio, double... percent) {
        double[] weights = portfolio.weights();
        for (int i = 0; i < weights.length; i++) {
            assertThat(100 * weights[i]).as("asset %d", i + 1).isCloseTo(percent[i], within(0.00501));
        }
    }

    @Test
    void thePapersVariantGivesThePapersWeightsAndOrder() {
        Portfolio found = HierarchicalRiskParity.of(TEN, Variant.DISTANCE_OF_DISTANCES);
        assertPercent(found, 7.00, 7.59, 10.84, 19.03, 9.72, 10.19, 6.62, 9.10, 7.12, 12.79);
        assertThat(HierarchicalRiskParity.leafOrder(TEN, Variant.DISTANCE_OF_DISTANCES))
                .containsExactly("9", "2", "10", "1", "7", "3", "6", "4", "5", "8");
        assertThat(found.volatility()).isCloseTo(0.4640, within(5e-5));
    }

    @Test
    void thePapersOtherPortfoliosComeOut() {
        Portfolio least = Allocation.of(TEN).subjectTo(Constraint.longOnly()).minimumVariance();
        assertPercent(least, 14.44, 19.93, 19.73, 19.87, 18.68, 0, 5.86, 1.49, 0, 0);
        assertThat(least.volatility()).isCloseTo(0.4486, within(5e-5));
        double[] inverse = new double[10];
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            inverse[i] = 1 / TEN.get(i, i);
            sum += inverse[i];
        }
        for (int i = 0; i < 10; i++) {
            inverse[i] /= sum;
        }
        Portfolio byVariance = Portfolio.of(TEN, inverse);
        assertPercent(byVariance, 10.36, 10.28, 10.36, 10.25, 10.31, 9.74, 9.80, 9.65, 9.64, 9.61);
        assertThat(byVariance.volatility()).isCloseTo(0.4723, within(5e-5));
    }

    @Test
    void clusteringByTheDistanceItselfGivesPyPortfolioOptsWeights() {
        assertPercent(
                HierarchicalRiskParity.of(TEN, Variant.DIRECT_DISTANCE),
                13.09,
                5.30,
                10.44,
                13.09,
                10.84,
                9.82,
                12.52,
                10.15,
                9.80,
                4.96);
    }

    @Test
    void turningBranchesGivesSkfoliosWeights() {
        assertPercent(
                HierarchicalRiskParity.of(TEN, Variant.OPTIMAL_LEAF_ORDER),
                6.20,
                8.35,
                12.22,
                16.40,
                9.34,
                12.60,
                5.87,
                8.74,
                12.47,
                7.81);
    }

    @Test
    void realisticReturnsGiveTheSameByBothDistances() {
        Covariance covariance =
                Covariance.of(Workloads.names(10), Workloads.sampleCovariance(Workloads.returns(500, 10)));
        double[] expected = {
            .2030802743,
            .1534035321,
            .1213565094,
            .0988519283,
            .1179233999,
            .1033701956,
            .0500899952,
            .0383185248,
            .0546389419,
            .0589666986
        };
        assertThat(HierarchicalRiskParity.of(covariance, Variant.DIRECT_DISTANCE)
                        .weights())
                .containsExactly(expected, within(6e-11));
        assertThat(HierarchicalRiskParity.of(covariance, Variant.DISTANCE_OF_DISTANCES)
                        .weights())
                .containsExactly(expected, within(6e-11));
    }

    @Test
    void oneAssetIsHeldWholeAndOneThatNeverMovesIsRefused() {
        Covariance one = Covariance.of(List.of("A"), new double[][] {{0.04}});
        for (Variant variant : Variant.values()) {
            assertThat(HierarchicalRiskParity.of(one, variant).weights()).containsExactly(1);
        }
        Covariance still = Covariance.of(List.of("A", "B"), new double[][] {{0.04, 0}, {0, 0}});
        assertThatThrownBy(() -> HierarchicalRiskParity.of(still, Variant.DIRECT_DISTANCE))
                .isInstanceOf(ZeroVariance.class)
                .hasMessageContaining("B must have a positive variance");
    }
}
