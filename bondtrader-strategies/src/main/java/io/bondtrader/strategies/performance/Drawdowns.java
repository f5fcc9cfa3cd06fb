package io.bondtrader.strategies.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All stretches of a record below an earlier peak, of what one unit grew to, so that money paid in or out makes none.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Drawdowns {

    private final List<Drawdown> deepestFirst;
    private final double[] underwater;

    private Drawdowns(List<Drawdown> deepestFirst, double[] underwater) {
        this.deepestFirst = deepestFirst;
        this.underwater = underwater;
    }

    /**
     * Finds the drawdowns of a record.
     *
     * @param record the record
     * @return its drawdowns
     */
    public static Drawdowns of(TrackRecord record) {
        double[] growth = record.growth();
        double[] underwater = new double[growth.length];
        List<Drawdown> found = new ArrayList<>();
        int peak = 0;
        int trough = 0;
        for (int i = 1; i < growth.length; i++) {
            if (growth[i] >= growth[peak]) {
                if (trough > peak) {
                    LocalDate back = date(record, i);
                    found.add(new Drawdown(
                            1 - growth[trough] / growth[peak],
                            date(record, peak),
                            date(record, trough),
                            Optional.of(back),
                            back));
                }
                peak = i;
                trough = i;
            } else {
                underwater[i] = growth[i] / growth[peak] - 1;
                if (growth[i] < growth[trough]) {
                    trough = i;
                }
            }
        }
        if (trough > peak) {
            found.add(new Drawdown(
                    1 - growth[trough] / growth[peak],
                    date(record, peak),
                    date(record, trough),
                    Optional.empty(),
                    record.end()));
        }
        found.sort(Comparator.comparingDouble(Drawdown::depth).reversed().thenComparing(Drawdown::peak));
        return new Drawdowns(List.copyOf(found), underwater);
    }

    private static LocalDate date(TrackRecord record, int day) {
        return record.days().get(day).date();
    }

    /** {@return the drawdowns, the deepest first} */
    public List<Drawdown> deepestFirst() {
        return deepestFirst;
    }

    /** {@return the deepest, absent if there was none} */
    public Optional<Drawdown> deepest() {
        return deepestFirst.stream().findFirst();
    }

    /** {@return the one with the most calendar days from peak to recovery or the end, the deepest of equal ones} */
    public Optional<Drawdown> longest() {
        return deepestFirst.stream().reduce((best, next) -> next.length() > best.length() ? next : best);
    }

    /** {@return the largest fall from a peak as a share of it, 0 if there was none} */
    public double maximum() {
        return deepestFirst.isEmpty() ? 0 : deepestFirst.get(0).depth();
    }

    /** {@return how far below its last peak each day ended, 0 or negative; one more value than the record has returns} */
    public double[] underwater() {
        return underwater.clone();
    }

    /**
     * Returns the root of the mean square of how far below its last peak each day after the first ended.
     *
     * <p>Source: Martin and McCann, <i>The Investor's Guide to Fidelity Funds</i> (1989), the ulcer index, here as a decimal.
     *
     * @return the index, 0 if there was no drawdown
     */
    public double ulcerIndex() {
        double sum = 0;
        for (double below : underwater) {
            sum += below * below;
        }
        return underwater.length < 2 ? 0 : Math.sqrt(sum / (underwater.length - 1));
    }

    /** {@return how many there are, and the deepest} */
    @Override
    public String toString() {
        return deepestFirst.size() + " drawdowns"
                + deepest().map(worst -> ", the deepest " + worst).orElse("");
    }
}
