package io.bondtrader.strategies.execution;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The newest identifiers of orders that were taken, so that one that is sent again is not done again. */
final class RecentIds {

    private static final int MOST = 10_000;

    private final Set<String> ids = new LinkedHashSet<>();

    boolean contains(String id) {
        return ids.contains(id);
    }

    void add(String id) {
        if (ids.size() == MOST) {
            Iterator<String> oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
        ids.add(id);
    }
}
