package io.bondtrader.core.curve.bootstrap;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Objects;

/**
 * A curve that reprices quotes, and how it does so: the exact derivatives of its nodes by the quotes, what is left of each
 * quote, and what solving took.
 *
 * <p>Node i stands at the pillar of instrument i. A sensitivity by node becomes one by quote through the Jacobian:
 *
 * <pre>
 *   ∂V/∂qⱼ = Σᵢ ∂V/∂xᵢ · ∂xᵢ/∂qⱼ        ∂x/∂q = (∂q/∂x)⁻¹
 * </pre>
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BootstrappedCurve {

    private final DiscountCurve curve;
    private final List<CurveInstrument> instruments;
    private final double[] nodeValues;
    private final double[][] byQuote; // [node][quote]
    private final double[][] byDiscounting; // [node][parameter of the given discounting curve]
    private final double[] repricingErrors;
    private final BootstrapMethod method;
    private final int iterations;

    BootstrappedCurve(
            DiscountCurve curve,
            List<CurveInstrument> instruments,
            double[] nodeValues,
            double[][] byQuote,
            double[][] byDiscounting,
            double[] repricingErrors,
            BootstrapMethod method,
            int iterations) {
        this.curve = Objects.requireNonNull(curve);
        this.instruments = List.copyOf(instruments);
        this.nodeValues = nodeValues;
        this.byQuote = byQuote;
        this.byDiscounting = byDiscounting;
        this.repricingErrors = repricingErrors;
        this.method = method;
        this.iterations = iterations;
    }

    /** {@return the curve} */
    public DiscountCurve curve() {
        return curve;
    }

    /** {@return the instruments, in the order of their pillars, which is that of the curve's nodes} */
    public List<CurveInstrument> instruments() {
        return instruments;
    }

    /** {@return the value at each node: zero rates or logarithms of discount factors, as the bootstrap was told} */
    public double[] nodeValues() {
        return nodeValues.clone();
    }

    /**
     * Returns how a node moves with a quote while the other quotes stay.
     *
     * @param node index of the node
     * @param quote index of the instrument
     * @return ∂(node value)/∂(quote)
     * @throws InvalidInput if there is no such node or instrument
     */
    public double nodeByQuote(int node, int quote) {
        InvalidInput.unless(node >= 0 && node < nodeValues.length, "node", node, "0 to " + (nodeValues.length - 1));
        InvalidInput.unless(quote >= 0 && quote < nodeValues.length, "quote", quote, "0 to " + (nodeValues.length - 1));
        return byQuote[node][quote];
    }

    /** {@return a copy of the Jacobian: row i, column j is ∂(value of node i)/∂(quote j)} */
    public double[][] jacobian() {
        return copy(byQuote);
    }

    /**
     * Returns how the nodes move with the parameters of the discounting curve that the bootstrap was given, while the
     * quotes stay.
     *
     * @return row i, column j is ∂(value of node i)/∂(parameter j); rows of length 0 where no curve was given
     */
    public double[][] jacobianToDiscounting() {
        return copy(byDiscounting);
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = matrix[k].clone();
        }
        return copy;
    }

    /**
     * Turns sensitivities by node into sensitivities by quote.
     *
     * @param byNode ∂V/∂(value of node i), as the curve's sensitivities give it
     * @return ∂V/∂(quote j), in the order of {@link #instruments()}
     * @throws InvalidInput if there are more or fewer sensitivities than nodes, or one is not finite
     */
    public double[] quoteSensitivities(double[] byNode) {
        InvalidInput.unless(
                byNode.length == nodeValues.length, "byNode.length", byNode.length, "the nodes, " + nodeValues.length);
        double[] byQuotes = new double[nodeValues.length];
        for (int i = 0; i < byNode.length; i++) {
            InvalidInput.unless(Double.isFinite(byNode[i]), "byNode", byNode[i], "finite");
            for (int j = 0; j < byQuotes.length; j++) {
                byQuotes[j] += byNode[i] * byQuote[i][j];
            }
        }
        return byQuotes;
    }

    /** {@return implied quote less quote of each instrument, in the unit of its quote} */
    public double[] repricingErrors() {
        return repricingErrors.clone();
    }

    /** {@return the largest repricing error, without sign; of quotes above 1, such as prices, relative to the quote} */
    public double worstRepricingError() {
        double worst = 0.0;
        for (int k = 0; k < repricingErrors.length; k++) {
            double scale = Math.max(1.0, Math.abs(instruments.get(k).quote()));
            worst = Math.max(worst, Math.abs(repricingErrors[k]) / scale);
        }
        return worst;
    }

    /** {@return how the curve was solved for} */
    public BootstrapMethod method() {
        return method;
    }

    /** {@return Newton steps of the global method, rounds of the sequential one} */
    public int iterations() {
        return iterations;
    }

    @Override
    public String toString() {
        return "BootstrappedCurve[" + curve + ", " + method + ", " + iterations + " iterations, worst repricing error "
                + worstRepricingError() + "]";
    }
}
