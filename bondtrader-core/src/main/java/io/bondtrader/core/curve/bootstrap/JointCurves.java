package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.error.InvalidInput;

/**
 * A discounting and a projection curve that were solved for together, and how the nodes of both move with the quotes of
 * both.
 *
 * <p>Unknowns and quotes are numbered through: first those of the discounting curve, then those of the projection curve.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class JointCurves {

    private final BootstrappedCurve discounting;
    private final BootstrappedCurve projection;
    private final double[][] byQuote;

    JointCurves(BootstrappedCurve discounting, BootstrappedCurve projection, double[][] byQuote) {
        this.discounting = discounting;
        this.projection = projection;
        this.byQuote = byQuote;
    }

    /** {@return the curve that discounts; its own Jacobian is by its own quotes} */
    public BootstrappedCurve discounting() {
        return discounting;
    }

    /** {@return the curve that projects the index; its own Jacobian is by its own quotes} */
    public BootstrappedCurve projection() {
        return projection;
    }

    /**
     * Returns how the nodes of both curves move with the quotes of both.
     *
     * @return row i, column j is ∂(node value i)/∂(quote j), those of the discounting curve first
     */
    public double[][] jacobian() {
        double[][] copy = new double[byQuote.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = byQuote[k].clone();
        }
        return copy;
    }

    /**
     * Turns sensitivities by the nodes of both curves into sensitivities by the quotes of both.
     *
     * @param byDiscountingNode ∂V/∂(node of the discounting curve)
     * @param byProjectionNode ∂V/∂(node of the projection curve)
     * @return ∂V/∂(quote), those of the discounting curve first
     * @throws InvalidInput if an array is not as long as its curve has nodes
     */
    public double[] quoteSensitivities(double[] byDiscountingNode, double[] byProjectionNode) {
        int first = discounting.instruments().size();
        InvalidInput.unless(
                byDiscountingNode.length == first, "byDiscountingNode.length", byDiscountingNode.length, "" + first);
        int second = byQuote.length - first;
        InvalidInput.unless(
                byProjectionNode.length == second, "byProjectionNode.length", byProjectionNode.length, "" + second);
        double[] byQuotes = new double[byQuote.length];
        for (int i = 0; i < byQuote.length; i++) {
            double byNode = i < first ? byDiscountingNode[i] : byProjectionNode[i - first];
            InvalidInput.unless(Double.isFinite(byNode), "sensitivity", byNode, "finite");
            for (int j = 0; j < byQuotes.length; j++) {
                byQuotes[j] += byNode * byQuote[i][j];
            }
        }
        return byQuotes;
    }

    @Override
    public String toString() {
        return "JointCurves[" + discounting + ", " + projection + "]";
    }
}
