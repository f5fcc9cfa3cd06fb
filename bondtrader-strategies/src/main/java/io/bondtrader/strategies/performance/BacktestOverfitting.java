package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How often the trial that looks best on one half of history is below the middle on the other: combinatorially symmetric
 * cross-validation.
 *
 * <p>History is cut into an even number of blocks; every choice of half of them is once what is learned from and once what is
 * tested on. In each, the trial with the best Sharpe ratio on the first half is ranked on the second, 1 the worst of N, and
 * counted by ω = rank / (N + 1) and its logit ln(ω / (1 - ω)). The probability of back-test overfitting is the share of
 * logits that are not positive. Source: Bailey, Borwein, López de Prado and Zhu, <i>The Probability of Backtest Overfitting</i>,
 * Journal of Computational Finance 20 (2017).
 *
 * <p>Trials without any skill give one half on average, but the figure of one set of them scatters widely: its logits come from
 * the same history. Immutable and safe for use by many threads.
 */
public final class BacktestOverfitting {

    private static final int MOST_BLOCKS = 20;

    private final int trials;
    private final int observations;
    private final double[] logits;
    private final double[] best;
    private final double[] tested;

    private BacktestOverfitting(int trials, int observations, double[] logits, double[] best, double[] tested) {
        this.trials = trials;
        this.observations = observations;
        this.logits = logits;
        this.best = best;
        this.tested = tested;
    }

    /**
     * Measures overfitting of a choice among trials.
     *
     * @param returnsByTrial a row a trial, the returns of the same periods in each; all trials that were made, not the good ones
     * @param blocks how many blocks history is cut into, even, 4 to 20; the first returns are dropped if they do not divide
     * @return the measure
     * @throws InvalidInput if there are fewer than two trials, rows differ in length, a return is not finite, or the number of
     *     blocks is odd or out of range
     * @throws InsufficientHistory if blocks have fewer than two returns
     * @throws ZeroVariance if a trial's returns never differ on one of the halves
     */
    public static BacktestOverfitting pbo(double[][] returnsByTrial, int blocks) {
        int n = returnsByTrial.length;
        InvalidInput.unless(n >= 2, "trials", n, "2 or more");
        InvalidInput.unless(
                blocks >= 4 && blocks <= MOST_BLOCKS && blocks % 2 == 0,
                "blocks",
                blocks,
                "an even number from 4 to 20");
        int all = returnsByTrial[0].length;
        int length = all / blocks;
        if (length < 2) {
            throw new InsufficientHistory("cross-validation in " + blocks + " blocks", all, 2 * blocks);
        }
        double[][] sums = new double[n][blocks];
        double[][] squares = new double[n][blocks];
        for (int i = 0; i < n; i++) {
            double[] row = returnsByTrial[i];
            InvalidInput.unless(
                    row.length == all, "returns of trial " + i, row.length, "as many as of the first, " + all);
            double centre = centre(row, i);
            for (int b = 0; b < blocks; b++) {
                for (int t = all - (blocks - b) * length; t < all - (blocks - b - 1) * length; t++) {
                    sums[i][b] += row[t] - centre;
                    squares[i][b] += (row[t] - centre) * (row[t] - centre);
                }
            }
            sums[i] = shifted(sums[i], centre);
        }
        return of(returnsByTrial, sums, squares, length);
    }

    private static double centre(double[] row, int trial) {
        double sum = 0;
        for (double value : row) {
            sum += Figures.moderate("return of trial " + trial, value);
        }
        return sum / row.length;
    }

    /** Sums of deviations, with the centre they are taken from as last element. */
    private static double[] shifted(double[] sums, double centre) {
        double[] shifted = Arrays.copyOf(sums, sums.length + 1);
        shifted[sums.length] = centre;
        return shifted;
    }

    private static BacktestOverfitting of(double[][] returns, double[][] sums, double[][] squares, int length) {
        int n = returns.length;
        int blocks = squares[0].length;
        List<Integer> choices = new ArrayList<>();
        for (int mask = 0; mask < 1 << blocks; mask++) {
            if (Integer.bitCount(mask) == blocks / 2) {
                choices.add(mask);
            }
        }
        double[] logits = new double[choices.size()];
        double[] best = new double[choices.size()];
        double[] tested = new double[choices.size()];
        double[] learned = new double[n];
        double[] out = new double[n];
        for (int c = 0; c < logits.length; c++) {
            int mask = choices.get(c);
            int chosen = 0;
            for (int i = 0; i < n; i++) {
                learned[i] = sharpe(sums[i], squares[i], mask, length, i);
                out[i] = sharpe(sums[i], squares[i], ~mask, length, i);
                chosen = learned[i] > learned[chosen] ? i : chosen;
            }
            double rank = rank(out, chosen) / (n + 1);
            logits[c] = Math.log(rank / (1 - rank));
            best[c] = learned[chosen];
            tested[c] = out[chosen];
        }
        return new BacktestOverfitting(n, length * blocks, logits, best, tested);
    }

    /** The Sharpe ratio a period on the blocks of a mask. */
    private static double sharpe(double[] sums, double[] squares, int mask, int length, int trial) {
        double sum = 0;
        double square = 0;
        int count = 0;
        for (int b = 0; b < squares.length; b++) {
            if ((mask >> b & 1) == 1) {
                sum += sums[b];
                square += squares[b];
                count += length;
            }
        }
        double centre = sums[squares.length];
        double scatter = square - sum * sum / count;
        if (!(scatter > 1e-24 * (square + count * centre * centre))) {
            throw new ZeroVariance("the returns of trial " + trial + " on half of the blocks", "the Sharpe ratio");
        }
        return (centre + sum / count) / Math.sqrt(scatter / (count - 1));
    }

    /** The rank from the worst, 1; equal ones share the mean of theirs. */
    private static double rank(double[] values, int chosen) {
        double rank = 1;
        for (int i = 0; i < values.length; i++) {
            if (i != chosen) {
                rank += values[i] < values[chosen] ? 1 : values[i] == values[chosen] ? 0.5 : 0;
            }
        }
        return rank;
    }

    /** {@return the probability of back-test overfitting: the share of logits at or below zero} */
    public double probability() {
        return Arrays.stream(logits).filter(logit -> logit <= 0).count() / (double) logits.length;
    }

    /** {@return the share of splits in which the chosen trial lost money on the tested half} */
    public double probabilityOfLoss() {
        return Arrays.stream(tested).filter(ratio -> ratio < 0).count() / (double) tested.length;
    }

    /**
     * Returns by how much a better ratio on what was learned from came with a better one on what was tested: the slope of the
     * regression of the second on the first over all splits.
     *
     * @return the slope, absent if the best ratio was the same in every split
     */
    public OptionalDouble degradationSlope() {
        double meanX = Arrays.stream(best).average().orElseThrow();
        double meanY = Arrays.stream(tested).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < best.length; i++) {
            xx += (best[i] - meanX) * (best[i] - meanX);
            xy += (best[i] - meanX) * (tested[i] - meanY);
        }
        return xx > 1e-24 * best.length * meanX * meanX ? OptionalDouble.of(xy / xx) : OptionalDouble.empty();
    }

    /** {@return mean Sharpe ratio a period of the best trial on what was learned from} */
    public double meanLearned() {
        return Arrays.stream(best).average().orElseThrow();
    }

    /** {@return mean Sharpe ratio a period of the same trial on what was tested} */
    public double meanTested() {
        return Arrays.stream(tested).average().orElseThrow();
    }

    /** {@return the logit of each split} */
    public double[] logits() {
        return logits.clone();
    }

    /** {@return number of trials} */
    public int trials() {
        return trials;
    }

    /** {@return number of returns of each trial that were used} */
    public int observations() {
        return observations;
    }

    /** {@return the probability, and what the best trial kept of its ratio} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BacktestOverfitting[probability %.3f of %d trials, Sharpe a period %.4f learned, %.4f tested, loss %.3f]",
                probability(),
                trials,
                meanLearned(),
                meanTested(),
                probabilityOfLoss());
    }
}
