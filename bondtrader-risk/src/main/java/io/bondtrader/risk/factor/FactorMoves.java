package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Moves of factors over one horizon: the scenarios of a historical simulation and the sample behind a covariance.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FactorMoves {

    private final List<String> factors;
    private final List<LocalDate> ends;
    private final List<ReturnKind> kinds; // by factor
    private final int horizon;
    private final Overlap overlap;
    private final double[][] moves; // by scenario

    private FactorMoves(
            List<String> factors,
            List<LocalDate> ends,
            List<ReturnKind> kinds,
            int horizon,
            Overlap overlap,
            double[][] moves) {
        this.factors = factors;
        this.ends = ends;
        this.kinds = kinds;
        this.horizon = horizon;
        this.overlap = overlap;
        this.moves = moves;
    }

    static FactorMoves owning(
            List<String> factors,
            List<LocalDate> ends,
            ReturnKind kind,
            int horizon,
            Overlap overlap,
            double[][] moves) {
        return new FactorMoves(
                factors, List.copyOf(ends), Collections.nCopies(factors.size(), kind), horizon, overlap, moves);
    }

    /**
     * Returns one-day moves that were measured elsewhere, such as asset returns.
     *
     * @param factors names
     * @param ends the day on which each move ended, ascending
     * @param kind how moves are measured
     * @param moves a row for each day, a move for each factor
     * @return the moves
     * @throws InvalidInput if sizes differ or a move is not finite: a missing one has to be decided on before
     */
    public static FactorMoves of(List<String> factors, List<LocalDate> ends, ReturnKind kind, double[][] moves) {
        InvalidInput.unless(!factors.isEmpty(), "factors", "empty", "at least one");
        InvalidInput.unless(moves.length == ends.size(), "rows", moves.length, "one a day, " + ends.size());
        double[][] copy = new double[moves.length][];
        for (int t = 0; t < moves.length; t++) {
            LocalDate end = ends.get(t);
            InvalidInput.unless(t == 0 || end.isAfter(ends.get(t - 1)), "date", end, "after the one before it");
            copy[t] = moves[t].clone();
            InvalidInput.unless(
                    copy[t].length == factors.size(),
                    "moves on " + end,
                    copy[t].length,
                    "one a factor, " + factors.size());
            for (int i = 0; i < copy[t].length; i++) {
                if (!Double.isFinite(copy[t][i])) {
                    throw new InvalidInput(
                            "move of " + factors.get(i) + " on " + end,
                            copy[t][i],
                            "finite; give levels to FactorHistory and say what becomes of gaps");
                }
            }
        }
        return owning(List.copyOf(factors), ends, kind, 1, Overlap.OVERLAPPING, copy);
    }

    /** {@return the names of the factors} */
    public List<String> factors() {
        return factors;
    }

    /** {@return the day on which each move ended} */
    public List<LocalDate> ends() {
        return ends;
    }

    /**
     * Returns how the moves of a factor are measured.
     *
     * @param factor the factor's place, from 0
     * @return the kind of its moves
     */
    public ReturnKind kind(int factor) {
        return kinds.get(factor);
    }

    /**
     * Puts moves of other factors beside these: of currencies beside those of rates.
     *
     * @param others moves of the same horizon, of factors with other names
     * @return the moves of all factors on the days that both have
     * @throws InvalidInput if a factor stands in both, or horizons differ
     * @throws InsufficientHistory if they have no day in common
     */
    public FactorMoves beside(FactorMoves others) {
        InvalidInput.unless(horizon == others.horizon, "horizon", others.horizon, "that of the others, " + horizon);
        List<String> names = new ArrayList<>(factors);
        names.addAll(others.factors);
        InvalidInput.unless(new HashSet<>(names).size() == names.size(), "factors", names, "named once each");
        List<ReturnKind> allKinds = new ArrayList<>(kinds);
        allKinds.addAll(others.kinds);
        List<LocalDate> common = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        int other = 0;
        for (int t = 0; t < moves.length; t++) {
            while (other < others.moves.length && others.ends.get(other).isBefore(ends.get(t))) {
                other++;
            }
            if (other < others.moves.length && others.ends.get(other).equals(ends.get(t))) {
                double[] row = Arrays.copyOf(moves[t], names.size());
                System.arraycopy(others.moves[other], 0, row, factors.size(), others.factors.size());
                common.add(ends.get(t));
                rows.add(row);
            }
        }
        if (common.isEmpty()) {
            throw new InsufficientHistory("moves of both " + describe() + " and " + others.describe(), 0, 1);
        }
        return new FactorMoves(
                List.copyOf(names),
                List.copyOf(common),
                List.copyOf(allKinds),
                horizon,
                overlap,
                rows.toArray(double[][]::new));
    }

    /** {@return days of history that a move spans} */
    public int horizon() {
        return horizon;
    }

    /** {@return number of moves} */
    public int size() {
        return moves.length;
    }

    /**
     * Returns one move of one factor.
     *
     * @param move the move's place, from 0, the oldest
     * @param factor the factor's place, from 0
     * @return the move
     */
    public double get(int move, int factor) {
        return moves[move][factor];
    }

    /**
     * Returns one move of all factors.
     *
     * @param move the move's place, from 0, the oldest
     * @return a copy, one number a factor
     */
    public double[] get(int move) {
        return moves[move].clone();
    }

    /**
     * Returns all moves of one factor.
     *
     * @param factor the factor's place, from 0
     * @return a copy, the oldest first
     */
    public double[] ofFactor(int factor) {
        double[] column = new double[moves.length];
        Arrays.setAll(column, t -> moves[t][factor]);
        return column;
    }

    /**
     * Returns the last moves.
     *
     * @param count how many
     * @return the latest moves
     * @throws InsufficientHistory if there are fewer
     * @throws InvalidInput if the count is not positive
     */
    public FactorMoves last(int count) {
        InvalidInput.unless(count >= 1, "count", count, "1 or more");
        if (count > moves.length) {
            throw new InsufficientHistory("the last " + count + " moves", moves.length, count);
        }
        return range(moves.length - count, moves.length);
    }

    /**
     * Returns a run of moves.
     *
     * @param from the first place
     * @param to the place after the last
     * @return the moves between
     * @throws InvalidInput if there are no such places
     */
    public FactorMoves range(int from, int to) {
        InvalidInput.unless(
                from >= 0 && from < to && to <= moves.length, "range", from + " to " + to, "within " + moves.length);
        return new FactorMoves(
                factors, ends.subList(from, to), kinds, horizon, overlap, Arrays.copyOfRange(moves, from, to));
    }

    /**
     * Scales each past move to the volatility of today: move × σ(today)/σ(then), with the volatility that was known on the
     * eve of the move, by exponential weights.
     *
     * <p>Source: Hull and White, <i>Incorporating volatility updating into the historical simulation method for value at
     * risk</i>, Journal of Risk 1 (1998).
     *
     * @param decay weight of the day before against the day itself, between 0 and 1, such as 0.94
     * @return the moves as today's volatility would have them; the first ones, on which the volatility is learnt, are left out
     * @throws InsufficientHistory if there are fewer than 60 moves
     * @throws ZeroVariance if a factor never moves
     */
    public FactorMoves scaledToVolatility(double decay) {
        int learning = 20;
        if (moves.length < 3 * learning) {
            throw new InsufficientHistory("volatility scaling", moves.length, 3 * learning);
        }
        double[][] scaled = new double[moves.length - learning][factors.size()];
        for (int i = 0; i < factors.size(); i++) {
            double[] own = ofFactor(i);
            double[] volatility = ExponentialVolatility.of(decay, learning).path(own);
            double today = volatility[own.length];
            for (int t = learning; t < own.length; t++) {
                if (!(volatility[t] > 0)) {
                    throw new ZeroVariance(factors.get(i), "volatility scaling");
                }
                scaled[t - learning][i] = own[t] * today / volatility[t];
            }
        }
        return new FactorMoves(factors, ends.subList(learning, moves.length), kinds, horizon, overlap, scaled);
    }

    /**
     * Filters each factor by a GARCH(1,1) of its own: past moves are divided by the volatility that the model gave them and
     * multiplied by the one it forecasts for tomorrow.
     *
     * <p>Source: Barone-Adesi, Giannopoulos and Vosper, <i>VaR without correlations for portfolios of derivative
     * securities</i>, Journal of Futures Markets 19 (1999).
     *
     * @return the moves as tomorrow's forecast volatility would have them
     * @throws InsufficientHistory if there are fewer than 250 moves
     * @throws ZeroVariance if a factor never moves
     */
    public FactorMoves filtered() {
        double[][] scaled = new double[moves.length][factors.size()];
        for (int i = 0; i < factors.size(); i++) {
            double[] own = ofFactor(i);
            Garch model = Garch.fit(factors.get(i), own);
            double[] volatility = model.volatilities(own);
            for (int t = 0; t < own.length; t++) {
                scaled[t][i] = own[t] * volatility[own.length] / volatility[t];
            }
        }
        return new FactorMoves(factors, ends, kinds, horizon, overlap, scaled);
    }

    /**
     * Stretches moves to a longer horizon by the square root of time, which holds only for moves that are independent from
     * day to day. The real thing is {@link FactorHistory#moves(ReturnKind, int, Overlap)}.
     *
     * @param days the longer horizon, in days of history
     * @return the stretched moves
     * @throws InvalidInput if the horizon is shorter than that of these moves
     */
    public FactorMoves scaledBySquareRootOfTime(int days) {
        InvalidInput.unless(days >= horizon, "days", days, "at least the moves' own horizon, " + horizon);
        double factor = Math.sqrt(days / (double) horizon);
        double[][] scaled = new double[moves.length][];
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] = Arrays.stream(moves[t]).map(move -> move * factor).toArray();
        }
        return new FactorMoves(factors, ends, kinds, days, overlap, scaled);
    }

    /** {@return how the scenarios came about, in words} */
    public String describe() {
        return "historical, " + moves.length + " moves of " + horizon + (horizon == 1 ? " day" : " days")
                + (horizon > 1 && overlap == Overlap.OVERLAPPING ? ", overlapping" : "") + " to "
                + ends.get(ends.size() - 1);
    }

    /** {@return the number of factors and moves, and the last day} */
    @Override
    public String toString() {
        return "FactorMoves[" + factors.size() + " factors, " + describe() + "]";
    }
}
