package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optima of the mean-variance workloads, on which several solvers agreed to twelve decimals. */
final class PublishedOptimaTest {

    @ParameterizedTest(name = "QP-{0}")
    @CsvSource({"50, 0.010947511363", "100, 0.004132695952", "500, 0.001181035783"})
    void leastVarianceUnderAReturnTargetAndCapsIsThePublishedOne(int n, double optimum) {
        Solution.Optimal found = Workloads.meanVariance(n, 1, 0.02).solve().orElseThrow();
        assertThat(found.objective()).isCloseTo(optimum, within(1e-12));
        assertThat(found.certificate().worst()).isLessThan(1e-12);
    }

    @ParameterizedTest(name = "QPD-{0}")
    @CsvSource({"100, 0.000315853185", "500, 0.000129797316"})
    void leastVarianceOfAWidelySpreadPortfolioIsThePublishedOne(int n, double optimum) {
        Solution.Optimal found = Workloads.meanVariance(n, 0.02, 0.005).solve().orElseThrow();
        assertThat(found.objective()).isCloseTo(optimum, within(1e-12));
        assertThat(found.certificate().worst()).isLessThan(1e-12);
    }
}
