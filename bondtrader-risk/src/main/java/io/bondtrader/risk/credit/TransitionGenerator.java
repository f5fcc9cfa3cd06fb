package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The rates, per year, at which ratings become others. Transition probabilities of any time follow:
 *
 * <pre>
 *   P(t) = e^(Q·t)        Q  off-diagonal 0 or more, rows add up to 0
 * </pre>
 *
 * <p>The exponential is taken by uniformisation, whose terms are all positive, so that no probability is negative by
 * rounding. Immutable and safe for use by many threads.
 */
public final class TransitionGenerator {

    private static final int MOST_TERMS = 400;

    private final List<String> states;
    private final DMatrixRMaj rates;
    private final GeneratorReport report;

    private TransitionGenerator(List<String> states, DMatrixRMaj rates, GeneratorReport report) {
        this.states = states;
        this.rates = rates;
        this.report = report;
    }

    /**
     * Returns a generator.
     *
     * @param states from the best to default, no two alike
     * @param rates per year by row; diagonals make rows add up to 0 within 1e-9
     * @return the generator
     * @throws InvalidInput if it is not square of that size, an off-diagonal rate is negative or not finite, a row does not
     *     add up to 0, or default is left
     */
    public static TransitionGenerator of(List<String> states, double[][] rates) {
        int n = states.size();
        InvalidInput.unless(n >= 2, "states", states, "at least one rating, and default");
        InvalidInput.unless(rates.length == n, "rates", rates.length, "as many rows as states, " + n);
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            InvalidInput.unless(rates[i].length == n, "length of row " + states.get(i), rates[i].length, "" + n);
            double sum = 0.0;
            for (int j = 0; j < n; j++) {
                boolean valid = i == j ? rates[i][j] <= 0.0 : rates[i][j] >= 0.0 && rates[i][j] <= 1e6;
                InvalidInput.unless(valid, "rate of row " + states.get(i), rates[i][j], "0 or more off the diagonal");
                matrix.set(i, j, rates[i][j]);
                sum += rates[i][j];
            }
            InvalidInput.unless(Math.abs(sum) <= 1e-9, "sum of row " + states.get(i), sum, "0");
        }
        InvalidInput.unless(matrix.get(n - 1, n - 1) == 0.0, "row of " + states.get(n - 1), "rates", "zeros");
        return new TransitionGenerator(
                List.copyOf(states), matrix, new GeneratorReport(GeneratorAdjustment.DIAGONAL, 0, 0.0, 0.0));
    }

    /**
     * Returns the generator of a matrix: its logarithm over its years, repaired.
     *
     * @param matrix the transition probabilities
     * @param adjustment how negative rates are repaired
     * @return the generator, with the report of what was changed
     * @throws NotConverged if the matrix has no real logarithm
     */
    public static TransitionGenerator from(TransitionMatrix matrix, GeneratorAdjustment adjustment) {
        DMatrixRMaj q = SquareMatrix.logarithm(matrix.matrix());
        CommonOps_DDRM.scale(1.0 / matrix.years(), q);
        int n = q.numRows;
        int negatives = 0;
        double smallest = 0.0;
        for (int i = 0; i < n; i++) {
            double removed = 0.0;
            double kept = Math.abs(q.get(i, i));
            for (int j = 0; j < n; j++) {
                double rate = q.get(i, j);
                if (i != j && rate < 0.0) {
                    boolean rounding = rate > -1e-13;
                    negatives += rounding ? 0 : 1;
                    smallest = rounding ? smallest : Math.min(smallest, rate);
                    removed -= rate;
                    q.set(i, j, 0.0);
                } else if (i != j) {
                    kept += rate;
                }
            }
            distribute(q, i, adjustment, removed, kept);
        }
        for (int j = 0; j < n; j++) {
            q.set(n - 1, j, 0.0);
        }
        TransitionGenerator repaired =
                new TransitionGenerator(matrix.states(), q, new GeneratorReport(adjustment, negatives, smallest, 0.0));
        double difference = SquareMatrix.distance(repaired.over(matrix.years()).matrix(), matrix.matrix());
        return new TransitionGenerator(
                matrix.states(), q, new GeneratorReport(adjustment, negatives, smallest, difference));
    }

    /** The diagonal last, so that the row adds up to 0 to the last bit of rounding. */
    private static void distribute(DMatrixRMaj q, int i, GeneratorAdjustment adjustment, double removed, double kept) {
        double others = 0.0;
        for (int j = 0; j < q.numCols; j++) {
            if (j != i) {
                if (adjustment == GeneratorAdjustment.WEIGHTED && kept > 0.0) {
                    q.set(i, j, q.get(i, j) * (1.0 - removed / kept));
                }
                others += q.get(i, j);
            }
        }
        q.set(i, i, -others);
    }

    /**
     * Returns the transition probabilities of a time.
     *
     * @param years above 0, to 100
     * @return the matrix
     * @throws InvalidInput if the time is out of range
     */
    public TransitionMatrix over(double years) {
        InvalidInput.unless(years > 0.0 && years <= 100.0, "years", years, "above 0, to 100");
        return TransitionMatrix.computed(states, years, exponential(years));
    }

    /** Uniformisation: e^(Qt) = e^(−λt)·Σ (λt)^k/k!·(I + Q/λ)^k, over a time so short that the series is. */
    private DMatrixRMaj exponential(double years) {
        int n = states.size();
        double fastest = 0.0;
        for (int i = 0; i < n; i++) {
            fastest = Math.max(fastest, -rates.get(i, i));
        }
        if (fastest == 0.0) { // exactly: nothing ever moves
            return CommonOps_DDRM.identity(n);
        }
        int halvings = Math.max(0, Math.getExponent(fastest * years) + 1);
        double step = Math.scalb(fastest * years, -halvings);
        DMatrixRMaj jump = rates.copy();
        CommonOps_DDRM.scale(1.0 / fastest, jump);
        CommonOps_DDRM.addEquals(jump, CommonOps_DDRM.identity(n));
        DMatrixRMaj sum = CommonOps_DDRM.identity(n);
        DMatrixRMaj term = CommonOps_DDRM.identity(n);
        double weight = 1.0;
        for (int k = 1; k < MOST_TERMS && weight > 1e-18; k++) {
            term = SquareMatrix.times(term, jump);
            weight *= step / k;
            CommonOps_DDRM.addEquals(sum, weight, term);
        }
        CommonOps_DDRM.scale(Math.exp(-step), sum);
        return SquareMatrix.power(sum, 1 << halvings);
    }

    /**
     * Returns the probability of default by a time.
     *
     * @param from the state today
     * @param years above 0, to 100
     * @return the cumulative probability
     * @throws InvalidInput if the state is unknown or the time out of range
     */
    public double defaultProbability(String from, double years) {
        return over(years).defaultProbability(from);
    }

    /**
     * Returns a rate.
     *
     * @param from the state before
     * @param to the state after
     * @return the rate per year; on the diagonal minus the rate at which the state is left
     * @throws InvalidInput if a state is unknown
     */
    public double rate(String from, String to) {
        return rates.get(index(from), index(to));
    }

    /** {@return the states, default last} */
    public List<String> states() {
        return states;
    }

    /** {@return what was changed to make this a generator} */
    public GeneratorReport report() {
        return report;
    }

    DMatrixRMaj matrix() {
        return rates;
    }

    private int index(String state) {
        int index = states.indexOf(state);
        InvalidInput.unless(index >= 0, "state", state, "one of " + states);
        return index;
    }

    @Override
    public String toString() {
        return "TransitionGenerator[" + states + ", " + report + "]";
    }
}
