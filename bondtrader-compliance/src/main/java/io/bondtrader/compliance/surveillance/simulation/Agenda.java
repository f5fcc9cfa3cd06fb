package io.bondtrader.compliance.surveillance.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to happen when: actions by time, and in the order in which they were planned where times are equal. */
final class Agenda {

    private record Item(long time, long sequence, Runnable action) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(Comparator.comparingLong(Item::time).thenComparingLong(Item::sequence));
    private long planned;
    private long now;

    long now() {
        return now;
    }

    void at(long time, Runnable action) {
        items.add(new Item(Math.max(time, now), planned++, action));
    }

    void after(long nanos, Runnable action) {
        at(now + nanos, action);
    }

    void run() {
        while (!items.isEmpty()) {
            Item next = items.remove();
            now = next.time();
            next.action().run();
        }
    }
}
