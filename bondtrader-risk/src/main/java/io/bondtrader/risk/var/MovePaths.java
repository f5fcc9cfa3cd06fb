package io.bondtrader.risk.var;

import io.bondtrader.risk.distributed.PartitionedWork;
import io.bondtrader.risk.internal.StandardNormal;
import java.io.Serial;
import java.io.Serializable;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.jspecify.annotations.Nullable;

/** Draws moves, a partition at a time; what a partition holds depends on its number and the seed alone. */
final class MovePaths implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final double[][] root; // by factor, one column an independent number
    private final MonteCarlo.Sampling sampling;
    private final long seed;
    private final double degreesOfFreedom;
    private final double @Nullable [][] sortedMarginals; // by factor

    MovePaths(
            double[][] root,
            MonteCarlo.Sampling sampling,
            long seed,
            double degreesOfFreedom,
            double @Nullable [][] sortedMarginals) {
        this.root = root;
        this.sampling = sampling;
        this.seed = seed;
        this.degreesOfFreedom = degreesOfFreedom;
        this.sortedMarginals = sortedMarginals;
    }

    double[][] draw(int partition, int count) {
        int columns = root[0].length;
        boolean student = !Double.isInfinite(degreesOfFreedom);
        int dimensions = columns + (student ? 1 : 0);
        Uniforms uniforms = uniforms(partition, dimensions);
        ChiSquaredDistribution mixing = student ? new ChiSquaredDistribution(null, degreesOfFreedom) : null;
        TDistribution marginal = student && sortedMarginals != null ? new TDistribution(null, degreesOfFreedom) : null;
        double[][] moves = new double[count][root.length];
        double[] uniform = new double[dimensions];
        double[] normals = new double[columns];
        for (int path = 0; path < count; path++) {
            boolean mirrored = sampling == MonteCarlo.Sampling.ANTITHETIC && path % 2 == 1;
            if (!mirrored) {
                uniforms.next(uniform);
                for (int c = 0; c < columns; c++) {
                    normals[c] = StandardNormal.quantile(uniform[c]);
                }
            } else {
                for (int c = 0; c < columns; c++) {
                    normals[c] = -normals[c];
                }
            }
            double stretch = 1;
            if (mixing != null) {
                double w = mixing.inverseCumulativeProbability(uniform[columns]);
                // of t itself for a copula, else of moves with the covariance that was asked for
                double numerator = sortedMarginals != null ? degreesOfFreedom : degreesOfFreedom - 2;
                stretch = Math.sqrt(numerator / w);
            }
            double[] move = moves[path];
            for (int i = 0; i < move.length; i++) {
                double sum = 0;
                double[] weights = root[i];
                for (int c = 0; c < columns; c++) {
                    sum += weights[c] * normals[c];
                }
                double drawn = sum * stretch;
                move[i] = sortedMarginals == null
                        ? drawn
                        : quantile(
                                sortedMarginals[i],
                                marginal == null
                                        ? StandardNormal.cumulative(drawn)
                                        : marginal.cumulativeProbability(drawn));
            }
        }
        return moves;
    }

    private static double quantile(double[] sorted, double probability) {
        double at = probability * (sorted.length - 1);
        int below = (int) Math.min(sorted.length - 1, Math.max(0, Math.floor(at)));
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private Uniforms uniforms(int partition, int dimensions) {
        if (sampling != MonteCarlo.Sampling.SOBOL) {
            SplittableRandom random = new SplittableRandom(PartitionedWork.seedOf(seed, partition));
            return target -> {
                for (int c = 0; c < target.length; c++) {
                    target[c] = inside(random.nextLong());
                }
            };
        }
        SobolSequenceGenerator sobol = new SobolSequenceGenerator(dimensions);
        sobol.skipTo(partition * MonteCarlo.PARTITION);
        double[] shift = new double[dimensions];
        SplittableRandom random = new SplittableRandom(seed);
        for (int c = 0; c < dimensions; c++) {
            shift[c] = random.nextDouble();
        }
        return target -> {
            double[] point = sobol.nextVector();
            for (int c = 0; c < target.length; c++) {
                double shifted = point[c] + shift[c];
                shifted -= shifted >= 1 ? 1 : 0;
                target[c] = Math.min(1 - 0x1p-53, Math.max(0x1p-54, shifted));
            }
        };
    }

    /** The middle of one of 2⁵² equal cells: never 0 nor 1. */
    private static double inside(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    /** Fills in the next uniform numbers. */
    private interface Uniforms {
        void next(double[] target);
    }
}
