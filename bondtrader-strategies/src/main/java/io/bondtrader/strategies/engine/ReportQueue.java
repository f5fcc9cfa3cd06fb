package io.bondtrader.strategies.engine;

import io.bondtrader.strategies.order.OrderEvent;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reports of venues, in order of their time; at the same time by the venue's rank, then as they came. Venues report from
 * any thread; the engine takes from its own.
 */
final class ReportQueue {

    /** A report on its way. */
    private record Entry(OrderEvent event, int rank, long arrival) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int byTime = event.at().compareTo(other.event.at());
            if (byTime != 0) {
                return byTime;
            }
            int byRank = Integer.compare(rank, other.rank);
            return byRank != 0 ? byRank : Long.compare(arrival, other.arrival);
        }
    }

    private record Arrived(OrderEvent event, int rank) {}

    private final ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Entry> waiting = new PriorityQueue<>();
    private long arrivals;

    void add(OrderEvent event, int rank) {
        arrived.add(new Arrived(event, rank));
    }

    /** The next report that is due by a time; null if none is. */
    @Nullable
    OrderEvent poll(Instant until) {
        for (Arrived next = arrived.poll(); next != null; next = arrived.poll()) {
            waiting.add(new Entry(next.event(), next.rank(), arrivals++));
        }
        Entry first = waiting.peek();
        if (first == null || first.event().at().isAfter(until)) {
            return null;
        }
        waiting.remove();
        return first.event();
    }

    int size() {
        return waiting.size() + arrived.size();
    }
}
