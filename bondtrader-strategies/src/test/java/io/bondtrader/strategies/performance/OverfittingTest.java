package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.var.ReturnStatistics;
import io.bondtrader.risk.var.SharpeInference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverfittingTest {

    private static double[][] noise(long seed, int trials, int observations) {
        double[][] returns = new double[trials][];
        for (int i = 0; i < trials; i++) {
            returns[i] = Records.normalReturns(1000 * seed + i, observations, 0, 0.01);
        }
        return returns;
    }

    private static PerformanceStatistics record(double... returns) {
        return PerformanceStatistics.of(Records.ofReturns("trial", returns));
    }

    @Test
    void pureNoiseIsOverfittedAboutHalfTheTime() {
        int sets = 200;
        double[] probabilities = new double[sets];
        for (int seed = 0; seed < sets; seed++) {
            probabilities[seed] =
                    BacktestOverfitting.pbo(noise(seed, 20, 200), 8).probability();
        }
        ReturnStatistics scatter = ReturnStatistics.of(probabilities);

        assertThat(scatter.mean()).isCloseTo(0.5, within(4 * scatter.deviation() / Math.sqrt(sets)));
        assertThat(scatter.deviation()).isBetween(0.2, 0.3); // of one set: no figure to lean on alone
    }

    @Test
    void oneTrulyBetterTrialIsNotOverfitted() {
        double[][] returns = noise(7, 20, 1000);
        returns[11] = Records.normalReturns(99, 1000, 0.003, 0.01);
        BacktestOverfitting measured = BacktestOverfitting.pbo(returns, 10);

        assertThat(measured.probability()).isZero();
        assertThat(measured.probabilityOfLoss()).isZero();
        assertThat(measured.meanTested()).isCloseTo(0.3, within(0.1));
        assertThat(measured.logits()).hasSize(252); // ten blocks, five learned from
        assertThat(Arrays.stream(measured.logits()).min().orElseThrow()).isCloseTo(Math.log(20), within(1e-12));
    }

    @Test
    void whatLooksBetterOnNoiseTurnsOutWorse() {
        // Learned and tested halves of one history add up to it: what one half gained the other lost.
        BacktestOverfitting measured = BacktestOverfitting.pbo(noise(3, 50, 1000), 10);

        assertThat(measured.degradationSlope().orElseThrow()).isNegative();
        assertThat(measured.meanLearned()).isGreaterThan(measured.meanTested());
        assertThat(measured.toString()).contains("50 trials");
    }

    /** All six splits of four blocks by hand, from the definition, as second path. */
    @Test
    void sixSplitsOfFourBlocksFollowTheDefinition() {
        double[][] returns = noise(5, 7, 43); // three returns too many, the first ones
        int blocks = 4;
        int[][] choices = {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 3}};
        double[] logits = new double[6];
        for (int c = 0; c < 6; c++) {
            double[] learned = new double[7];
            double[] tested = new double[7];
            for (int i = 0; i < 7; i++) {
                List<Double> in = new ArrayList<>();
                List<Double> out = new ArrayList<>();
                for (int b = 0; b < blocks; b++) {
                    int chosen = b;
                    boolean learns = Arrays.stream(choices[c]).anyMatch(one -> one == chosen);
                    for (int t = 3 + 10 * b; t < 13 + 10 * b; t++) {
                        (learns ? in : out).add(returns[i][t]);
                    }
                }
                learned[i] = sharpe(in);
                tested[i] = sharpe(out);
            }
            int best = 0;
            for (int i = 1; i < 7; i++) {
                best = learned[i] > learned[best] ? i : best;
            }
            double chosen = tested[best];
            double omega = Arrays.stream(tested).filter(one -> one <= chosen).count() / 8.0;
            logits[c] = Math.log(omega / (1 - omega));
        }
        BacktestOverfitting measured = BacktestOverfitting.pbo(returns, blocks);

        assertThat(measured.logits()).containsExactly(logits, within(1e-12));
        assertThat(measured.observations()).isEqualTo(40);
    }

    private static double sharpe(List<Double> returns) {
        return ReturnStatistics.of(
                        returns.stream().mapToDouble(Double::doubleValue).toArray())
                .sharpe(0);
    }

    @Test
    void theMoreWasTriedTheLessARecordProves() {
        PerformanceStatistics record = record(Records.normalReturns(21, 750, 0.0008, 0.01));
        OverfittingReport alone = OverfittingReport.of(record, 1, 0);
        OverfittingReport ten = OverfittingReport.of(record, 10, 0.002);
        OverfittingReport thousand = OverfittingReport.of(record, 1000, 0.002);

        assertThat(alone.deflatedSharpe()).isEqualTo(alone.probabilisticSharpe());
        assertThat(ten.deflatedSharpe()).isLessThan(alone.deflatedSharpe());
        assertThat(thousand.deflatedSharpe()).isLessThan(ten.deflatedSharpe());
        assertThat(ten.luckyMaximum()).isPositive();
        assertThat(ten.trials()).contains(10);
        assertThat(ten.trialVariance()).hasValue(0.002);
    }

    @Test
    void unknownTrialsAreSaidLoudly() {
        OverfittingReport report = OverfittingReport.trialsUnknown(record(Records.normalReturns(1, 300, 0.001, 0.01)));

        assertThat(report.isOneTrialAssumed()).isTrue();
        assertThat(report.trials()).isEmpty();
        assertThat(report.assumption()).startsWith("ONE TRIAL ASSUMED");
        assertThat(report.toString()).startsWith("ONE TRIAL ASSUMED");
        assertThat(report.deflatedSharpe()).isEqualTo(report.probabilisticSharpe());
        assertThat(report.backtestOverfitting()).isEmpty();
    }

    @Test
    void aReportOverAllTrialsTakesTheirVariance() {
        double[][] returns = noise(4, 30, 400);
        OverfittingReport report = OverfittingReport.of(record(returns[0]), returns, 8);
        double[] ratios = Arrays.stream(returns)
                .mapToDouble(row -> ReturnStatistics.of(row).sharpe(0))
                .toArray();

        assertThat(report.trialVariance().orElseThrow())
                .isCloseTo(Math.pow(ReturnStatistics.of(ratios).deviation(), 2), within(1e-15));
        assertThat(report.backtestOverfitting()).isPresent();
        assertThat(report.assumption()).contains("30 trials");
        assertThat(report.toString()).contains("overfitting");
    }

    /** By the definition: with so many returns of the same moments, the probability is the confidence. */
    @Test
    void atTheMinimumLengthTheProbabilityIsTheConfidence() {
        OverfittingReport report = OverfittingReport.of(record(Records.normalReturns(2, 500, 0.001, 0.01)), 1, 0);
        double length = report.minimumTrackRecordLength().orElseThrow();
        var inference = report.inference();
        var then = new SharpeInference(
                inference.sharpe(), (int) Math.round(length), inference.skewness(), inference.kurtosis());

        assertThat(then.probabilityAbove(0)).isCloseTo(0.95, within(1e-3));
        assertThat(report.minimumTrackRecordLength(1, 0.95)).isEmpty();
    }

    /** Bailey and López de Prado (2012): normal returns, a yearly ratio of 2 against one of 1, with 95 % confidence. */
    @Test
    void aYearlyRatioOfTwoTakesTwoYearsAndThreeQuartersOfDaysToBeAboveOne() {
        assertThat(yearsNeeded(252)).isCloseTo(2.73, within(0.005));
        assertThat(yearsNeeded(52)).isCloseTo(2.83, within(0.005));
        assertThat(yearsNeeded(12)).isCloseTo(3.24, within(0.005));
    }

    private static double yearsNeeded(double periods) {
        var inference = new SharpeInference(2 / Math.sqrt(periods), 100, 0, 3);
        return OverfittingReport.of(inference, 1, 0)
                        .minimumTrackRecordLength(1 / Math.sqrt(periods), 0.95)
                        .orElseThrow()
                / periods;
    }

    /** Bailey and López de Prado (2014): a yearly ratio of 2.5 over 1,250 days, skewed and fat-tailed, best of 100 and of 46. */
    @Test
    void theBestOfAHundredTrialsIsNoProofAndTheBestOfFortySixIs() {
        var inference = new SharpeInference(2.5 / Math.sqrt(250), 1250, -3, 10);

        OverfittingReport hundred = OverfittingReport.of(inference, 100, 0.5 / 250);
        assertThat(hundred.luckyMaximum()).isCloseTo(0.1131720, within(5e-8));
        assertThat(hundred.deflatedSharpe()).isCloseTo(0.9003968, within(5e-8));
        assertThat(OverfittingReport.of(inference, 46, 0.5 / 250).deflatedSharpe())
                .isCloseTo(0.9505017, within(5e-8));
    }

    @Test
    void impossibleTrialsAreRefused() {
        double[][] good = noise(1, 3, 40);
        double[][] ragged = {good[0], Arrays.copyOf(good[1], 39)};
        double[][] broken = {good[0], good[1].clone()};
        broken[1][5] = Double.NaN;
        PerformanceStatistics record = record(good[0]);
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> BacktestOverfitting.pbo(new double[][] {good[0]}, 4));
        refused.add(() -> BacktestOverfitting.pbo(good, 5));
        refused.add(() -> BacktestOverfitting.pbo(good, 2));
        refused.add(() -> BacktestOverfitting.pbo(good, 22));
        refused.add(() -> BacktestOverfitting.pbo(ragged, 4));
        refused.add(() -> BacktestOverfitting.pbo(broken, 4));
        refused.add(() -> OverfittingReport.of(record, 0, 1));
        refused.add(() -> OverfittingReport.of(record, 2, Double.NaN));
        refused.add(() -> OverfittingReport.of(record, 1, 0).minimumTrackRecordLength(Double.NaN, 0.95));
        refused.add(() -> OverfittingReport.of(record, 1, 0).minimumTrackRecordLength(0, 1));
        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));

        assertThatThrownBy(() -> BacktestOverfitting.pbo(noise(1, 3, 7), 4)).isInstanceOf(InsufficientHistory.class);
        double[][] flat = {good[0], new double[40]};
        assertThatThrownBy(() -> BacktestOverfitting.pbo(flat, 4))
                .isInstanceOf(ZeroVariance.class)
                .hasMessageContaining("trial 1");
        assertThatThrownBy(() -> OverfittingReport.trialsUnknown(PerformanceStatistics.of(Records.of(1, 1, 1, 1))))
                .isInstanceOf(ZeroVariance.class);
    }
}
