package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What each position would earn or lose in each scenario: the object that value at risk, expected shortfall, their parts
 * and every what-if are views of.
 *
 * <p>P&amp;L is in one currency, positive for a gain. All vectors have the same scenarios in the same order, so vectors of
 * positions, desks or whole books may be added. Scenarios are equally likely unless {@link #weighted} says otherwise.
 * Immutable and safe for use by many threads.
 */
public final class PnlVectors {

    private final String method;
    private final List<String> positions;
    private final List<String> scenarios;
    private final double[][] pnl; // by position, then by scenario
    private final double @Nullable [] probabilities;

    private PnlVectors(
            String method,
            List<String> positions,
            List<String> scenarios,
            double[][] pnl,
            double @Nullable [] probabilities) {
        this.method = method;
        this.positions = positions;
        this.scenarios = scenarios;
        this.pnl = pnl;
        this.probabilities = probabilities;
    }

    /**
     * Returns vectors.
     *
     * @param method how the scenarios came about, such as {@code historical, one-day moves}; results repeat it
     * @param positions names of the positions, no two alike
     * @param scenarios names of the scenarios, such as the last day of each move
     * @param pnl a row for each position with the P&amp;L of each scenario; copied
     * @return the vectors
     * @throws InvalidInput if there is no position or no scenario, a position stands twice, a row has another length than
     *     there are scenarios, or a P&amp;L is not finite
     */
    public static PnlVectors of(String method, List<String> positions, List<String> scenarios, double[][] pnl) {
        InvalidInput.unless(pnl.length == positions.size(), "rows", pnl.length, "one a position, " + positions.size());
        double[][] copy = new double[pnl.length][];
        for (int i = 0; i < pnl.length; i++) {
            copy[i] = pnl[i].clone();
        }
        return owning(method, positions, scenarios, copy);
    }

    /** As the factory above, but keeps the rows: for callers of this package that made them. */
    static PnlVectors owning(String method, List<String> positions, List<String> scenarios, double[][] pnl) {
        InvalidInput.unless(!method.isBlank(), "method", method, "not blank");
        InvalidInput.unless(!positions.isEmpty(), "positions", "empty", "at least one");
        InvalidInput.unless(!scenarios.isEmpty(), "scenarios", "empty", "at least one");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pnl.length; i++) {
            String position = positions.get(i);
            if (!seen.add(position)) {
                throw new InvalidInput("positions", position, "named once each");
            }
            double[] row = pnl[i];
            if (row.length != scenarios.size()) {
                throw new InvalidInput("scenarios of " + position, row.length, "as many as named, " + scenarios.size());
            }
            for (int s = 0; s < row.length; s++) {
                if (!Double.isFinite(row[s])) {
                    throw new InvalidInput("P&L of " + position + " in scenario " + scenarios.get(s), row[s], "finite");
                }
            }
        }
        return new PnlVectors(method, List.copyOf(positions), List.copyOf(scenarios), pnl, null);
    }

    /** {@return how the scenarios came about} */
    public String method() {
        return method;
    }

    /** {@return the names of the positions} */
    public List<String> positions() {
        return positions;
    }

    /** {@return the names of the scenarios} */
    public List<String> scenarios() {
        return scenarios;
    }

    /**
     * Returns one P&amp;L.
     *
     * @param position the position's place, from 0
     * @param scenario the scenario's place, from 0
     * @return what it earns there, negative for a loss
     * @throws InvalidInput if there is no such place
     */
    public double pnl(int position, int scenario) {
        InvalidInput.unless(
                scenario >= 0 && scenario < scenarios.size(), "scenario", scenario, "0 to " + (scenarios.size() - 1));
        return pnl[place(position)][scenario];
    }

    /**
     * Returns the P&amp;L of a position.
     *
     * @param position the position's place, from 0
     * @return a copy, one number a scenario
     * @throws InvalidInput if there is no such place
     */
    public double[] pnl(int position) {
        return pnl[place(position)].clone();
    }

    /**
     * Looks up a position.
     *
     * @param position its name
     * @return its place, from 0
     * @throws MissingData if there is none of that name
     */
    public int indexOf(String position) {
        int index = positions.indexOf(position);
        if (index < 0) {
            throw new MissingData("no P&L vector of position " + position);
        }
        return index;
    }

    /** {@return the P&amp;L of all positions together, one number a scenario, added in the order of positions} */
    public double[] totals() {
        double[] totals = new double[scenarios.size()];
        for (double[] row : pnl) {
            for (int s = 0; s < totals.length; s++) {
                totals[s] += row[s];
            }
        }
        return totals;
    }

    /** {@return whether scenarios have weights of their own} */
    public boolean isWeighted() {
        return probabilities != null;
    }

    /** {@return the probability of each scenario, adding up to one} */
    public double[] probabilities() {
        if (probabilities != null) {
            return probabilities.clone();
        }
        double[] equal = new double[scenarios.size()];
        Arrays.fill(equal, 1.0 / equal.length);
        return equal;
    }

    /**
     * Weighs the scenarios.
     *
     * @param weights one a scenario, not negative, in any scale
     * @return the same vectors under those probabilities
     * @throws InvalidInput if a weight is negative or not finite, all are zero, or their number is another
     */
    public PnlVectors weighted(double[] weights) {
        InvalidInput.unless(
                weights.length == scenarios.size(), "weights", weights.length, "one a scenario, " + scenarios.size());
        double sum = 0;
        for (double weight : weights) {
            InvalidInput.unless(weight >= 0 && Double.isFinite(weight), "weight", weight, "0 or more, and finite");
            sum += weight;
        }
        InvalidInput.unless(sum > 0 && Double.isFinite(sum), "sum of weights", sum, "positive and finite");
        double[] scaled = weights.clone();
        for (int s = 0; s < scaled.length; s++) {
            scaled[s] /= sum;
        }
        return new PnlVectors(method + ", weighted", positions, scenarios, pnl, scaled);
    }

    /**
     * Weighs scenarios by age: the last has the most weight, each one before it λ times that of the next.
     *
     * <p>Source: Boudoukh, Richardson and Whitelaw, <i>The Best of Both Worlds</i>, Risk 11 (1998).
     *
     * @param decay λ, above 0 and up to 1, such as 0.98
     * @return the same vectors under those probabilities
     * @throws InvalidInput if the decay is out of range
     */
    public PnlVectors ageWeighted(double decay) {
        InvalidInput.unless(decay > 0 && decay <= 1, "decay", decay, "above 0 and up to 1");
        double[] weights = new double[scenarios.size()];
        double weight = 1;
        for (int s = weights.length - 1; s >= 0; s--) {
            weights[s] = weight;
            weight *= decay;
        }
        return weighted(weights);
    }

    /**
     * Adds up positions by group: by desk, issuer, bucket.
     *
     * @param group gives each position's group by the position's name
     * @return one vector a group, in the order in which groups first occur
     */
    public PnlVectors groupedBy(UnaryOperator<String> group) {
        Map<String, double[]> groups = new LinkedHashMap<>();
        for (int i = 0; i < pnl.length; i++) {
            double[] sums = groups.computeIfAbsent(group.apply(positions.get(i)), name -> new double[scenarios.size()]);
            for (int s = 0; s < sums.length; s++) {
                sums[s] += pnl[i][s];
            }
        }
        return new PnlVectors(
                method,
                List.copyOf(groups.keySet()),
                scenarios,
                groups.values().toArray(double[][]::new),
                probabilities);
    }

    /**
     * Adds positions: the what-if of a trade.
     *
     * @param more vectors with the same scenarios; a position of a known name is added to the one that is there
     * @return the vectors of the larger book
     * @throws InvalidInput if the scenarios are others
     */
    public PnlVectors plus(PnlVectors more) {
        InvalidInput.unless(scenarios.equals(more.scenarios), "scenarios", more.method, "those of " + method);
        Map<String, Integer> places = new HashMap<>();
        List<String> names = new ArrayList<>(positions);
        List<double[]> rows = new ArrayList<>(List.of(pnl));
        for (int i = 0; i < pnl.length; i++) {
            places.put(positions.get(i), i);
        }
        for (int i = 0; i < more.pnl.length; i++) {
            Integer known = places.get(more.positions.get(i));
            if (known == null) {
                names.add(more.positions.get(i));
                rows.add(more.pnl[i]);
            } else {
                double[] sum = rows.get(known).clone();
                for (int s = 0; s < sum.length; s++) {
                    sum[s] += more.pnl[i][s];
                }
                rows.set(known, sum);
            }
        }
        return new PnlVectors(method, List.copyOf(names), scenarios, rows.toArray(double[][]::new), probabilities);
    }

    /**
     * Leaves positions out.
     *
     * @param names the positions to leave out, not all there are
     * @return the vectors of the smaller book
     * @throws MissingData if there is no position of a name
     * @throws InvalidInput if nothing would be left
     */
    public PnlVectors without(Set<String> names) {
        names.forEach(this::indexOf);
        List<String> left = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < pnl.length; i++) {
            if (!names.contains(positions.get(i))) {
                left.add(positions.get(i));
                rows.add(pnl[i]);
            }
        }
        InvalidInput.unless(!left.isEmpty(), "positions left", 0, "at least one");
        return new PnlVectors(method, List.copyOf(left), scenarios, rows.toArray(double[][]::new), probabilities);
    }

    /**
     * Resizes positions.
     *
     * @param factors one a position: 1 leaves it as it is, -1 turns it around
     * @return the vectors of the resized book
     * @throws InvalidInput if a factor is not finite or their number is another
     */
    public PnlVectors times(double[] factors) {
        InvalidInput.unless(factors.length == pnl.length, "factors", factors.length, "one a position, " + pnl.length);
        double[][] scaled = new double[pnl.length][scenarios.size()];
        for (int i = 0; i < scaled.length; i++) {
            InvalidInput.unless(Double.isFinite(factors[i]), "factor of " + positions.get(i), factors[i], "finite");
            for (int s = 0; s < scaled[i].length; s++) {
                scaled[i][s] = factors[i] * pnl[i][s];
            }
        }
        return new PnlVectors(method, positions, scenarios, scaled, probabilities);
    }

    /**
     * Returns value at risk and expected shortfall of all positions together.
     *
     * @param confidence such as 0.99
     * @param convention how the quantile is read off; weighted scenarios know {@link QuantileConvention#ORDER_STATISTIC} and
     *     {@link QuantileConvention#COHERENT} only
     * @return both figures with their bands
     * @throws InvalidInput if the confidence is not between 0 and 1, or the convention does not go with weights
     * @throws io.bondtrader.risk.error.InsufficientHistory if there are fewer than two scenarios
     */
    public TailRisk risk(double confidence, QuantileConvention convention) {
        requireConfidence(confidence);
        return losses(totals()).risk(method, confidence, convention);
    }

    /**
     * Splits value at risk and expected shortfall into parts that add up to them.
     *
     * @param confidence such as 0.99
     * @param convention how the quantile is read off
     * @return the part of each position, and what each position alone and the book without it would have
     * @throws InvalidInput if the confidence is not between 0 and 1, or the convention does not go with weights
     * @throws io.bondtrader.risk.error.InsufficientHistory if there are fewer than two scenarios
     */
    public TailContributions contributions(double confidence, QuantileConvention convention) {
        requireConfidence(confidence);
        return TailContributions.of(this, confidence, convention);
    }

    TailLosses losses(double[] totals) {
        return probabilities == null ? TailLosses.of(totals) : TailLosses.of(totals, probabilities);
    }

    /** Not a copy. */
    double[] row(int position) {
        return pnl[position];
    }

    static void requireConfidence(double confidence) {
        InvalidInput.unless(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
    }

    private int place(int position) {
        InvalidInput.unless(position >= 0 && position < pnl.length, "position", position, "0 to " + (pnl.length - 1));
        return position;
    }

    /** {@return the size and how the scenarios came about} */
    @Override
    public String toString() {
        return "PnlVectors[" + positions.size() + " positions x " + scenarios.size() + " scenarios, " + method + "]";
    }
}
