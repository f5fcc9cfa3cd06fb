package io.bondtrader.core.curve.fit;

import io.bondtrader.core.curve.DiscountCurve;
import java.util.List;

/**
 * A curve that was fitted to bonds, and how near it comes to each.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param curve the curve; its nodes are the parameters that were fitted
 * @param family what was fitted
 * @param objective weighted sum of squared price errors, weights summing to 1, over the bonds that were not left out
 * @param roughness what the curve's bends cost beside; 0 without a penalty
 * @param residuals one for each bond, in the order given
 * @param excluded what the bonds are called that were left out as outliers, in the order in which they were
 * @param starts how many starts were tried for the last fit
 * @param iterations how many steps or linear problems the last fit took
 */
public record FittedCurve(
        DiscountCurve curve,
        CurveFamily family,
        double objective,
        double roughness,
        List<FitResidual> residuals,
        List<String> excluded,
        int starts,
        int iterations) {

    /** Copies the lists. */
    public FittedCurve {
        residuals = List.copyOf(residuals);
        excluded = List.copyOf(excluded);
    }

    /** {@return the root of the mean squared price error of the bonds that were not left out, unweighted, per 100} */
    public double rmsPriceError() {
        double sum = 0.0;
        int count = 0;
        for (FitResidual residual : residuals) {
            if (!residual.excluded()) {
                sum += residual.priceResidual() * residual.priceResidual();
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /** {@return the largest price error of the bonds that were not left out, without sign, per 100} */
    public double largestPriceError() {
        double largest = 0.0;
        for (FitResidual residual : residuals) {
            if (!residual.excluded()) {
                largest = Math.max(largest, Math.abs(residual.priceResidual()));
            }
        }
        return largest;
    }

    @Override
    public String toString() {
        return "FittedCurve[" + curve + ", objective " + objective + ", " + residuals.size() + " bonds, "
                + excluded.size() + " left out]";
    }
}
