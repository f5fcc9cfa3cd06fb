package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.factor.Covariance;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class CreditMetricsTest {

    private static final TransitionMatrix MATRIX = Published.matrix();

    /** Values by rating: our arithmetic off the rounded curves; the document prints 107.55, 98.10, 83.64. */
    @Test
    void theBondOfTheTechnicalDocumentIsWorthWhatItSays() {
        List<Double> values = Published.bond("BBB bond").values();

        assertThat(values.get(3)).isCloseTo(107.53, within(0.005)).isCloseTo(107.55, within(0.025));
        assertThat(values.get(5)).isCloseTo(98.09, within(0.005)).isCloseTo(98.10, within(0.025));
        assertThat(values.get(6)).isCloseTo(83.63, within(0.005)).isCloseTo(83.64, within(0.025));
        assertThat(values.get(7)).isEqualTo(51.13);
    }

    /** Mean 107.09, standard deviation 2.99, 3.18 with recovery, first percentile 98.10. */
    @Test
    void itsDistributionIsThatOfTheTechnicalDocument() {
        ValueDistribution value = ValueDistribution.of(Published.bond("BBB bond"), MATRIX);

        assertThat(value.mean()).isCloseTo(107.07, within(0.005)).isCloseTo(107.09, within(0.025));
        assertThat(value.standardDeviation()).isCloseTo(2.99, within(0.005));
        assertThat(value.standardDeviationWithRecovery()).isCloseTo(3.18, within(0.005));
        assertThat(value.percentile(0.01)).isCloseTo(98.10, within(0.025));
        assertThat(value.valueAtRisk(0.99)).isCloseTo(8.99, within(0.025));
        assertThat(value.expectedShortfall(0.99)).isGreaterThan(value.valueAtRisk(0.99));
    }

    @Test
    void oneSimulatedNameAgreesWithItsExactDistribution() {
        RatedExposure certain = withoutRecoveryRisk(Published.bond("one"));
        ValueDistribution exact = ValueDistribution.of(certain, MATRIX);
        ValueDistribution simulated =
                CreditPortfolio.of(List.of(certain), MATRIX, 0.0).simulate(400_000, 7L, Parallelism.callingThread());

        assertThat(simulated.mean()).isCloseTo(exact.mean(), within(4.0 * simulated.standardErrorOfMean()));
        assertThat(simulated.standardDeviation()).isCloseTo(exact.standardDeviation(), within(0.08));
        assertThat(simulated.percentile(0.01)).isEqualTo(exact.percentile(0.01));
        assertThat(exact.standardErrorOfMean()).isZero();
    }

    /** Both default together: the bivariate normal probability, by integrating over the common factor. */
    @Test
    void twoNamesDefaultTogetherAsOftenAsTheirCorrelationSays() {
        double rho = 0.4;
        RatedExposure indicator = new RatedExposure("x", "CCC", List.of(0., 0., 0., 0., 0., 0., 0., 1.), 0.0);
        RatedExposure other = new RatedExposure("y", "CCC", indicator.values(), 0.0);
        double pd = MATRIX.defaultProbability("CCC");
        VasicekLoss conditional = new VasicekLoss(pd, rho);
        double both = NormalIntegral.integral(
                y -> Math.pow(conditional.conditionalDefaultProbability(y), 2) * NormalIntegral.density(y),
                -12,
                12,
                200);

        int paths = 200_000;
        ValueDistribution defaults = CreditPortfolio.of(List.of(indicator, other), MATRIX, rho)
                .simulate(paths, 11L, Parallelism.callingThread());
        double share = (defaults.standardDeviation() * defaults.standardDeviation()
                        + defaults.mean() * defaults.mean()
                        - defaults.mean())
                / 2.0; // E[n²] − E[n] = 2·P(both)

        assertThat(share).isCloseTo(both, within(5.0 * Math.sqrt(both / paths)));
        assertThat(both).isGreaterThan(pd * pd);
    }

    @Test
    void theSameSeedGivesTheSameValuesOnAnyNumberOfThreads() {
        CreditPortfolio portfolio =
                CreditPortfolio.of(List.of(Published.bond("a"), Published.bond("b"), Published.bond("c")), MATRIX, 0.3);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            ValueDistribution alone = portfolio.simulate(10_000, 3L, Parallelism.callingThread());
            ValueDistribution together = portfolio.simulate(10_000, 3L, Parallelism.on(threads, 3));

            assertThat(together.mean()).isEqualTo(alone.mean());
            assertThat(together.percentile(0.001)).isEqualTo(alone.percentile(0.001));
            assertThat(portfolio
                            .simulate(10_000, 4L, Parallelism.callingThread())
                            .mean())
                    .isNotEqualTo(alone.mean());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void perfectlyCorrelatedEqualNamesAreOneName() {
        RatedExposure certain = withoutRecoveryRisk(Published.bond("one"));
        ValueDistribution one =
                CreditPortfolio.of(List.of(certain), MATRIX, 1.0).simulate(50_000, 5L, Parallelism.callingThread());
        ValueDistribution three = CreditPortfolio.of(
                        List.of(certain, renamed(certain, "two"), renamed(certain, "three")), MATRIX, 1.0)
                .simulate(50_000, 5L, Parallelism.callingThread());

        assertThat(three.percentile(0.01)).isCloseTo(3 * one.percentile(0.01), within(1e-9));
    }

    private static RatedExposure renamed(RatedExposure exposure, String name) {
        return new RatedExposure(name, exposure.rating(), exposure.values(), exposure.recoveryDeviation());
    }

    private static RatedExposure withoutRecoveryRisk(RatedExposure exposure) {
        return new RatedExposure(exposure.name(), exposure.rating(), exposure.values(), 0.0);
    }

    @Test
    void badExposuresAndPortfoliosAreRefused() {
        RatedExposure bond = Published.bond("bond");
        RatedExposure short2 = new RatedExposure("short", "BBB", List.of(1.0, 2.0), 0.0);
        RatedExposure unknown = new RatedExposure("unknown", "Z", bond.values(), 0.0);

        assertThatThrownBy(() -> new RatedExposure("", "BBB", List.of(1.0, 2.0), 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RatedExposure("x", "BBB", List.of(1.0), 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RatedExposure("x", "BBB", List.of(1.0, Double.NaN), 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new RatedExposure("x", "BBB", List.of(1.0, 2.0), -1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RatedExposure.ofAnnualBond("x", "BBB", 6, Map.of(), Published.STATES, 51, 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ValueDistribution.of(short2, MATRIX)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ValueDistribution.of(unknown, MATRIX)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CreditPortfolio.of(List.of(), MATRIX, 0.2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CreditPortfolio.of(List.of(bond), MATRIX, Double.NaN))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        CreditPortfolio.of(List.of(bond), MATRIX, 0.2).simulate(0, 1, Parallelism.callingThread()))
                .isInstanceOf(InvalidInput.class);
        Covariance impossible =
                Covariance.ofCorrelations(List.of("a", "b", "c"), new double[] {1, 1, 1}, new double[][] {
                    {1, -0.9, -0.9}, {-0.9, 1, -0.9}, {-0.9, -0.9, 1}
                });
        assertThatThrownBy(() -> CreditPortfolio.of(List.of(bond, bond, bond), MATRIX, impossible))
                .isInstanceOf(NotPositiveSemidefinite.class);
        ValueDistribution value = ValueDistribution.of(bond, MATRIX);
        assertThatThrownBy(() -> value.percentile(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> value.valueAtRisk(1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> value.expectedShortfall(Double.NaN)).isInstanceOf(InvalidInput.class);
    }
}
