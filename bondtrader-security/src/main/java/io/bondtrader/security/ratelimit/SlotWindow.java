package io.bondtrader.security.ratelimit;

import java.util.Arrays;

/**
 * Counts in slots of a thirty-second of the window, for large limits. A window overlaps at most 33 slots, and all of them
 * are counted, so no window ever holds more than the limit; a permit is free again at most one slot later than it might be.
 */
final class SlotWindow extends Window {

    private static final int PARTS = 32;
    private static final int SLOTS = PARTS + 1;

    private final int[] counts = new int[SLOTS];
    private final long width;
    private long slot;
    private long slotEnd;
    private int total;

    SlotWindow(long length) {
        this.width = (length + PARTS - 1) / PARTS;
        this.slotEnd = width;
    }

    @Override
    int used(long now) {
        if (now >= slotEnd) {
            advance(now);
        }
        return total;
    }

    private void advance(long now) {
        long next = now / width;
        if (next - slot >= SLOTS) {
            Arrays.fill(counts, 0);
            total = 0;
        } else {
            for (long s = slot + 1; s <= next; s++) {
                int i = (int) (s % SLOTS);
                total -= counts[i];
                counts[i] = 0;
            }
        }
        slot = next;
        slotEnd = (next + 1) * width;
    }

    @Override
    void add(long now, int permits) {
        counts[(int) (slot % SLOTS)] += permits;
        total += permits;
        emptyAt = (slot + SLOTS) * width;
    }

    @Override
    long until(long now, int permits) {
        int freed = 0;
        for (long s = Math.max(0, slot - PARTS); s <= slot && permits > 0; s++) {
            freed += counts[(int) (s % SLOTS)];
            if (freed >= permits) {
                return (s + SLOTS) * width - now;
            }
        }
        return 0;
    }
}
