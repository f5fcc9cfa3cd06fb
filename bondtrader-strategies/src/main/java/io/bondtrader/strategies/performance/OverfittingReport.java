package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.var.ReturnStatistics;
import io.bondtrader.risk.var.SharpeInference;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How likely it is that a record was luck. A record can only be judged together with everything else that was tried: if that is
 * not known, the report assumes a single trial and says so.
 *
 * <p>Ratios in here are per period, not per year. Source: Bailey and López de Prado, <i>The Sharpe Ratio Efficient Frontier</i>,
 * Journal of Risk 15 (2012), and <i>The Deflated Sharpe Ratio</i>, Journal of Portfolio Management 40 (2014). Immutable and safe
 * for use by many threads.
 */
public final class OverfittingReport {

    private static final double CONFIDENCE = 0.95;

    private final SharpeInference inference;
    private final int trials;
    private final double trialVariance;
    private final Optional<BacktestOverfitting> overfitting;

    private OverfittingReport(
            SharpeInference inference, int trials, double trialVariance, Optional<BacktestOverfitting> overfitting) {
        this.inference = inference;
        this.trials = trials;
        this.trialVariance = trialVariance;
        this.overfitting = overfitting;
    }

    /**
     * Judges a record of which it is not known what else was tried. Its report says that one trial was assumed.
     *
     * @param statistics of the record
     * @return the report
     * @throws ZeroVariance if the record never moved
     */
    public static OverfittingReport trialsUnknown(PerformanceStatistics statistics) {
        return new OverfittingReport(inference(statistics), 0, 0, Optional.empty());
    }

    /**
     * Judges a record that was chosen among trials.
     *
     * @param statistics of the record
     * @param trials how many trials were made; 1 if the record is the only one
     * @param variance of the trials' Sharpe ratios per period, 0 or more
     * @return the report
     * @throws ZeroVariance if the record never moved
     * @throws InvalidInput if a number is out of range
     */
    public static OverfittingReport of(PerformanceStatistics statistics, int trials, double variance) {
        return of(inference(statistics), trials, variance);
    }

    /**
     * Judges a Sharpe ratio that was chosen among trials.
     *
     * @param inference the ratio per period, with the moments of its returns
     * @param trials how many trials were made; 1 if it is the only one
     * @param variance of the trials' Sharpe ratios per period, 0 or more
     * @return the report
     * @throws InvalidInput if a number is out of range
     */
    public static OverfittingReport of(SharpeInference inference, int trials, double variance) {
        InvalidInput.unless(trials >= 1, "trials", trials, "1 or more");
        Figures.notNegative("variance", variance);
        return new OverfittingReport(Objects.requireNonNull(inference), trials, variance, Optional.empty());
    }

    /**
     * Judges a record that was chosen among trials whose returns are known.
     *
     * @param statistics of the record
     * @param returnsByTrial a row a trial, the returns of the same periods in each; the record's own among them
     * @param blocks how many blocks history is cut into, even, 4 to 20
     * @return the report
     * @throws ZeroVariance if the record or a trial never moved
     * @throws InvalidInput as {@link BacktestOverfitting#pbo} does
     */
    public static OverfittingReport of(PerformanceStatistics statistics, double[][] returnsByTrial, int blocks) {
        BacktestOverfitting overfitting = BacktestOverfitting.pbo(returnsByTrial, blocks);
        double[] ratios = Arrays.stream(returnsByTrial)
                .mapToDouble(row -> ReturnStatistics.of(row).sharpe(0))
                .toArray();
        double mean = Arrays.stream(ratios).average().orElseThrow();
        double variance = Arrays.stream(ratios)
                        .map(ratio -> (ratio - mean) * (ratio - mean))
                        .sum()
                / (ratios.length - 1);
        return new OverfittingReport(inference(statistics), returnsByTrial.length, variance, Optional.of(overfitting));
    }

    private static SharpeInference inference(PerformanceStatistics statistics) {
        return statistics
                .sharpeInference()
                .orElseThrow(() -> new ZeroVariance(
                        "the record " + statistics.record().name(), "a judgement of its Sharpe ratio"));
    }

    /** {@return whether it is unknown what else was tried, so that one trial was assumed} */
    public boolean isOneTrialAssumed() {
        return trials == 0;
    }

    /** {@return number of trials, absent if unknown} */
    public Optional<Integer> trials() {
        return trials == 0 ? Optional.empty() : Optional.of(trials);
    }

    /** {@return the variance of the trials' Sharpe ratios per period, absent if there was but one or they are unknown} */
    public OptionalDouble trialVariance() {
        return trials > 1 ? OptionalDouble.of(trialVariance) : OptionalDouble.empty();
    }

    /** {@return the Sharpe ratio a period with the moments it is judged by} */
    public SharpeInference inference() {
        return inference;
    }

    /** {@return the probability that the true Sharpe ratio is above zero, as if nothing else had been tried} */
    public double probabilisticSharpe() {
        return inference.probabilityAbove(0);
    }

    /** {@return the Sharpe ratio a period that the best of so many trials would show without any skill; 0 for one} */
    public double luckyMaximum() {
        return trials > 1 ? SharpeInference.expectedMaximum(trials, trialVariance) : 0;
    }

    /** {@return the probability that the true Sharpe ratio is above zero, given the trials (deflated Sharpe ratio)} */
    public double deflatedSharpe() {
        return inference.probabilityAbove(luckyMaximum());
    }

    /**
     * Returns how many returns a record needs before its Sharpe ratio is above that of luck with 95 % confidence.
     *
     * @return the number of returns, absent if its ratio is no better than luck, or it would take 10¹² of them
     */
    public OptionalDouble minimumTrackRecordLength() {
        return minimumTrackRecordLength(luckyMaximum(), CONFIDENCE);
    }

    /**
     * Returns how many returns a record needs before its Sharpe ratio is above a benchmark with a confidence:
     * 1 + (1 - γ₃S + (γ₄ - 1)/4 S²) (z / (S - S*))².
     *
     * @param benchmark S*, a ratio per period
     * @param confidence such as 0.95
     * @return the number of returns, absent if the ratio is not above the benchmark, or it would take 10¹² of them
     * @throws InvalidInput if a number is out of range
     */
    public OptionalDouble minimumTrackRecordLength(double benchmark, double confidence) {
        Figures.finite("benchmark", benchmark);
        Figures.between("confidence", confidence, 0.5, 1);
        double ratio = inference.sharpe();
        if (!(ratio > benchmark)) {
            return OptionalDouble.empty();
        }
        double variance = 1 - inference.skewness() * ratio + (inference.kurtosis() - 1) / 4 * ratio * ratio;
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(confidence);
        double length = 1 + variance * Math.pow(z / (ratio - benchmark), 2);
        return length <= 1e12 ? OptionalDouble.of(length) : OptionalDouble.empty();
    }

    /** {@return what cross-validation over the trials says, absent if their returns are unknown} */
    public Optional<BacktestOverfitting> backtestOverfitting() {
        return overfitting;
    }

    /** {@return what was assumed of the trials, in words to stand beside the figures} */
    public String assumption() {
        if (trials == 0) {
            return "ONE TRIAL ASSUMED: it is not known how many strategies or parameters were tried. If this record was chosen"
                    + " among others, these probabilities are too high.";
        }
        return trials == 1
                ? "One trial, as stated: nothing else was tried."
                : String.format(
                        Locale.ROOT,
                        "Chosen among %,d trials, whose Sharpe ratios a period have variance %.3g.",
                        trials,
                        trialVariance);
    }

    /** {@return the assumption and the probabilities} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s Sharpe above zero: %.4f (one trial), %.4f (deflated)%s",
                assumption(),
                probabilisticSharpe(),
                deflatedSharpe(),
                overfitting
                        .map(one -> String.format(Locale.ROOT, "; overfitting %.3f", one.probability()))
                        .orElse(""));
    }
}
