package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.error.InsufficientHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels of risk factors day by day: zero rates, spreads, currencies.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FactorHistory {

    private final List<String> factors;
    private final List<LocalDate> dates;
    private final double[][] levels; // by day

    private FactorHistory(List<String> factors, List<LocalDate> dates, double[][] levels) {
        this.factors = factors;
        this.dates = dates;
        this.levels = levels;
    }

    /**
     * Returns a history without gaps.
     *
     * @param factors names, no two alike
     * @param dates the days, ascending
     * @param levels a row for each day, a level for each factor, in the factor's unit
     * @return the history
     * @throws InvalidInput if names repeat, days do not ascend, sizes differ or a level is infinite
     * @throws MissingData if a level is NaN
     */
    public static FactorHistory of(List<String> factors, List<LocalDate> dates, double[][] levels) {
        return of(factors, dates, levels, MissingLevels.REFUSE);
    }

    /**
     * Returns a history.
     *
     * @param factors names, no two alike
     * @param dates the days, ascending
     * @param levels a row for each day, a level for each factor; NaN where there is none
     * @param missing what becomes of a day with a gap
     * @return the history
     * @throws InvalidInput if names repeat, days do not ascend, sizes differ or a level is infinite
     * @throws MissingData if a level is NaN and gaps are refused
     * @throws InsufficientHistory if no day is left
     */
    public static FactorHistory of(
            List<String> factors, List<LocalDate> dates, double[][] levels, MissingLevels missing) {
        InvalidInput.unless(!factors.isEmpty(), "factors", "empty", "at least one");
        InvalidInput.unless(new HashSet<>(factors).size() == factors.size(), "factors", factors, "without repetition");
        InvalidInput.unless(levels.length == dates.size(), "rows", levels.length, "one a day, " + dates.size());
        List<LocalDate> kept = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        double @Nullable [] before = null;
        for (int t = 0; t < levels.length; t++) {
            LocalDate date = dates.get(t);
            InvalidInput.unless(t == 0 || date.isAfter(dates.get(t - 1)), "date", date, "after the one before it");
            double[] row = levels[t].clone();
            InvalidInput.unless(
                    row.length == factors.size(), "levels on " + date, row.length, "one a factor, " + factors.size());
            if (isWhole(row, before, factors, date, missing)) {
                kept.add(date);
                rows.add(row);
                before = row;
            }
        }
        if (kept.isEmpty()) {
            throw new InsufficientHistory("history without gaps", 0, 1);
        }
        return new FactorHistory(List.copyOf(factors), List.copyOf(kept), rows.toArray(double[][]::new));
    }

    /** Fills gaps as the policy says, and returns whether the day may stay. */
    private static boolean isWhole(
            double[] row, double @Nullable [] before, List<String> factors, LocalDate date, MissingLevels missing) {
        for (int i = 0; i < row.length; i++) {
            if (Double.isInfinite(row[i])) {
                throw new InvalidInput("level of " + factors.get(i) + " on " + date, row[i], "finite");
            }
            if (!Double.isNaN(row[i])) {
                continue;
            }
            switch (missing) {
                case REFUSE ->
                    throw new MissingData("no level of " + factors.get(i) + " on " + date
                            + "; load it, or choose DROP_DAY or CARRY_FORWARD");
                case DROP_DAY -> {
                    return false;
                }
                case CARRY_FORWARD -> {
                    if (before == null) {
                        return false;
                    }
                    row[i] = before[i];
                }
            }
        }
        return true;
    }

    /** {@return the names of the factors} */
    public List<String> factors() {
        return factors;
    }

    /** {@return the days, ascending} */
    public List<LocalDate> dates() {
        return dates;
    }

    /**
     * Returns the levels of a day.
     *
     * @param day the day's place, from 0
     * @return a copy, one level a factor
     * @throws InvalidInput if there is no such day
     */
    public double[] levels(int day) {
        InvalidInput.unless(day >= 0 && day < levels.length, "day", day, "0 to " + (levels.length - 1));
        return levels[day].clone();
    }

    /** {@return the levels of the last day} */
    public double[] latest() {
        return levels[levels.length - 1].clone();
    }

    /**
     * Returns the part of the history between two days.
     *
     * @param from the first day
     * @param to the last day
     * @return the days from the first to the last, both included
     * @throws InsufficientHistory if no day is between them
     */
    public FactorHistory between(LocalDate from, LocalDate to) {
        int first = 0;
        while (first < dates.size() && dates.get(first).isBefore(from)) {
            first++;
        }
        int end = dates.size();
        while (end > first && dates.get(end - 1).isAfter(to)) {
            end--;
        }
        if (end == first) {
            throw new InsufficientHistory("history from " + from + " to " + to, 0, 1);
        }
        return new FactorHistory(factors, dates.subList(first, end), Arrays.copyOfRange(levels, first, end));
    }

    /**
     * Returns the moves from each day to the next.
     *
     * @param kind how a move is measured
     * @return one move a day but the first
     * @throws InsufficientHistory if there are fewer than two days
     * @throws InvalidInput if a level does not allow that kind of move, such as the logarithm of a negative rate
     */
    public FactorMoves moves(ReturnKind kind) {
        return moves(kind, 1, Overlap.OVERLAPPING);
    }

    /**
     * Returns moves over a horizon, taken from the levels themselves.
     *
     * @param kind how a move is measured
     * @param horizon number of days of this history between the two levels, 1 or more
     * @param overlap whether a move ends on every day or starts where the last one ended; disjoint moves end with the last day
     * @return the moves in the order of time
     * @throws InsufficientHistory if the history is not longer than the horizon
     * @throws InvalidInput if the horizon is not positive or a level does not allow that kind of move
     */
    public FactorMoves moves(ReturnKind kind, int horizon, Overlap overlap) {
        InvalidInput.unless(horizon >= 1, "horizon", horizon, "1 day or more");
        if (levels.length <= horizon) {
            throw new InsufficientHistory("moves over " + horizon + " days", levels.length, horizon + 1);
        }
        int step = overlap == Overlap.DISJOINT ? horizon : 1;
        int count = (levels.length - 1 - horizon) / step + 1;
        int first = levels.length - 1 - (count - 1) * step;
        List<LocalDate> ends = new ArrayList<>(count);
        double[][] moves = new double[count][factors.size()];
        for (int m = 0; m < count; m++) {
            int end = first + m * step;
            ends.add(dates.get(end));
            for (int i = 0; i < factors.size(); i++) {
                double move = kind.move(levels[end - horizon][i], levels[end][i]);
                if (!Double.isFinite(move)) {
                    throw new InvalidInput(
                            kind + " move of " + factors.get(i) + " to " + dates.get(end),
                            levels[end - horizon][i] + " to " + levels[end][i],
                            "a finite number; use ABSOLUTE for what may be zero or negative");
                }
                moves[m][i] = move;
            }
        }
        return FactorMoves.owning(factors, ends, kind, horizon, overlap, moves);
    }

    /** {@return the size and the first and last day} */
    @Override
    public String toString() {
        return "FactorHistory[" + factors.size() + " factors, " + dates.size() + " days from " + dates.get(0) + " to "
                + dates.get(dates.size() - 1) + "]";
    }
}
