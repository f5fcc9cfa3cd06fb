package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.strategies.performance.BacktestOverfitting;
import io.bondtrader.strategies.performance.PerformanceStatistics;
import io.bondtrader.strategies.performance.TrackRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;

/**
 * The same idea with many parameter sets: how each would have done, and how much of the best is luck.
 *
 * <pre>{@code
 * ParameterSweep sweep = ParameterSweep.run(100, i -> backtest(lookbacks[i]).run().total(), Parallelism.commonPool());
 * sweep.best();
 * sweep.overfitting(16).probability(); // that the best one disappoints
 * }</pre>
 *
 * <p>The result does not depend on the number of threads. Immutable and safe for use by many threads.
 */
public final class ParameterSweep {

    private final List<TrackRecord> records;
    private final double[] sharpes;

    private ParameterSweep(List<TrackRecord> records, double[] sharpes) {
        this.records = records;
        this.sharpes = sharpes;
    }

    /**
     * Runs all trials.
     *
     * @param trials how many, 1 or more
     * @param trial runs one, by its number from 0; called from several threads, each trial once
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the records, in order of the trials
     * @throws InvalidInput if there is no trial, or their records are not of the same length
     * @throws CancellationException if the sweep was called off
     * @throws RuntimeException what a trial threw
     */
    public static ParameterSweep run(int trials, IntFunction<TrackRecord> trial, Parallelism parallelism) {
        InvalidInput.unless(trials >= 1, "trials", trials, "1 or more");
        TrackRecord[] records = new TrackRecord[trials];
        double[] sharpes = new double[trials];
        parallelism.forEachChunk(trials, 1, (chunk, from, to) -> {
            for (int i = from; i < to; i++) {
                records[i] = Objects.requireNonNull(trial.apply(i));
                sharpes[i] = PerformanceStatistics.of(records[i]).sharpe().orElse(0.0);
            }
        });
        for (TrackRecord record : records) {
            InvalidInput.unless(
                    record.size() == records[0].size(),
                    "returns of " + record.name(),
                    record.size(),
                    "as many as others");
        }
        return new ParameterSweep(List.of(records), sharpes);
    }

    /** {@return the record of each trial, in order} */
    public List<TrackRecord> records() {
        return records;
    }

    /** {@return the yearly Sharpe ratio of each trial; 0 where one never moved} */
    public double[] sharpes() {
        return sharpes.clone();
    }

    /** {@return the trial with the highest Sharpe ratio, the first of equals} */
    public int best() {
        int best = 0;
        for (int i = 1; i < sharpes.length; i++) {
            best = sharpes[i] > sharpes[best] ? i : best;
        }
        return best;
    }

    /** {@return the variance of the Sharpe ratios per day among the trials, by which the best is deflated} */
    public double trialVariance() {
        double mean = Arrays.stream(sharpes).average().orElse(0.0);
        double sum = Arrays.stream(sharpes)
                .map(sharpe -> (sharpe - mean) * (sharpe - mean))
                .sum();
        return sharpes.length < 2 ? 0.0 : sum / (sharpes.length - 1) / 252.0;
    }

    /**
     * Returns the probability that the trial that is best on one half of history is below the median on the other half.
     *
     * @param blocks into which history is cut, even
     * @return the probability of backtest overfitting, with what it comes from
     * @throws InvalidInput if there are fewer than two trials, or too few days for the blocks
     */
    public BacktestOverfitting overfitting(int blocks) {
        return BacktestOverfitting.pbo(
                records.stream().map(TrackRecord::returns).toArray(double[][]::new), blocks);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ParameterSweep[%d trials, best %d with a Sharpe ratio of %.2f]",
                sharpes.length,
                best(),
                sharpes[best()]);
    }
}
