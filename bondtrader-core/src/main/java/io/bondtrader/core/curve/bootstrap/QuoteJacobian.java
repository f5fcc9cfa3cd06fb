package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.NotConverged;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** How node values move with quotes, by the implicit function theorem: the inverse of how quotes move with node values. */
final class QuoteJacobian {

    private QuoteJacobian() {}

    static double[][] of(CurveSystem system, double[] values) {
        DMatrixRMaj inverse = system.derivatives(values);
        if (!CommonOps_DDRM.invert(inverse) || !allFinite(inverse)) {
            throw new NotConverged(
                    "quotes do not determine the curve " + system.shape(0).name(), 0, 0.0, 0.0);
        }
        return rows(inverse);
    }

    /** −(∂q/∂x)⁻¹ · ∂q/∂(parameters of the given curve). */
    static double[][] byGivenCurve(CurveSystem system, double[] values, double[][] byQuote, DiscountCurve discounting) {
        double[][] quotes = system.derivativesByGivenCurve(values, discounting);
        double[][] result = new double[values.length][discounting.nodes().size()];
        for (int i = 0; i < result.length; i++) {
            for (int j = 0; j < result[i].length; j++) {
                for (int k = 0; k < values.length; k++) {
                    result[i][j] -= byQuote[i][k] * quotes[k][j];
                }
            }
        }
        return result;
    }

    static double[][] block(double[][] matrix, int offset, int size) {
        double[][] block = new double[size][];
        for (int k = 0; k < size; k++) {
            block[k] = Arrays.copyOfRange(matrix[offset + k], offset, offset + size);
        }
        return block;
    }

    private static boolean allFinite(DMatrixRMaj matrix) {
        double sum = 0.0;
        for (double element : matrix.data) {
            sum += element * 0.0; // not a number unless every element is finite
        }
        return sum == 0.0;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        double[][] rows = new double[matrix.numRows][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = Arrays.copyOfRange(matrix.data, k * matrix.numCols, (k + 1) * matrix.numCols);
        }
        return rows;
    }
}
