package io.bondtrader.security.ratelimit;

/**
 * The times of the last permits, for small limits: exact to the nanosecond. A permit at time t counts in every window that
 * ends before t + length.
 */
final class LogWindow extends Window {

    static final int MOST = 16;
    private static final int MASK = MOST - 1;

    private final long length;
    private final long[] times = new long[MOST];
    private int oldest;
    private int count;

    LogWindow(long length) {
        this.length = length;
    }

    @Override
    int used(long now) {
        while (count > 0 && times[oldest] <= now - length) {
            oldest = (oldest + 1) & MASK;
            count--;
        }
        return count;
    }

    @Override
    void add(long now, int permits) {
        // A thread may come with a time from before the one ahead of it: time in a log never turns back.
        long last = count == 0 ? now : times[(oldest + count - 1) & MASK];
        long at = Math.max(now, last);
        for (int i = 0; i < permits; i++) {
            times[(oldest + count) & MASK] = at;
            count++;
        }
        emptyAt = at + length;
    }

    @Override
    long until(long now, int permits) {
        return permits <= 0 ? 0 : times[(oldest + Math.min(permits, count) - 1) & MASK] + length - now;
    }
}
