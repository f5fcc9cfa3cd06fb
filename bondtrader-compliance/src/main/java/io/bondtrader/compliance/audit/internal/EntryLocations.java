package io.bondtrader.compliance.audit.internal;

import java.util.Arrays;

/**
 * Where entries stand: a mark at the first one of each frame and at every 64th in it, two numbers each. For use under the
 * lock of its owner.
 */
public final class EntryLocations {

    /** Of so many entries of a frame at least one is marked. */
    public static final int EVERY = 64;

    private long[] indexes = new long[1024];
    private long[] places = new long[1024];
    private int count;

    /** Makes an index without marks. */
    public EntryLocations() {}

    /**
     * Makes a place of a segment's number and an offset in its file.
     *
     * @param segment its number
     * @param offset in its file
     * @return the place
     */
    public static long place(int segment, long offset) {
        return ((long) segment << 40) | offset;
    }

    static int segment(long place) {
        return (int) (place >>> 40);
    }

    static long offset(long place) {
        return place & ((1L << 40) - 1);
    }

    /**
     * Marks an entry.
     *
     * @param index of the entry, above those marked before
     * @param place where it stands
     */
    public void mark(long index, long place) {
        if (count == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        indexes[count] = index;
        places[count] = place;
        count++;
    }

    /**
     * Says that an entry stands elsewhere now.
     *
     * @param index of the entry; one without a mark is passed over
     * @param place where it stands
     */
    public void move(long index, long place) {
        int found = Arrays.binarySearch(indexes, 0, count, index);
        if (found >= 0) {
            places[found] = place;
        }
    }

    /**
     * Forgets the last entries.
     *
     * @param size how many to keep
     */
    public void truncate(long size) {
        while (count > 0 && indexes[count - 1] >= size) {
            count--;
        }
    }

    /** The last mark at or before an entry. */
    int find(long index) {
        int found = Arrays.binarySearch(indexes, 0, count, index);
        return found >= 0 ? found : -found - 2;
    }

    long index(int mark) {
        return mark < count ? indexes[mark] : Long.MAX_VALUE;
    }

    long place(int mark) {
        return places[mark];
    }
}
