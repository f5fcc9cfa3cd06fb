package io.bondtrader.risk.credit;

import io.bondtrader.core.error.NotConverged;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Functions of small square matrices. */
final class SquareMatrix {

    private static final int MOST_ROOTS = 40;
    private static final int MOST_TERMS = 200;

    private SquareMatrix() {}

    static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }

    static DMatrixRMaj power(DMatrixRMaj a, int exponent) {
        DMatrixRMaj result = CommonOps_DDRM.identity(a.numRows);
        DMatrixRMaj base = a;
        for (int left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = times(result, base);
            }
            base = times(base, base);
        }
        return result;
    }

    /**
     * Principal logarithm by inverse scaling and squaring: square roots until the matrix is near the identity, then
     * ln A = 2·(Z + Z³/3 + Z⁵/5 + …), Z = (A − I)(A + I)⁻¹. Source: N. J. Higham, Functions of Matrices, SIAM 2008,
     * chapter 11.
     */
    static DMatrixRMaj logarithm(DMatrixRMaj a) {
        int n = a.numRows;
        DMatrixRMaj identity = CommonOps_DDRM.identity(n);
        DMatrixRMaj root = a.copy();
        int roots = 0;
        while (distance(root, identity) > 0.25) {
            if (roots == MOST_ROOTS) {
                throw noLogarithm(roots, distance(root, identity));
            }
            root = squareRoot(root);
            roots++;
        }
        DMatrixRMaj above = new DMatrixRMaj(n, n);
        DMatrixRMaj below = new DMatrixRMaj(n, n);
        CommonOps_DDRM.subtract(root, identity, above);
        CommonOps_DDRM.add(root, identity, below);
        DMatrixRMaj z = times(above, inverse(below));
        DMatrixRMaj square = times(z, z);
        DMatrixRMaj sum = z.copy();
        DMatrixRMaj term = z;
        for (int k = 3; k < MOST_TERMS; k += 2) {
            term = times(term, square);
            CommonOps_DDRM.addEquals(sum, 1.0 / k, term);
            if (NormOps_DDRM.normPInf(term) < 1e-18) {
                break;
            }
        }
        CommonOps_DDRM.scale(2.0 * Math.scalb(1.0, roots), sum);
        return sum;
    }

    /** Denman and Beavers' iteration, which converges where no eigenvalue is zero or negative. */
    private static DMatrixRMaj squareRoot(DMatrixRMaj a) {
        DMatrixRMaj y = a.copy();
        DMatrixRMaj z = CommonOps_DDRM.identity(a.numRows);
        double last = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ROOTS; iteration++) {
            DMatrixRMaj nextY = mean(y, inverse(z));
            DMatrixRMaj nextZ = mean(z, inverse(y));
            double step = distance(nextY, y);
            y = nextY;
            z = nextZ;
            if (step < 1e-15 || (step >= last && step < 1e-12)) {
                return y;
            }
            last = step;
        }
        throw noLogarithm(MOST_ROOTS, last);
    }

    /** e^A for any A: halved until it is small, by Taylor's series, and squared again. */
    static DMatrixRMaj exponential(DMatrixRMaj a) {
        int halvings = 0;
        double size = NormOps_DDRM.normPInf(a);
        while (Math.scalb(size, -halvings) > 0.5) {
            halvings++;
        }
        DMatrixRMaj small = a.copy();
        CommonOps_DDRM.scale(Math.scalb(1.0, -halvings), small);
        DMatrixRMaj sum = CommonOps_DDRM.identity(a.numRows);
        DMatrixRMaj term = CommonOps_DDRM.identity(a.numRows);
        for (int k = 1; k < 30; k++) {
            term = times(term, small);
            CommonOps_DDRM.scale(1.0 / k, term);
            CommonOps_DDRM.addEquals(sum, term);
        }
        for (int k = 0; k < halvings; k++) {
            sum = times(sum, sum);
        }
        return sum;
    }

    static double distance(DMatrixRMaj a, DMatrixRMaj b) {
        double largest = 0.0;
        for (int k = 0; k < a.getNumElements(); k++) {
            largest = Math.max(largest, Math.abs(a.data[k] - b.data[k]));
        }
        return largest;
    }

    private static DMatrixRMaj mean(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj sum = new DMatrixRMaj(a.numRows, a.numCols);
        CommonOps_DDRM.add(0.5, a, 0.5, b, sum);
        return sum;
    }

    private static DMatrixRMaj inverse(DMatrixRMaj a) {
        DMatrixRMaj inverse = new DMatrixRMaj(a.numRows, a.numCols);
        if (!CommonOps_DDRM.invert(a, inverse) || !Double.isFinite(CommonOps_DDRM.elementSum(inverse))) {
            throw noLogarithm(0, Double.NaN);
        }
        return inverse;
    }

    private static NotConverged noLogarithm(int iterations, double residual) {
        return new NotConverged(
                String.format(
                        Locale.ROOT,
                        "logarithm of a transition matrix: there is no real one near the identity; merge rare states"),
                iterations,
                Double.NaN,
                residual);
    }
}
