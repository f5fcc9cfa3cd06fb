package io.bondtrader.risk.var;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.error.InsufficientHistory;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Value at risk and expected shortfall of equally likely scenarios by two paths, and the sums of their parts.
 *
 * <p>The first path sorts losses and weighs ranks. The second never sorts: it brackets the loss that a given number of
 * scenarios exceed, by counting; and finds the coherent shortfall as the least value of a + E[(loss − a)⁺]/(1 − c), by a
 * golden-section search. Source of the latter: Rockafellar and Uryasev, <i>Optimization of conditional value-at-risk</i>,
 * Journal of Risk 2 (2000), theorem 1. Immutable and safe for use by many threads.
 */
public final class VerifiedTailRisk {

    /** Value at risk. */
    public static final Measure VALUE_AT_RISK = Measure.of("value at risk", "money", new Tolerance(1e-9, 1e-11));

    /** Expected shortfall. */
    public static final Measure EXPECTED_SHORTFALL =
            Measure.of("expected shortfall", "money", new Tolerance(1e-9, 1e-10));

    /** The sum of the parts of a tail figure. */
    public static final Measure SUM_OF_COMPONENTS =
            Measure.of("sum of components", "money", new Tolerance(1e-6, 1e-10));

    private static final String SORTED = "weights of sorted losses";

    private final PnlVectors vectors;
    private final double[] totals;
    private final Verifier verifier;

    private VerifiedTailRisk(PnlVectors vectors, Verifier verifier) {
        this.vectors = vectors;
        this.totals = vectors.totals();
        this.verifier = verifier;
    }

    /**
     * Prepares the second path.
     *
     * @param vectors P&amp;L vectors whose scenarios are equally likely
     * @param verifier what is checked, and what happens when paths disagree
     * @return the verified figures
     * @throws InvalidInput if scenarios have weights of their own
     * @throws InsufficientHistory if there are fewer than two scenarios
     */
    public static VerifiedTailRisk of(PnlVectors vectors, Verifier verifier) {
        InvalidInput.unless(!vectors.isWeighted(), "scenarios", vectors.method(), "equally likely");
        if (vectors.scenarios().size() < 2) {
            throw new InsufficientHistory("value at risk", vectors.scenarios().size(), 2);
        }
        return new VerifiedTailRisk(vectors, verifier);
    }

    /**
     * Verifies value at risk.
     *
     * @param confidence such as 0.99
     * @param convention how the quantile is read off
     * @return value at risk, with the evidence
     * @throws InvalidInput if the confidence is not between 0 and 1
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified valueAtRisk(double confidence, QuantileConvention convention) {
        return valueAtRisk(
                confidence, convention, vectors.risk(confidence, convention).valueAtRisk());
    }

    /** Apart from its calculation, as are those below, so that tests can hand in a number that is wrong. */
    Verified valueAtRisk(double confidence, QuantileConvention convention, double primary) {
        DualPath pair = new DualPath(VALUE_AT_RISK, SORTED, "counting losses beyond a level");
        return settle(pair, confidence, primary, () -> countedQuantile(confidence, convention));
    }

    /**
     * Verifies the coherent expected shortfall.
     *
     * @param confidence such as 0.975
     * @return expected shortfall by {@link QuantileConvention#COHERENT}, with the evidence
     * @throws InvalidInput if the confidence is not between 0 and 1
     * @throws DiscrepancyFound if the paths disagree and the policy refuses such a number
     */
    public Verified expectedShortfall(double confidence) {
        return expectedShortfall(
                confidence,
                vectors.risk(confidence, QuantileConvention.COHERENT).expectedShortfall());
    }

    Verified expectedShortfall(double confidence, double primary) {
        DualPath pair = new DualPath(EXPECTED_SHORTFALL, SORTED, "least of Rockafellar and Uryasev's function");
        return settle(pair, confidence, primary, () -> leastShortfall(confidence));
    }

    /**
     * Verifies that the parts of value at risk make the whole.
     *
     * @param contributions parts of these vectors' positions
     * @return the sum of component values at risk beside the value at risk of the book
     * @throws DiscrepancyFound if they differ and the policy refuses such a number
     */
    public Verified componentValueAtRisk(TailContributions contributions) {
        double sum = 0;
        for (TailContributions.Part part : contributions.parts()) {
            sum += part.componentValueAtRisk();
        }
        double confidence = contributions.risk().confidence();
        QuantileConvention convention = contributions.risk().convention().orElse(QuantileConvention.ORDER_STATISTIC);
        DualPath pair = new DualPath(SUM_OF_COMPONENTS, "sum of positions", "counting losses beyond a level");
        return settle(pair, confidence, sum, () -> countedQuantile(confidence, convention));
    }

    /**
     * Verifies that the parts of expected shortfall make the whole.
     *
     * @param contributions parts of these vectors' positions by {@link QuantileConvention#COHERENT}
     * @return the sum of component shortfalls beside the shortfall of the book
     * @throws InvalidInput if the parts are those of another convention
     * @throws DiscrepancyFound if they differ and the policy refuses such a number
     */
    public Verified componentExpectedShortfall(TailContributions contributions) {
        QuantileConvention convention = contributions.risk().convention().orElse(QuantileConvention.ORDER_STATISTIC);
        InvalidInput.unless(convention == QuantileConvention.COHERENT, "convention", convention, "COHERENT");
        double sum = 0;
        for (TailContributions.Part part : contributions.parts()) {
            sum += part.componentExpectedShortfall();
        }
        double confidence = contributions.risk().confidence();
        DualPath pair =
                new DualPath(SUM_OF_COMPONENTS, "sum of positions", "least of Rockafellar and Uryasev's function");
        return settle(pair, confidence, sum, () -> leastShortfall(confidence));
    }

    private Verified settle(DualPath pair, double confidence, double primary, DoubleSupplier check) {
        if (!verifier.selects(primary)) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(
                Map.of("confidence", confidence, "scenarios", totals.length, "method", vectors.method()), Map.of());
        return verifier.verify(pair, inputs, confidence, primary, check.getAsDouble(), 0);
    }

    /** Position from the smallest loss by the definition of each type, then the losses at the places around it. */
    private double countedQuantile(double confidence, QuantileConvention convention) {
        int n = totals.length;
        double position = switch (convention) {
            case LINEAR -> confidence * n + (1 - confidence);
            case WEIBULL -> confidence * n + confidence;
            case MEDIAN_UNBIASED -> confidence * n + (confidence + 1) / 3;
            case ORDER_STATISTIC, COHERENT -> Math.floor(confidence * n + 1e-9) + 1;
        };
        double inside = Math.min(n, Math.max(1, position));
        int below = (int) inside;
        double lower = lossAt(below);
        return inside == below ? lower : lower + (inside - below) * (lossAt(below + 1) - lower);
    }

    /** The least loss that at least so many scenarios do not exceed. */
    private double lossAt(int place) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double pnl : totals) {
            low = Math.min(low, -pnl);
            high = Math.max(high, -pnl);
        }
        for (int step = 0; step < 200 && low < high; step++) {
            double middle = 0.5 * (low + high);
            int within = 0;
            double nextAbove = Double.POSITIVE_INFINITY;
            double nextBelow = Double.NEGATIVE_INFINITY;
            for (double pnl : totals) {
                if (-pnl <= middle) {
                    within++;
                    nextBelow = Math.max(nextBelow, -pnl);
                } else {
                    nextAbove = Math.min(nextAbove, -pnl);
                }
            }
            if (within >= place) {
                high = nextBelow;
            } else {
                low = nextAbove;
            }
        }
        return high;
    }

    private double leastShortfall(double confidence) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double pnl : totals) {
            low = Math.min(low, -pnl);
            high = Math.max(high, -pnl);
        }
        double golden = 0.5 * (Math.sqrt(5) - 1);
        for (int step = 0; step < 120; step++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (shortfallAt(left, confidence) <= shortfallAt(right, confidence)) {
                high = right;
            } else {
                low = left;
            }
        }
        return shortfallAt(0.5 * (low + high), confidence);
    }

    private double shortfallAt(double level, double confidence) {
        double beyond = 0;
        for (double pnl : totals) {
            beyond += Math.max(0, -pnl - level);
        }
        return level + beyond / totals.length / (1 - confidence);
    }

    /** {@return what is verified} */
    @Override
    public String toString() {
        return "VerifiedTailRisk[" + vectors + "]";
    }
}
