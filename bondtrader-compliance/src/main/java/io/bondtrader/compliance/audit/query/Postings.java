package io.bondtrader.compliance.audit.query;

import java.util.Arrays;

/** Places of events in rising order. Guarded by the index that holds it. */
final class Postings {

    private int[] places = new int[2];
    private int size;

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1) + 1);
        }
        places[size] = place;
        size++;
    }

    int size() {
        return size;
    }

    int get(int i) {
        return places[i];
    }

    boolean contains(int place) {
        return Arrays.binarySearch(places, 0, size, place) >= 0;
    }

    /** Where the first place of at least this value stands. */
    int firstAtLeast(long place) {
        if (place > Integer.MAX_VALUE) {
            return size;
        }
        int found = Arrays.binarySearch(places, 0, size, (int) Math.max(0, place));
        return found >= 0 ? found : -found - 1;
    }

    /** All places of several lists. */
    static Postings union(Iterable<Postings> lists) {
        Postings all = new Postings();
        int total = 0;
        for (Postings list : lists) {
            total += list.size;
        }
        int[] gathered = new int[total];
        int at = 0;
        for (Postings list : lists) {
            System.arraycopy(list.places, 0, gathered, at, list.size);
            at += list.size;
        }
        // An event has one action, so no place stands twice.
        Arrays.sort(gathered);
        all.places = gathered;
        all.size = total;
        return all;
    }
}
