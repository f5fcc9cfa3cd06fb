package io.bondtrader.compliance.surveillance;

import org.jspecify.annotations.Nullable;

/**
 * The newest things of a window, oldest first: at most so many, and none older than the window when it was last asked to
 * forget. Grows to its limit only if it must.
 */
final class Recent<T> {

    private final int most;
    private @Nullable Object[] items = new Object[8];
    private long[] times = new long[8];
    private int head;
    private int size;

    Recent(int most) {
        this.most = most;
    }

    void add(long time, T item) {
        if (size == items.length) {
            if (size < most) {
                grow();
            } else {
                head = (head + 1) & (items.length - 1);
                size--;
            }
        }
        int at = (head + size) & (items.length - 1);
        items[at] = item;
        times[at] = time;
        size++;
    }

    /** Forgets what is older than {@code from}. */
    void forgetBefore(long from) {
        while (size > 0 && times[head] < from) {
            items[head] = null;
            head = (head + 1) & (items.length - 1);
            size--;
        }
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only T goes in
    T get(int i) {
        Object item = items[(head + i) & (items.length - 1)];
        if (item == null) {
            throw new IndexOutOfBoundsException(i);
        }
        return (T) item;
    }

    long time(int i) {
        return times[(head + i) & (items.length - 1)];
    }

    /** The place of the first that is not older than {@code from}; {@link #size()} if all are. */
    int firstSince(long from) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void grow() {
        @Nullable Object[] moreItems = new Object[2 * items.length];
        long[] moreTimes = new long[2 * items.length];
        for (int i = 0; i < size; i++) {
            int at = (head + i) & (items.length - 1);
            moreItems[i] = items[at];
            moreTimes[i] = times[at];
        }
        items = moreItems;
        times = moreTimes;
        head = 0;
    }
}
