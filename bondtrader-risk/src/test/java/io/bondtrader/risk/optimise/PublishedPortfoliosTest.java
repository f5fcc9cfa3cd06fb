package io.bondtrader.risk.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures from the literature, as exactly as they are printed there. */
final class PublishedPortfoliosTest {

    private static final double[][] RETURNS = Workloads.returns(500, 10);
    private static final Covariance TEN = Covariance.of(Workloads.names(10), Workloads.sampleCovariance(RETURNS));
    private static final VerifiedPortfolios VERIFIED = VerifiedPortfolios.of(Verifier.strict());

    @Test
    void theWorkloadIsTheDefinedOne() {
        assertThat(Arrays.stream(RETURNS).flatMapToDouble(Arrays::stream).sum())
                .isCloseTo(1.2603286321842186, within(1e-12));
    }

    /** Rockafellar and Uryasev, "Optimization of Conditional Value-at-Risk" (2000), tables 1 to 3. */
    @Test
    void rockafellarAndUryasevsThreeFundsOfLeastVariance() {
        Covariance covariance = Covariance.of(List.of("S&P", "Gov bond", "Small cap"), new double[][] {
            {.00324625, .00022983, .00420395}, {.00022983, .00049937, .00019247}, {.00420395, .00019247, .00764097}
        });
        Portfolio found = Allocation.of(covariance)
                .withExpectedReturns(.0101110, .0043532, .0137058)
                .subjectTo(Constraint.longOnly())
                .targetReturn(.011);
        assertThat(found.weights()).containsExactly(new double[] {.45201131, .11557318, .43241551}, within(5e-9));
        // Losses are normal: value at risk and its tail mean are multiples of the volatility less the mean.
        double[][] published = {
            {1.2815515655446004, .067847, 1.754983319324868, .096975},
            {1.6448536269514722, .090199, 2.0627128075074257, .115908},
            {2.3263478740408408, .132128, 2.6652142203458076, .152977}
        };
        for (double[] row : published) {
            assertThat(row[0] * found.volatility() - .011).isCloseTo(row[1], within(1e-6));
            assertThat(row[2] * found.volatility() - .011).isCloseTo(row[3], within(1e-6));
        }
    }

    /** Optima on which other solvers agreed; the long-only one is Clarabel's within 1e-7. */
    @Test
    void tenAssetsOfLeastVarianceAndGreatestSharpeRatio() {
        Allocation any = Allocation.of(TEN).withExpectedReturns(Workloads.sampleMeans(RETURNS));
        Portfolio longOnly = any.subjectTo(Constraint.longOnly()).minimumVariance();
        assertThat(longOnly.volatility()).isCloseTo(.0040795757744, within(1e-12));
        assertThat(longOnly.weights())
                .containsExactly(
                        new double[] {
                            .29580678, .21145361, .15255884, .08147308, .11173970, .10118724, .02879800, .00852332, 0,
                            .00845942
                        },
                        within(2e-6));
        assertThat(any.minimumVariance().volatility()).isCloseTo(.0040792288919, within(2e-13));
        assertThat(any.maximumSharpe(0).sharpeRatio(0)).isCloseTo(.1434068473, within(1e-10));
    }

    /** Agreed by ojAlgo, Hipparchus, Clarabel and skfolio. */
    @Test
    void tenAssetsOfLeastConditionalValueAtRisk() {
        TailAllocation risk = TailAllocation.of(Workloads.names(10), RETURNS).subjectTo(Constraint.longOnly());
        TailPortfolio found = risk.minimumCvar(0.95);
        assertThat(found.weights())
                .containsExactly(
                        new double[] {
                            .24744346, .16864233, .17199494, .14642481, .13668412, .10174737, 0, .02706297, 0, 0
                        },
                        within(5.1e-9));
        assertThat(found.threshold()).isCloseTo(.0069730051, within(5e-11));
        assertThat(found.risk()).isCloseTo(.007981796698, within(5.1e-13));
        assertThat(Math.abs(found.dualityGap())).isLessThan(1e-15);
        assertThat(VERIFIED.minimumCvar(risk, 0.95).isAgreed()).isTrue();
    }

    @Test
    void aHundredAssetsOfLeastConditionalValueAtRisk() {
        TailPortfolio found = TailAllocation.of(Workloads.names(100), Workloads.returns(1000, 100))
                .subjectTo(Constraint.longOnly())
                .minimumCvar(0.95);
        assertThat(found.risk()).isCloseTo(.004493694804, within(5.1e-13));
        assertThat(Math.abs(found.dualityGap())).isLessThan(1e-15);
    }

    /** Maillard, Roncalli and Teiletche, "On the Properties of Equally-Weighted Risk Contributions Portfolios" (2010). */
    @Test
    void fourAssetsOfEqualRiskContributions() {
        Covariance four = Covariance.ofCorrelations(
                List.of("1", "2", "3", "4"),
                new double[] {.10, .20, .30, .40},
                new double[][] {{1, .8, 0, 0}, {.8, 1, 0, 0}, {0, 0, 1, -.5}, {0, 0, -.5, 1}});
        Portfolio parity = RiskBudgeting.parity(four);
        assertThat(parity.weights()).containsExactly(new double[] {.383613, .191806, .242618, .181963}, within(5.1e-7));
        assertThat(parity.volatility()).isCloseTo(.102934, within(5.1e-7));
        Portfolio least = Allocation.of(four).subjectTo(Constraint.longOnly()).minimumVariance();
        assertThat(least.weights()).containsExactly(new double[] {.744828, 0, .151724, .103448}, within(5.1e-7));
        assertThat(least.volatility()).isCloseTo(.086303, within(5.1e-7));
        assertThat(Portfolio.of(four, new double[] {.25, .25, .25, .25}).volatility())
                .isCloseTo(.115109, within(5.1e-7));
    }

    @Test
    void twoAssetsOfEqualRiskContributionsForgetTheirCorrelation() {
        for (double correlation : new double[] {-0.9, 0, 0.6}) {
            Covariance two = Covariance.ofCorrelations(
                    List.of("A", "B"), new double[] {.05, .20}, new double[][] {{1, correlation}, {correlation, 1}});
            assertThat(RiskBudgeting.parity(two).weight("A")).isCloseTo(.20 / .25, within(1e-14));
        }
    }

    @Test
    void tenAssetsOfEqualRiskContributions() {
        double[] expected = {
            .1490855880,
            .1335304841,
            .1084066317,
            .1013919864,
            .1087348719,
            .1027767223,
            .0821120648,
            .0699123479,
            .0727859509,
            .0712633520
        };
        assertThat(RiskBudgeting.parity(TEN).weights()).containsExactly(expected, within(1.1e-10));
        double[] equal = new double[10];
        Arrays.fill(equal, 1);
        assertThat(VERIFIED.riskBudgets(TEN, equal)).allMatch(Verified::isAgreed);
    }

    /** He and Litterman, "The Intuition Behind Black-Litterman Model Portfolios" (1999), tables 1 to 6. */
    @Test
    void heAndLittermansSevenCountriesWithOneAndTwoViews() {
        Covariance countries = heLitterman();
        double[] market = {.016, .022, .052, .055, .116, .124, .615};
        BlackLitterman neutral = BlackLitterman.ofEquilibrium(countries, market, 2.5, .05);
        assertPercent(neutral.priorReturns(), 3.9376, 6.9152, 8.3581, 9.0272, 4.3028, 6.7677, 7.5600);
        double[] germany = {0, 0, -.052 / .176, 1, 0, -.124 / .176, 0};
        BlackLitterman one = neutral.withView("Germany over France and UK", germany, .05);
        assertPercent(one.posteriorReturns(), 4.3282, 7.5758, 9.2875, 11.0375, 4.5062, 6.9529, 8.0694);
        double[] held = one.unconstrainedWeights(2.5);
        assertPercent(held, 1.5238, 2.0952, -3.9678, 35.4295, 11.0476, -9.4617, 58.5714);
        for (int i : new int[] {0, 1, 4, 6}) { // outside the view nothing but the scale changes
            assertThat(held[i]).isCloseTo(market[i] / 1.05, within(1e-14));
        }
        assertThat(one.variance(0) / .05).isCloseTo(.021299, within(5.1e-7));
        BlackLitterman two = one.withView("Canada over USA", new double[] {0, 1, 0, 0, 0, 0, -1}, .03);
        assertPercent(two.posteriorReturns(), 4.4223, 8.7300, 9.4796, 11.2107, 4.6164, 6.9718, 7.4817);
        assertPercent(two.unconstrainedWeights(2.5), 1.5238, 41.8633, -3.4279, 33.6020, 11.0476, -8.1741, 18.8034);
        assertThat(VERIFIED.posteriorReturns(two)).allMatch(Verified::isAgreed);
    }

    private static void assertPercent(double[] values, double... percent) {
        for (int i = 0; i < percent.length; i++) {
            assertThat(100 * values[i]).as("country %d", i).isCloseTo(percent[i], within(5.1e-5));
        }
    }

    private static Covariance heLitterman() {
        double[][] rows = {
            {},
            {.488},
            {.478, .664},
            {.515, .655, .861},
            {.439, .310, .355, .354},
            {.512, .608, .783, .777, .405},
            {.491, .779, .668, .653, .306, .652}
        };
        double[][] correlations = new double[7][7];
        for (int i = 0; i < 7; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlations[i][j] = rows[i][j];
                correlations[j][i] = rows[i][j];
            }
        }
        return Covariance.ofCorrelations(
                List.of("AUS", "CAN", "FRA", "GER", "JPN", "UK", "USA"),
                new double[] {.16, .203, .248, .271, .21, .20, .187},
                correlations);
    }
}
