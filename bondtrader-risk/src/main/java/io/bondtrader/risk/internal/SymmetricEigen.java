package io.bondtrader.risk.internal;

import io.bondtrader.core.error.NotConverged;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, the largest value first. A vector's sign is settled: its entries add up
 * to something positive or, where the sum is small, the last one is.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /**
     * Decomposes a matrix.
     *
     * @param rowByRow its entries
     * @param n rows and columns
     * @return the decomposition
     * @throws NotConverged if there is none
     */
    public static SymmetricEigen of(double[] rowByRow, int n) {
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(n, true, true);
        boolean done = decomposition.decompose(new DMatrixRMaj(n, n, true, rowByRow.clone()));
        if (!done) {
            throw new NotConverged("eigenvalues of a covariance", 0, Double.NaN, Double.NaN);
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -decomposition.getEigenvalue(i).getReal()))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int c = 0; c < n; c++) {
            values[c] = decomposition.getEigenvalue(order[c]).getReal();
            vectors[c] = settled(decomposition.getEigenVector(order[c]).data.clone());
        }
        return new SymmetricEigen(values, vectors);
    }

    private static double[] settled(double[] vector) {
        double sum = 0;
        double size = 0;
        for (double entry : vector) {
            sum += entry;
            size += Math.abs(entry);
        }
        double decides = Math.abs(sum) > 0.05 * size ? sum : vector[vector.length - 1];
        if (decides < 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = -vector[i];
            }
        }
        return vector;
    }

    /**
     * Returns an eigenvalue.
     *
     * @param index its place, from 0, the largest
     * @return the eigenvalue
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * Returns an eigenvector.
     *
     * @param index its place, from 0
     * @return a copy, of length one
     */
    public double[] vector(int index) {
        return vectors[index].clone();
    }
}
