package io.bondtrader.compliance.surveillance;

/** Times with a number each, oldest first, without an object for each; at most {@value #MOST}. */
final class Times {

    private static final int MOST = 4096;

    private long[] times = new long[4];
    private long[] values = new long[4];
    private int head;
    private int size;

    void add(long time, long value) {
        if (size == times.length) {
            if (size < MOST) {
                grow();
            } else {
                head = (head + 1) & (times.length - 1);
                size--;
            }
        }
        int at = (head + size) & (times.length - 1);
        times[at] = time;
        values[at] = value;
        size++;
    }

    /** Forgets what is not younger than {@code until}. */
    void forgetUpTo(long until) {
        while (size > 0 && times[head] <= until) {
            head = (head + 1) & (times.length - 1);
            size--;
        }
    }

    int size() {
        return size;
    }

    long time(int i) {
        return times[(head + i) & (times.length - 1)];
    }

    long value(int i) {
        return values[(head + i) & (values.length - 1)];
    }

    int countAtMost(long bound) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += value(i) <= bound ? 1 : 0;
        }
        return count;
    }

    private void grow() {
        long[] moreTimes = new long[2 * times.length];
        long[] moreValues = new long[2 * times.length];
        for (int i = 0; i < size; i++) {
            moreTimes[i] = time(i);
            moreValues[i] = value(i);
        }
        times = moreTimes;
        values = moreValues;
        head = 0;
    }
}
