package io.bondtrader.security.ratelimit;

/**
 * Counts in slots of a thirty-second of the window, for large limits. A window overlaps at most 33 slots, and all of them
 * are counted, so no window ever holds more than the limit; a permit is free again at most one slot later than it might be.
 */
final class SlotForm extends WindowForm {

    private static final int PARTS = 32;
    private static final int SLOTS = PARTS + 1;
    private static final int SLOT = FIRST;
    private static final int TOTAL = SECOND;

    /** Two slots share a word. */
    private static final int WORDS = MORE + (SLOTS + 1) / 2;

    private final long width;

    SlotForm(long length) {
        this.width = (length + PARTS - 1) / PARTS;
    }

    @Override
    long[] window() {
        return new long[WORDS];
    }

    @Override
    int used(long[] window, long now) {
        if (now >= (window[SLOT] + 1) * width) {
            advance(window, now);
        }
        return (int) window[TOTAL];
    }

    private void advance(long[] window, long now) {
        long slot = window[SLOT];
        long next = now / width;
        if (window[TOTAL] != 0) {
            long last = Math.min(next, slot + SLOTS);
            for (long s = slot + 1; s <= last; s++) {
                int i = (int) (s % SLOTS);
                int count = count(window, i);
                if (count != 0) {
                    change(window, i, -count);
                }
            }
        }
        window[SLOT] = next;
    }

    private static int count(long[] window, int i) {
        return (int) (window[MORE + (i >> 1)] >>> ((i & 1) << 5));
    }

    /** Counts are never negative, and never carry from one half of a word into the other: a limit has 27 bits. */
    private static void change(long[] window, int i, int by) {
        window[MORE + (i >> 1)] += (long) by << ((i & 1) << 5);
        window[TOTAL] += by;
    }

    @Override
    void add(long[] window, long now, int permits) {
        change(window, (int) (window[SLOT] % SLOTS), permits);
    }

    @Override
    long until(long[] window, long now, int permits) {
        long slot = window[SLOT];
        int freed = 0;
        for (long s = Math.max(0, slot - PARTS); s <= slot && permits > 0; s++) {
            freed += count(window, (int) (s % SLOTS));
            if (freed >= permits) {
                return (s + SLOTS) * width - now;
            }
        }
        return 0;
    }

    @Override
    long emptyAt(long[] window) {
        long slot = window[SLOT];
        for (long s = slot; s > slot - SLOTS && s >= 0; s--) {
            if (count(window, (int) (s % SLOTS)) != 0) {
                return (s + SLOTS) * width;
            }
        }
        return 0;
    }
}
