package io.bondtrader.risk.stress;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.sensitivity.Dimension;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a book earns or loses in a scenario, position by position and part by part, in the reporting currency. Parts add up
 * to positions, and positions to groups and to the whole.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class StressResult {

    private final StressScenario scenario;
    private final ValuedBook book;
    private final double[][] pnl; // by factor, then by position

    StressResult(StressScenario scenario, ValuedBook book, double[][] pnl) {
        this.scenario = scenario;
        this.book = book;
        this.pnl = pnl;
    }

    /** {@return the scenario} */
    public StressScenario scenario() {
        return scenario;
    }

    /** {@return P&amp;L of all positions, negative for a loss} */
    public double total() {
        double sum = 0;
        for (int i = 0; i < book.size(); i++) {
            sum += position(i);
        }
        return sum;
    }

    /**
     * Returns the P&amp;L of a position.
     *
     * @param position the position's place, from 0
     * @return negative for a loss
     * @throws InvalidInput if there is no such position
     */
    public double position(int position) {
        InvalidInput.unless(position >= 0 && position < book.size(), "position", position, "below " + book.size());
        double sum = 0;
        for (double[] part : pnl) {
            sum += part[position];
        }
        return sum;
    }

    /**
     * Returns one part of the P&amp;L of a position.
     *
     * @param position the position's place, from 0
     * @param factor the part
     * @return negative for a loss
     * @throws InvalidInput if there is no such position
     */
    public double position(int position, StressFactor factor) {
        InvalidInput.unless(position >= 0 && position < book.size(), "position", position, "below " + book.size());
        return pnl[StressTest.place(factor)][position];
    }

    /** {@return P&amp;L by what it comes from, in the order in which it happens} */
    public Map<StressFactor, Double> byFactor() {
        Map<StressFactor, Double> sums = new EnumMap<>(StressFactor.class);
        for (StressFactor factor : StressFactor.values()) {
            double sum = 0;
            for (double part : pnl[StressTest.place(factor)]) {
                sum += part;
            }
            sums.put(factor, sum);
        }
        return Collections.unmodifiableMap(sums);
    }

    /**
     * Adds up positions by group.
     *
     * @param dimension by what is grouped: tenor bucket, sector, rating, book and so on
     * @return P&amp;L of each group, by its name
     */
    public SortedMap<String, Double> by(Dimension dimension) {
        SortedMap<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < book.size(); i++) {
            sums.merge(book.groupOf(i, dimension), position(i), Double::sum);
        }
        return Collections.unmodifiableSortedMap(sums);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %,.2f %s",
                scenario.name(),
                total(),
                book.market().reportingCurrency().getCurrencyCode()));
        byFactor().forEach((factor, part) -> {
            if (part != 0) {
                text.append(
                        String.format(Locale.ROOT, ", %s %,.2f", factor.name().toLowerCase(Locale.ROOT), part));
            }
        });
        return text.toString();
    }
}
