package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.factor.FactorMoves;
import java.util.List;

/**
 * First and second derivatives of a book by its factors, and first derivatives of its positions: the fast mode, in which a
 * move costs a quadratic form instead of a revaluation.
 *
 * <p>Derivatives are by the unit of a move: per 1.00 of a rate, not per basis point. Immutable and safe for use by many
 * threads.
 */
public final class FactorSensitivities {

    private final List<String> factors;
    private final List<String> positions;
    private final double[][] deltas; // by position
    private final double[] delta;
    private final double[][] gamma;

    FactorSensitivities(List<String> factors, List<String> positions, double[][] deltas, double[][] gamma) {
        this.factors = List.copyOf(factors);
        this.positions = List.copyOf(positions);
        this.deltas = deltas;
        this.gamma = gamma;
        this.delta = new double[factors.size()];
        for (double[] own : deltas) {
            for (int i = 0; i < delta.length; i++) {
                delta[i] += own[i];
            }
        }
    }

    /** {@return the names of the factors} */
    public List<String> factors() {
        return factors;
    }

    /** {@return the names of the positions} */
    public List<String> positions() {
        return positions;
    }

    /** {@return the first derivative of the book by each factor} */
    public double[] delta() {
        return delta.clone();
    }

    /**
     * Returns the first derivatives of a position.
     *
     * @param position its place, from 0
     * @return one number a factor
     * @throws InvalidInput if there is no such position
     */
    public double[] delta(int position) {
        InvalidInput.unless(
                position >= 0 && position < deltas.length, "position", position, "0 to " + (deltas.length - 1));
        return deltas[position].clone();
    }

    /** {@return the second derivatives of the book, by row} */
    public double[][] gamma() {
        double[][] copy = new double[gamma.length][];
        for (int i = 0; i < gamma.length; i++) {
            copy[i] = gamma[i].clone();
        }
        return copy;
    }

    /**
     * Estimates P&amp;L by δ'x + ½ x'Γx.
     *
     * @param moves of at least these factors
     * @return the estimate for each move, of the book as a whole
     * @throws MissingData if there are no moves of a factor
     */
    public double[] approximate(FactorMoves moves) {
        int n = factors.size();
        int[] columns = new int[n];
        for (int i = 0; i < n; i++) {
            columns[i] = moves.factors().indexOf(factors.get(i));
            if (columns[i] < 0) {
                throw new MissingData("moves of factor " + factors.get(i));
            }
        }
        double[] pnl = new double[moves.size()];
        double[] move = new double[n];
        for (int t = 0; t < pnl.length; t++) {
            for (int i = 0; i < n; i++) {
                move[i] = moves.get(t, columns[i]);
            }
            pnl[t] = approximate(move);
        }
        return pnl;
    }

    private double approximate(double[] move) {
        double sum = 0;
        for (int i = 0; i < move.length; i++) {
            double slope = 0;
            for (int j = 0; j < move.length; j++) {
                slope += gamma[i][j] * move[j];
            }
            sum += move[i] * (delta[i] + 0.5 * slope);
        }
        return sum;
    }

    /** {@return the numbers of factors and positions} */
    @Override
    public String toString() {
        return "FactorSensitivities[" + factors.size() + " factors, " + positions.size() + " positions]";
    }
}
