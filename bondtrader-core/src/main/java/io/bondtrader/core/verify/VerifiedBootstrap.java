package io.bondtrader.core.verify;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BootstrapMethod;
import io.bondtrader.core.curve.bootstrap.BootstrappedCurve;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bootstrapped curve by two independent paths. Nodes: all at once by Newton's method with exact derivatives, and one
 * after the other by bracketing without any. Quotes: each instrument's own formula, and an account of everything that is
 * paid and received for it, which shares no arithmetic with the formula.
 *
 * <p>Solving takes both methods, once, when this is made; the sequential one takes several times as long where the
 * interpolation is not local.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedBootstrap {

    /** A node of a curve: a zero rate, or the logarithm of a discount factor. */
    public static final Measure CURVE_NODE = Measure.of("curve node", "decimal", new Tolerance(1e-12, 1e-12));

    /** The quote that an instrument has off a curve, a rate or a price. */
    public static final Measure IMPLIED_QUOTE = Measure.of("implied quote", "as quoted", new Tolerance(1e-12, 1e-12));

    private static final DualPath NODE = new DualPath(CURVE_NODE, "Newton on all nodes", "bracketing pillar by pillar");
    private static final DualPath QUOTE =
            new DualPath(IMPLIED_QUOTE, "formula of the instrument", "account of its payments");

    private final CurveBootstrap bootstrap;
    private final @Nullable DiscountCurve discounting;
    private final BootstrappedCurve result;
    private final double @Nullable [] sequential;
    private final @Nullable BondTraderException sequentialFailure;
    private final boolean checked;
    private final Verifier verifier;

    private VerifiedBootstrap(CurveBootstrap bootstrap, @Nullable DiscountCurve discounting, Verifier verifier) {
        this.bootstrap = bootstrap;
        this.discounting = discounting;
        this.verifier = verifier;
        this.result = bootstrap.withMethod(BootstrapMethod.GLOBAL).solve();
        this.checked = verifier.selects(
                result.nodeValues()[0], bootstrap.referenceDate().toEpochDay());
        double[] values = null;
        BondTraderException failure = null;
        if (checked) {
            try {
                values =
                        bootstrap.withMethod(BootstrapMethod.SEQUENTIAL).solve().nodeValues();
            } catch (BondTraderException noCurve) {
                failure = noCurve;
            }
        }
        this.sequential = values;
        this.sequentialFailure = failure;
    }

    /**
     * Solves for a curve by both methods.
     *
     * @param bootstrap what the curve is built from; its method is not used
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified curve
     * @throws NotConverged if Newton's method finds no curve
     * @throws InvalidInput if the interpolation refuses the pillars
     */
    public static VerifiedBootstrap of(CurveBootstrap bootstrap, Verifier verifier) {
        return new VerifiedBootstrap(bootstrap, bootstrap.discounting().orElse(null), verifier);
    }

    /** {@return the curve by Newton's method, which is the answer} */
    public BootstrappedCurve result() {
        return result;
    }

    /**
     * Verifies the value of a node.
     *
     * @param node index of the node
     * @return its value, with the evidence
     * @throws InvalidInput if there is no such node
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified node(int node) {
        return node(node, result.nodeValues()[index(node)]);
    }

    /** Apart from its calculation, so that tests can hand in a value that is wrong. */
    Verified node(int node, double value) {
        if (!checked) {
            return verifier.unchecked(NODE, value, result.iterations());
        }
        CalculationInputs inputs = inputs(node);
        if (sequential == null) {
            BondTraderException failure = sequentialFailure == null
                    ? new NotConverged("sequential bootstrap", 0, Double.NaN, Double.NaN)
                    : sequentialFailure;
            return verifier.verify(NODE, inputs, node, value, failure, result.iterations());
        }
        return verifier.verify(NODE, inputs, node, value, sequential[node], result.iterations());
    }

    /**
     * Verifies the quote that an instrument has off the curve; it differs from its market quote by the repricing error.
     *
     * @param instrument index of the instrument
     * @return the quote off the curve, with the evidence
     * @throws InvalidInput if there is no such instrument
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified impliedQuote(int instrument) {
        CurveInstrument quoted = result.instruments().get(index(instrument));
        return impliedQuote(instrument, quoted.impliedQuote(discounts(), result.curve()));
    }

    /** Apart from its calculation, so that tests can hand in a quote that is wrong. */
    Verified impliedQuote(int instrument, double quote) {
        if (!checked) {
            return verifier.unchecked(QUOTE, quote, 0);
        }
        CurveInstrument quoted = result.instruments().get(instrument);
        double account = QuoteAccount.quote(quoted, discounts(), result.curve());
        return verifier.verify(QUOTE, inputs(instrument), instrument, quote, account, 0);
    }

    /**
     * Verifies all nodes.
     *
     * @return their values, with the evidence, in the order of the curve's nodes
     * @throws DiscrepancyFound if the paths disagree on one and the policy refuses such a number
     */
    public List<Verified> nodes() {
        List<Verified> nodes = new ArrayList<>();
        for (int k = 0; k < result.instruments().size(); k++) {
            nodes.add(node(k));
        }
        return nodes;
    }

    /**
     * Verifies all nodes, and returns the one on which the paths lie farthest apart, or the first one that is not
     * confirmed.
     *
     * @return its value, with the evidence
     * @throws DiscrepancyFound if the paths disagree on a node and the policy refuses such a number
     */
    public Verified worstNode() {
        List<Verified> nodes = nodes();
        Verified worst = nodes.get(0);
        for (Verified node : nodes) {
            if (!node.isAgreed()) {
                return node;
            }
            if (node.difference().orElse(0.0) > worst.difference().orElse(0.0)) {
                worst = node;
            }
        }
        return worst;
    }

    private DiscountCurve discounts() {
        return discounting == null ? result.curve() : discounting;
    }

    private int index(int index) {
        int last = result.instruments().size() - 1;
        InvalidInput.unless(index >= 0 && index <= last, "index", index, "0 to " + last);
        return index;
    }

    private CalculationInputs inputs(int index) {
        Map<String, Object> told = new TreeMap<>();
        told.put("referenceDate", bootstrap.referenceDate().toString());
        told.put("node", result.instruments().get(index).label());
        List<String> quotes = new ArrayList<>();
        for (CurveInstrument instrument : result.instruments()) {
            quotes.add(instrument.toString());
        }
        told.put("instruments", quotes);
        return CalculationInputs.of(told, Map.of("curve", bootstrap.toString()));
    }

    @Override
    public String toString() {
        return "VerifiedBootstrap[" + result + "]";
    }
}
