package io.bondtrader.security.ratelimit;

/**
 * The times of the last permits, for small limits: exact to the nanosecond. A permit at time t counts in every window that
 * ends before t + length.
 */
final class LogForm extends WindowForm {

    static final int MOST = 16;
    private static final int MASK = MOST - 1;
    private static final int OLDEST = FIRST;
    private static final int COUNT = SECOND;

    private final long length;

    LogForm(long length) {
        this.length = length;
    }

    @Override
    long[] window() {
        return new long[MORE + MOST];
    }

    /** The place of the i-th of the times, from the oldest. */
    private static int place(long[] window, long i) {
        return MORE + (int) ((window[OLDEST] + i) & MASK);
    }

    @Override
    int used(long[] window, long now) {
        while (window[COUNT] > 0 && window[place(window, 0)] <= now - length) {
            window[OLDEST] = (window[OLDEST] + 1) & MASK;
            window[COUNT]--;
        }
        return (int) window[COUNT];
    }

    @Override
    void add(long[] window, long now, int permits) {
        // A thread may come with a time from before the one ahead of it: time in a log never turns back.
        long last = window[COUNT] == 0 ? now : window[place(window, window[COUNT] - 1)];
        long at = Math.max(now, last);
        for (int i = 0; i < permits; i++) {
            window[place(window, window[COUNT])] = at;
            window[COUNT]++;
        }
    }

    @Override
    long until(long[] window, long now, int permits) {
        return permits <= 0 ? 0 : window[place(window, Math.min(permits, window[COUNT]) - 1)] + length - now;
    }

    @Override
    long emptyAt(long[] window) {
        return window[COUNT] == 0 ? 0 : window[place(window, window[COUNT] - 1)] + length;
    }
}
