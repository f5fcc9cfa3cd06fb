package io.bondtrader.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CovarianceTest {

    private static final FactorMoves RETURNS = ReferenceReturns.moves(500, 10);

    /** No three factors can be correlated like this: the smallest eigenvalue of the correlations is 1 - √2 · 0.9. */
    private static final Covariance IMPOSSIBLE =
            Covariance.ofCorrelations(List.of("a", "b", "c"), new double[] {0.1, 0.2, 0.3}, new double[][] {
                {1, 0.9, 0},
                {0.9, 1, 0.9},
                {0, 0.9, 1}
            });

    @Test
    void theReferenceReturnsAreTheOnesThatWereMeant() {
        double sum = 0;
        for (double[] day : ReferenceReturns.returns(500, 10)) {
            for (double one : day) {
                sum += one;
            }
        }
        assertThat(sum).isCloseTo(1.2603286321842186, within(1e-12));
    }

    /** As scikit-learn 1.x computes it, moments divided by T. */
    @Test
    void shrinkageToTheIdentityIsThatOfLedoitAndWolf() {
        CovarianceEstimate estimate = CovarianceEstimator.ledoitWolf().estimate(RETURNS);

        assertThat(estimate.shrinkage()).isCloseTo(0.0517375710, within(5e-11));
        assertThat(estimate.covariance().isPositiveSemidefinite()).isTrue();
    }

    @Test
    void oracleApproximatingShrinkageIsThatOfChenAndOthers() {
        assertThat(CovarianceEstimator.oracleApproximating().estimate(RETURNS).shrinkage())
                .isCloseTo(0.0519299333, within(5e-11));
    }

    @Test
    void shrinkageToConstantCorrelationIsThatOfLedoitAndWolf() {
        CovarianceEstimate estimate = CovarianceEstimator.constantCorrelation().estimate(RETURNS);

        assertThat(estimate.shrinkage()).isCloseTo(0.8156667, within(5e-8));
        assertThat(estimate.covariance().volatility(3))
                .isCloseTo(
                        CovarianceEstimator.sample()
                                .estimate(RETURNS)
                                .covariance()
                                .volatility(3),
                        within(1e-15));
    }

    @Test
    void exponentialWeightsAreThoseOfTheLatestDays() {
        CovarianceEstimate estimate = CovarianceEstimator.exponential(0.94).estimate(RETURNS);
        double[] own = RETURNS.ofFactor(2);
        double sum = 0;
        double weights = 0;
        for (int t = 0; t < own.length; t++) {
            double weight = Math.pow(0.94, own.length - 1 - t);
            sum += weight * own[t] * own[t];
            weights += weight;
        }

        assertThat(estimate.covariance().get(2, 2)).isCloseTo(sum / weights, within(1e-18));
        assertThat(estimate.effectiveObservations()).isCloseTo((1 + 0.94) / (1 - 0.94), within(1e-6));
    }

    @Test
    void aFactorModelKeepsVariancesAndExplainsTheRestByItsComponents() {
        Covariance sample = CovarianceEstimator.sample().estimate(RETURNS).covariance();
        Covariance model = CovarianceEstimator.factorModel(1).estimate(RETURNS).covariance();
        Covariance whole = CovarianceEstimator.factorModel(10).estimate(RETURNS).covariance();

        assertThat(model.get(4, 4)).isCloseTo(sample.get(4, 4), within(1e-18));
        assertThat(model.isPositiveSemidefinite()).isTrue();
        assertThat(whole.get(3, 7)).isCloseTo(sample.get(3, 7), within(1e-15));
    }

    @Test
    void componentsAreUncorrelatedAndExplainEverythingTogether() {
        Covariance sample = CovarianceEstimator.aroundZero().estimate(RETURNS).covariance();
        PrincipalComponents components = PrincipalComponents.of(sample);

        assertThat(components.explained(10)).isCloseTo(1, within(1e-12));
        assertThat(components.explained(1)).isGreaterThan(components.explained(2) - components.explained(1));
        assertThat(sample.variance(components.loadings(0))).isCloseTo(components.variance(0), within(1e-15));
        double[] withFirst = sample.times(components.loadings(0));
        double cross = 0;
        for (int i = 0; i < 10; i++) {
            cross += withFirst[i] * components.loadings(1)[i];
        }
        assertThat(cross).isCloseTo(0, within(1e-15));
        assertThat(components.shape(0)).isEqualTo("level");
    }

    @Test
    void anImpossibleMatrixIsRefusedWithAdvice() {
        assertThat(IMPOSSIBLE.isPositiveSemidefinite()).isFalse();
        assertThatThrownBy(IMPOSSIBLE::requirePositiveSemidefinite)
                .isInstanceOf(NotPositiveSemidefinite.class)
                .hasMessageContaining("CovarianceRepair");
        assertThatThrownBy(() -> PrincipalComponents.of(IMPOSSIBLE)).isInstanceOf(NotPositiveSemidefinite.class);
    }

    @ParameterizedTest
    @EnumSource(CovarianceRepair.Method.class)
    void aRepairKeepsVolatilitiesAndSaysWhatItChanged(CovarianceRepair.Method method) {
        CovarianceRepair repair = CovarianceRepair.of(IMPOSSIBLE, method);

        assertThat(repair.after().isPositiveSemidefinite()).isTrue();
        assertThat(repair.negativeEigenvalues()).isEqualTo(1);
        assertThat(repair.smallestEigenvalue()).isNegative();
        assertThat(repair.after().volatility(1)).isCloseTo(0.2, within(1e-12));
        assertThat(repair.largestCorrelationChange()).isBetween(0.05, 0.4);
        assertThat(repair.distance()).isPositive();
    }

    /** Higham (2002), section 5: the nearest correlation matrix to his example of size three. */
    @Test
    void theNearestCorrelationIsTheOneOfTheLiterature() {
        Covariance higham = Covariance.of(List.of("a", "b", "c"), new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        Covariance nearest = CovarianceRepair.of(higham, CovarianceRepair.Method.NEAREST_CORRELATION)
                .after();

        assertThat(nearest.get(0, 1)).isCloseTo(0.7607, within(5e-5));
        assertThat(nearest.get(0, 2)).isCloseTo(0.1573, within(5e-5));
        assertThat(nearest.get(1, 2)).isCloseTo(0.7607, within(5e-5));
    }

    @Test
    void theNearestCorrelationIsNearerThanTheOthers() {
        double nearest = distance(CovarianceRepair.Method.NEAREST_CORRELATION);

        assertThat(nearest).isLessThanOrEqualTo(distance(CovarianceRepair.Method.SPECTRAL));
        assertThat(nearest).isLessThanOrEqualTo(distance(CovarianceRepair.Method.SHRINK_CORRELATIONS));
    }

    private static double distance(CovarianceRepair.Method method) {
        Covariance unit =
                Covariance.of(List.of("a", "b", "c"), new double[][] {{1, 0.9, 0}, {0.9, 1, 0.9}, {0, 0.9, 1}});
        return CovarianceRepair.of(unit, method).distance();
    }

    @Test
    void whatNeedsNoRepairComesBackAsItIs() {
        Covariance sample = CovarianceEstimator.sample().estimate(RETURNS).covariance();
        CovarianceRepair repair = CovarianceRepair.of(sample, CovarianceRepair.Method.NEAREST_CORRELATION);

        assertThat(repair.after()).isSameAs(sample);
        assertThat(repair.distance()).isZero();
    }

    @Test
    void matricesThatAreNoneAreRefused() {
        List<String> two = List.of("a", "b");
        assertThatThrownBy(() -> Covariance.of(two, new double[][] {{1, 0.5}, {0.4, 1}}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("mirror");
        assertThatThrownBy(() -> Covariance.of(two, new double[][] {{1, Double.NaN}, {0, 1}}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("covariance [0][1]");
        assertThatThrownBy(() -> Covariance.of(two, new double[][] {{-1, 0}, {0, 1}}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("variance of a");
        assertThatThrownBy(() -> Covariance.of(List.of("a", "a"), new double[2][2]))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Covariance.of(List.of(), new double[0][0])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Covariance.of(two, new double[1][2])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Covariance.ofCorrelations(two, new double[] {1, 1}, new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> IMPOSSIBLE.times(new double[2])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> IMPOSSIBLE.scaled(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CovarianceEstimator.exponential(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CovarianceEstimator.factorModel(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatNeverMovesHasNoCorrelation() {
        Covariance still = Covariance.of(List.of("a", "b"), new double[][] {{0, 0}, {0, 1}});
        assertThatThrownBy(() -> still.correlation(0, 1))
                .isInstanceOf(ZeroVariance.class)
                .hasMessageContaining("a must have a positive variance");
        double[][] rows = new double[80][2];
        Arrays.setAll(rows, t -> new double[] {0, t % 3 - 1});
        FactorMoves moves =
                FactorMoves.of(List.of("still", "moving"), RETURNS.ends().subList(0, 80), ReturnKind.ABSOLUTE, rows);
        assertThatThrownBy(() -> CovarianceEstimator.constantCorrelation().estimate(moves))
                .isInstanceOf(ZeroVariance.class)
                .hasMessageContaining("still");
        assertThatThrownBy(() -> moves.scaledToVolatility(0.94)).isInstanceOf(ZeroVariance.class);
        assertThatThrownBy(() -> PrincipalComponents.of(Covariance.of(List.of("a"), new double[][] {{0}})))
                .isInstanceOf(ZeroVariance.class);
        assertThatThrownBy(() -> CovarianceEstimator.sample().estimate(moves.last(1)))
                .isInstanceOf(InsufficientHistory.class);
    }
}
