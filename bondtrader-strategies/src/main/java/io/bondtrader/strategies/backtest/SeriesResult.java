package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.market.Bar;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * What came of a strategy on one series. Profit is in points: per unit of 100 face.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SeriesResult {

    /**
     * A position from its opening to its end.
     *
     * @param entered when the position was opened
     * @param left when this part of it was closed
     * @param units of 100 face, negative if short
     * @param entryPrice paid or received per 100, the average of what was added
     * @param exitPrice received or paid per 100
     */
    public record RoundTrip(Instant entered, Instant left, double units, double entryPrice, double exitPrice) {

        /** {@return what it earned, after the cost of trading, in points} */
        public double profit() {
            return units * (exitPrice - entryPrice);
        }
    }

    private final Bar[] bars;
    private final double[] equity;
    private final int[] entries;
    private final int[] exits;
    private final double[] sizes;
    private final double[] paid;
    private final double[] received;
    private final int closed;
    private final double openUnits;

    private SeriesResult(Recorder recorder) {
        this.bars = recorder.bars;
        this.equity = recorder.equity;
        this.entries = recorder.entries;
        this.exits = recorder.exits;
        this.sizes = recorder.sizes;
        this.paid = recorder.paid;
        this.received = recorder.received;
        this.closed = recorder.closed;
        this.openUnits = recorder.units;
    }

    /** {@return how many positions were closed, whole or in part} */
    public int closedTrades() {
        return closed;
    }

    /**
     * Returns a closed position.
     *
     * @param index from 0, in order of time
     * @return the position
     * @throws InvalidInput if there are not so many
     */
    public RoundTrip trade(int index) {
        InvalidInput.unless(index >= 0 && index < closed, "index", index, "from 0 to " + (closed - 1));
        return new RoundTrip(
                bars[entries[index]].publishedAt(),
                bars[exits[index]].publishedAt(),
                sizes[index],
                paid[index],
                received[index]);
    }

    /** {@return what the closed positions earned together, in points; an open one is not counted} */
    public double closedProfit() {
        double sum = 0.0;
        for (int i = 0; i < closed; i++) {
            sum += sizes[i] * (received[i] - paid[i]);
        }
        return sum;
    }

    /** {@return the share of closed positions that earned something; 0 if there were none} */
    public double hitRate() {
        int won = 0;
        for (int i = 0; i < closed; i++) {
            won += sizes[i] * (received[i] - paid[i]) > 0.0 ? 1 : 0;
        }
        return closed == 0 ? 0.0 : (double) won / closed;
    }

    /** {@return the units that were still held at the end} */
    public double openUnits() {
        return openUnits;
    }

    /** {@return profit since the start at each bar's close, open positions at the close, in points} */
    public double[] equity() {
        return equity.clone();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "SeriesResult[%d bars, %d closed trades, profit %.6f points closed, %.6f in all, %.1f %% won]",
                bars.length,
                closed,
                closedProfit(),
                equity[equity.length - 1],
                100.0 * hitRate());
    }

    /** Books trades as they come. */
    static final class Recorder {

        private final Bar[] bars;
        private final double halfSpread;
        private final double[] equity;
        private int[] entries = new int[16];
        private int[] exits = new int[16];
        private double[] sizes = new double[16];
        private double[] paid = new double[16];
        private double[] received = new double[16];
        private int closed;
        private double units;
        private double cash;
        private double entryPrice;
        private int entry;

        Recorder(Bar[] bars, double halfSpread) {
            this.bars = bars;
            this.halfSpread = halfSpread;
            this.equity = new double[bars.length];
        }

        void trade(int index, double price, double wanted) {
            double change = wanted - units;
            double done = price + Math.copySign(halfSpread, change);
            cash -= change * done;
            boolean grows = units == 0.0 || units > 0.0 == change > 0.0;
            if (grows) {
                entryPrice = (units * entryPrice + change * done) / wanted;
                entry = units == 0.0 ? index : entry;
            } else if (Math.abs(change) <= Math.abs(units)) {
                close(index, done, -change);
            } else {
                close(index, done, units);
                entryPrice = done;
                entry = index;
            }
            units = wanted;
        }

        void mark(int index, double price) {
            equity[index] = cash + units * price;
        }

        SeriesResult result() {
            return new SeriesResult(this);
        }

        private void close(int index, double price, double size) {
            if (closed == sizes.length) {
                int more = 2 * closed;
                entries = Arrays.copyOf(entries, more);
                exits = Arrays.copyOf(exits, more);
                sizes = Arrays.copyOf(sizes, more);
                paid = Arrays.copyOf(paid, more);
                received = Arrays.copyOf(received, more);
            }
            entries[closed] = entry;
            exits[closed] = index;
            sizes[closed] = size;
            paid[closed] = entryPrice;
            received[closed] = price;
            closed++;
        }
    }
}
