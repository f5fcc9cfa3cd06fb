package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.factor.FactorMoves;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * What was promised day by day, and what happened on the next: the value at risk of each day knows only the moves up to the
 * day before.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BackTest {

    private final double confidence;
    private final List<LocalDate> days;
    private final double[] pnl;
    private final double[] valueAtRisk;
    private final double[] expectedShortfall;

    private BackTest(
            double confidence, List<LocalDate> days, double[] pnl, double[] valueAtRisk, double[] expectedShortfall) {
        this.confidence = confidence;
        this.days = days;
        this.pnl = pnl;
        this.valueAtRisk = valueAtRisk;
        this.expectedShortfall = expectedShortfall;
    }

    /**
     * Returns a back-test of figures that were reported elsewhere.
     *
     * @param confidence of both figures
     * @param days the days on which P&amp;L was earned, ascending
     * @param pnl P&amp;L of each day
     * @param valueAtRisk what had been promised for the day, positive for a loss
     * @param expectedShortfall what had been promised for the day
     * @return the back-test
     * @throws InvalidInput if lengths differ, days do not ascend, there are fewer than two or a number is not finite
     */
    public static BackTest of(
            double confidence, List<LocalDate> days, double[] pnl, double[] valueAtRisk, double[] expectedShortfall) {
        PnlVectors.requireConfidence(confidence);
        int count = days.size();
        InvalidInput.unless(count >= 2, "days", count, "2 or more");
        InvalidInput.unless(pnl.length == count, "pnl", pnl.length, "one a day, " + count);
        InvalidInput.unless(valueAtRisk.length == count, "valueAtRisk", valueAtRisk.length, "one a day, " + count);
        InvalidInput.unless(
                expectedShortfall.length == count, "expectedShortfall", expectedShortfall.length, "one a day");
        for (int t = 0; t < count; t++) {
            LocalDate day = days.get(t);
            InvalidInput.unless(t == 0 || day.isAfter(days.get(t - 1)), "day", day, "after the one before it");
            InvalidInput.unless(Double.isFinite(pnl[t]), "P&L of " + day, pnl[t], "finite");
            InvalidInput.unless(Double.isFinite(valueAtRisk[t]), "valueAtRisk of " + day, valueAtRisk[t], "finite");
            InvalidInput.unless(
                    Double.isFinite(expectedShortfall[t]),
                    "expectedShortfall of " + day,
                    expectedShortfall[t],
                    "finite");
        }
        return new BackTest(confidence, List.copyOf(days), pnl.clone(), valueAtRisk.clone(), expectedShortfall.clone());
    }

    /**
     * Runs a model through history with a book that stays as it is: for each day the moves of the window before it give the
     * figures, and the day's own move, on the same book, the P&amp;L.
     *
     * @param book the book
     * @param moves the history, one move after the other; longer horizons must be disjoint, or neighbours are not independent
     * @param window number of moves that a day's figures know
     * @param model the model
     * @param confidence such as 0.99
     * @param parallelism the threads, who hears of progress, what calls it off
     * @return the back-test of the days after the first window
     * @throws InsufficientHistory if there are not two days more than the window
     * @throws InvalidInput if the window is not positive
     * @throws CancellationException if it was called off
     */
    public static BackTest rolling(
            ScenarioBook book,
            FactorMoves moves,
            int window,
            RiskModel model,
            double confidence,
            Parallelism parallelism) {
        InvalidInput.unless(window >= 1, "window", window, "1 or more");
        int count = moves.size() - window;
        if (count < 2) {
            throw new InsufficientHistory("a back-test with a window of " + window, moves.size(), window + 2);
        }
        ScenarioBook whole = book.groupedBy(name -> "book");
        double[] all = whole.revalue(moves, Parallelism.callingThread()).totals();
        double[] pnl = new double[count];
        double[] valueAtRisk = new double[count];
        double[] expectedShortfall = new double[count];
        Parallelism alone = Parallelism.callingThread();
        parallelism.forEachChunk(count, 8, (chunk, from, to) -> {
            for (int t = from; t < to; t++) {
                TailRisk risk = model.estimate(whole, moves.range(t, t + window), confidence, alone);
                pnl[t] = all[t + window];
                valueAtRisk[t] = risk.valueAtRisk();
                expectedShortfall[t] = risk.expectedShortfall();
            }
        });
        return of(confidence, moves.ends().subList(window, moves.size()), pnl, valueAtRisk, expectedShortfall);
    }

    /** {@return the confidence of both figures} */
    public double confidence() {
        return confidence;
    }

    /** {@return the days on which P&amp;L was earned} */
    public List<LocalDate> days() {
        return days;
    }

    /** {@return P&amp;L of each day} */
    public double[] pnl() {
        return pnl.clone();
    }

    /** {@return what had been promised for each day} */
    public double[] valueAtRisk() {
        return valueAtRisk.clone();
    }

    /** {@return what had been promised for each day} */
    public double[] expectedShortfall() {
        return expectedShortfall.clone();
    }

    /** {@return whether the loss of each day was beyond value at risk} */
    public boolean[] exceptions() {
        boolean[] exceptions = new boolean[pnl.length];
        for (int t = 0; t < exceptions.length; t++) {
            exceptions[t] = -pnl[t] > valueAtRisk[t];
        }
        return exceptions;
    }

    /** {@return the number of exceptions} */
    public int exceptionCount() {
        int count = 0;
        for (boolean exception : exceptions()) {
            count += exception ? 1 : 0;
        }
        return count;
    }

    /** {@return the tests of Kupiec and Christoffersen} */
    public CoverageTest coverage() {
        return CoverageTest.of(exceptions(), 1 - confidence);
    }

    /** {@return the test of the expected shortfall} */
    public ShortfallTest shortfall() {
        return ShortfallTest.of(pnl, valueAtRisk, expectedShortfall, confidence);
    }

    /**
     * Returns the supervisor's verdict on the last days.
     *
     * @param count how many, 250 by the rule
     * @return the verdict
     * @throws InsufficientHistory if there are fewer
     */
    public TrafficLight trafficLight(int count) {
        if (count > pnl.length) {
            throw new InsufficientHistory("traffic light", pnl.length, count);
        }
        return lightAt(pnl.length, count);
    }

    /**
     * Counts the verdicts on every run of days.
     *
     * @param count length of a run, 250 by the rule
     * @return number of runs in each zone
     * @throws InsufficientHistory if there are fewer days
     */
    public Map<TrafficLight.Zone, Integer> zones(int count) {
        if (count > pnl.length) {
            throw new InsufficientHistory("traffic light", pnl.length, count);
        }
        Map<TrafficLight.Zone, Integer> zones = new EnumMap<>(TrafficLight.Zone.class);
        for (TrafficLight.Zone zone : TrafficLight.Zone.values()) {
            zones.put(zone, 0);
        }
        for (int end = count; end <= pnl.length; end++) {
            zones.merge(lightAt(end, count).zone(), 1, Integer::sum);
        }
        return zones;
    }

    private TrafficLight lightAt(int end, int count) {
        int exceptions = 0;
        for (int t = end - count; t < end; t++) {
            exceptions += -pnl[t] > valueAtRisk[t] ? 1 : 0;
        }
        return TrafficLight.of(count, exceptions, confidence);
    }

    /** {@return the days and the coverage} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "BackTest[VaR %.4g%%, %s to %s: %s]",
                100 * confidence,
                days.get(0),
                days.get(days.size() - 1),
                coverage());
    }
}
