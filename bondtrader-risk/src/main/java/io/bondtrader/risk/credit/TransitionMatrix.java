package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/**
 * How likely a rating becomes another within a time. The last state is default, which nothing leaves.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TransitionMatrix {

    /** By how much a row may miss 1 before its sum is a mistake and not rounding. */
    private static final double ROUNDING = 1e-9;

    /** By how much published rows, printed to two digits of a percent, may miss 1. */
    private static final double PUBLISHED_ROUNDING = 0.005;

    private final List<String> states;
    private final double years;
    private final DMatrixRMaj probabilities;
    private final double rescaling;

    private TransitionMatrix(List<String> states, double years, DMatrixRMaj probabilities, double rescaling) {
        this.states = states;
        this.years = years;
        this.probabilities = probabilities;
        this.rescaling = rescaling;
    }

    /**
     * Returns a transition matrix.
     *
     * @param states from the best to default, no two alike
     * @param years the time that transitions take, positive
     * @param rows probabilities by row: from, then to
     * @return the matrix
     * @throws InvalidInput if it is not square of that size, an entry is no probability, a row does not add up to 1 within
     *     1e-9, or default is left
     */
    public static TransitionMatrix of(List<String> states, double years, double[][] rows) {
        return checked(states, years, rows, ROUNDING);
    }

    /**
     * Returns a matrix as agencies publish it, in percent and rounded. A row that misses 100 by at most half a percent is
     * scaled to it, and {@link #rescaling()} says by how much at most.
     *
     * @param states from the best to default, no two alike
     * @param years the time that transitions take, positive
     * @param rowsPct probabilities in percent by row: from, then to
     * @return the matrix
     * @throws InvalidInput as {@link #of} does, and if a row misses 100 by more
     */
    public static TransitionMatrix ofPublished(List<String> states, double years, double[][] rowsPct) {
        double[][] rows = new double[rowsPct.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.stream(rowsPct[i]).map(pct -> pct / 100.0).toArray();
        }
        return checked(states, years, rows, PUBLISHED_ROUNDING);
    }

    private static TransitionMatrix checked(List<String> states, double years, double[][] rows, double tolerance) {
        int n = states.size();
        InvalidInput.unless(n >= 2, "states", states, "at least one rating, and default");
        InvalidInput.unless(new HashSet<>(states).size() == n, "states", states, "without repetition");
        InvalidInput.unless(years > 0.0 && years <= 100.0, "years", years, "above 0, to 100");
        InvalidInput.unless(rows.length == n, "rows", rows.length, "as many as states, " + n);
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        double rescaling = 0.0;
        for (int i = 0; i < n; i++) {
            InvalidInput.unless(rows[i].length == n, "length of row " + states.get(i), rows[i].length, "" + n);
            double sum = 0.0;
            for (double probability : rows[i]) {
                InvalidInput.unless(
                        probability >= 0.0 && probability <= 1.0 + tolerance,
                        "probability in row " + states.get(i),
                        probability,
                        "0 to 1");
                sum += probability;
            }
            InvalidInput.unless(Math.abs(sum - 1.0) <= tolerance, "sum of row " + states.get(i), sum, "1");
            rescaling = Math.max(rescaling, Math.abs(sum - 1.0));
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, rows[i][j] / sum);
            }
        }
        InvalidInput.unless(
                matrix.get(n - 1, n - 1) == 1.0, // exactly: a row of zeros and a one
                "row of " + states.get(n - 1),
                Arrays.toString(rows[n - 1]),
                "zeros and a one: nothing leaves default");
        return new TransitionMatrix(List.copyOf(states), years, matrix, rescaling);
    }

    /** Of rows that are known to be probabilities but for rounding. */
    static TransitionMatrix computed(List<String> states, double years, DMatrixRMaj matrix) {
        int n = states.size();
        for (int i = 0; i < n; i++) {
            double sum = 0.0;
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, Math.max(0.0, matrix.get(i, j)));
                sum += matrix.get(i, j);
            }
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, matrix.get(i, j) / sum);
            }
        }
        return new TransitionMatrix(states, years, matrix, 0.0);
    }

    /** {@return the states, default last} */
    public List<String> states() {
        return states;
    }

    /** {@return the time that transitions take} */
    public double years() {
        return years;
    }

    /** {@return by how much the row that missed 1 most was scaled, as a decimal; 0 if none was} */
    public double rescaling() {
        return rescaling;
    }

    /**
     * Returns the probability of a transition.
     *
     * @param from the state before
     * @param to the state after
     * @return the probability
     * @throws InvalidInput if a state is unknown
     */
    public double probability(String from, String to) {
        return probabilities.get(index(from), index(to));
    }

    /**
     * Returns the probability of default.
     *
     * @param from the state before
     * @return the probability within {@link #years()}
     * @throws InvalidInput if the state is unknown
     */
    public double defaultProbability(String from) {
        return probabilities.get(index(from), states.size() - 1);
    }

    /**
     * Returns where a rating goes.
     *
     * @param from the state before
     * @return the probabilities of all states, in their order
     * @throws InvalidInput if the state is unknown
     */
    public List<Double> row(String from) {
        int i = index(from);
        return Arrays.stream(probabilities.data, i * states.size(), (i + 1) * states.size())
                .boxed()
                .toList();
    }

    /**
     * Returns what the matrix comes to after several periods.
     *
     * @param periods how many, 1 to 1,000
     * @return its power, over as many times the years
     * @throws InvalidInput if the number is out of range
     */
    public TransitionMatrix over(int periods) {
        InvalidInput.unless(periods >= 1 && periods <= 1_000, "periods", periods, "1 to 1,000");
        return computed(states, years * periods, SquareMatrix.power(probabilities, periods));
    }

    /**
     * Returns the rates of transition that lead to this matrix, repaired where some of them would be negative.
     *
     * @param adjustment how they are repaired; {@link TransitionGenerator#report()} says what it changed
     * @return the generator
     * @throws NotConverged if the matrix has no real logarithm
     */
    public TransitionGenerator generator(GeneratorAdjustment adjustment) {
        return TransitionGenerator.from(this, adjustment);
    }

    DMatrixRMaj matrix() {
        return probabilities;
    }

    int index(String state) {
        int index = states.indexOf(state);
        InvalidInput.unless(index >= 0, "state", state, "one of " + states);
        return index;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "TransitionMatrix[%s over %s years]", states, years);
    }
}
