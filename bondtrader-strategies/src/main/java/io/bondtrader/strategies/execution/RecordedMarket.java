package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What the market did while orders were worked: middles of quotes and trades of everybody. Clean prices per 100.
 *
 * <p>Between two recorded middles the earlier one holds, and the last one until the recording ended; before the first and after
 * that nothing is known. Immutable and safe for use by many threads.
 */
public final class RecordedMarket {

    private static final double NANOS = 1e9;

    private final Map<String, List<Point>> middles;
    private final Map<String, List<Point>> trades;

    private final Instant end;

    private RecordedMarket(Map<String, List<Point>> middles, Map<String, List<Point>> trades, Instant end) {
        this.middles = middles;
        this.trades = trades;
        this.end = end;
    }

    private record Point(Instant at, BigDecimal price, double face) {}

    /** {@return a builder without anything recorded} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the middle of the market at a time.
     *
     * @param instrument identifier of the security
     * @param at the time
     * @return the last middle recorded at that time or before, absent before the first one and after the recording
     */
    public Optional<BigDecimal> middle(String instrument, Instant at) {
        List<Point> points = middles.getOrDefault(instrument, List.of());
        int index = lastAt(points, at);
        boolean known = index >= 0
                && (index < points.size() - 1 || at.equals(points.get(index).at()) || !at.isAfter(end));
        return known ? Optional.of(points.get(index).price()) : Optional.empty();
    }

    /**
     * Returns the mean of the middle over a period, each weighted by how long it held.
     *
     * @param instrument identifier of the security
     * @param from start of the period
     * @param to end of the period
     * @return the mean, absent unless the middle is known throughout and the period has a length
     */
    public OptionalDouble meanMiddle(String instrument, Instant from, Instant to) {
        if (!to.isAfter(from)
                || middle(instrument, from).isEmpty()
                || middle(instrument, to).isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Point> points = middles.getOrDefault(instrument, List.of());
        double sum = 0;
        Instant since = from;
        for (int i = lastAt(points, from); i < points.size() && since.isBefore(to); i++) {
            Instant until = i + 1 < points.size() && points.get(i + 1).at().isBefore(to)
                    ? points.get(i + 1).at()
                    : to;
            sum += points.get(i).price().doubleValue() * seconds(since, until);
            since = until;
        }
        return OptionalDouble.of(sum / seconds(from, to));
    }

    private static double seconds(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.getSeconds() + length.getNano() / NANOS;
    }

    /**
     * Returns the volume-weighted mean price of everybody's trades in a period.
     *
     * @param instrument identifier of the security
     * @param from start of the period, inclusive
     * @param to end of the period, inclusive
     * @return the mean, absent if nothing traded
     */
    public OptionalDouble volumeWeighted(String instrument, Instant from, Instant to) {
        double value = 0;
        double face = 0;
        for (Point trade : trades.getOrDefault(instrument, List.of())) {
            if (!trade.at().isBefore(from) && !trade.at().isAfter(to)) {
                value += trade.price().doubleValue() * trade.face();
                face += trade.face();
            }
        }
        return face > 0 ? OptionalDouble.of(value / face) : OptionalDouble.empty();
    }

    /** The last point at a time or before, -1 if there is none. */
    private static int lastAt(List<Point> points, Instant at) {
        int low = 0;
        int high = points.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (points.get(middle).at().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /** {@return of how many instruments there are middles and trades} */
    @Override
    public String toString() {
        return "RecordedMarket[middles of " + middles.size() + ", trades of " + trades.size() + " instruments]";
    }

    /** Takes records in order of time. For one thread. */
    public static final class Builder {

        private final Map<String, List<Point>> middles = new TreeMap<>();
        private final Map<String, List<Point>> trades = new TreeMap<>();
        private Instant end = Instant.MIN;

        private Builder() {}

        /**
         * Says how long the market was listened to; the last middles hold until then. Unless said, each holds until it was recorded.
         *
         * @param time when the recording ended
         * @return this
         */
        public Builder until(Instant time) {
            end = time.isAfter(end) ? time : end;
            return this;
        }

        /**
         * Records a middle of the market.
         *
         * @param instrument identifier of the security
         * @param at the time, not before the last one of the instrument
         * @param price clean, per 100, positive
         * @return this
         * @throws InvalidInput if the price is not positive or the time before the last one
         */
        public Builder middle(String instrument, Instant at, double price) {
            Amounts.positive("price", price);
            return middle(instrument, at, BigDecimal.valueOf(price));
        }

        /**
         * Records a middle of the market in exact decimals.
         *
         * @param instrument identifier of the security
         * @param at the time, not before the last one of the instrument
         * @param price clean, per 100, positive
         * @return this
         * @throws InvalidInput if the price is not positive or the time before the last one
         */
        public Builder middle(String instrument, Instant at, BigDecimal price) {
            InvalidInput.unless(price.signum() > 0, "price", price, "positive");
            add(middles, instrument, new Point(at, price, 0));
            return this;
        }

        /**
         * Records a trade of somebody.
         *
         * @param instrument identifier of the security
         * @param at the time, not before the last one of the instrument
         * @param price clean, per 100, positive
         * @param face its face, positive
         * @return this
         * @throws InvalidInput if a number is not positive or the time before the last one
         */
        public Builder trade(String instrument, Instant at, double price, double face) {
            Amounts.positive("price", price);
            Amounts.positive("face", face);
            add(trades, instrument, new Point(at, BigDecimal.valueOf(price), face));
            return this;
        }

        private static void add(Map<String, List<Point>> records, String instrument, Point point) {
            List<Point> points = records.computeIfAbsent(instrument, name -> new ArrayList<>());
            InvalidInput.unless(
                    points.isEmpty()
                            || !point.at()
                                    .isBefore(points.get(points.size() - 1).at()),
                    "at",
                    point.at(),
                    "not before the last record of " + instrument);
            points.add(point);
        }

        /** {@return a builder that goes on from here by itself} */
        Builder copy() {
            Builder copy = new Builder().until(end);
            middles.forEach((instrument, points) -> copy.middles.put(instrument, new ArrayList<>(points)));
            trades.forEach((instrument, points) -> copy.trades.put(instrument, new ArrayList<>(points)));
            return copy;
        }

        /** {@return what was recorded so far} */
        public RecordedMarket build() {
            return new RecordedMarket(copy(middles), copy(trades), end);
        }

        private static Map<String, List<Point>> copy(Map<String, List<Point>> records) {
            Map<String, List<Point>> copy = new TreeMap<>();
            records.forEach((instrument, points) -> copy.put(instrument, List.copyOf(points)));
            return Collections.unmodifiableMap(copy);
        }
    }
}
