package io.bondtrader.strategies.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fills of an order in the order of their booking, each once. Most orders have few: those are looked through. */
final class FillSet {

    private static final int LOOKED_THROUGH = 16;

    private record Key(String venue, String executionId) {}

    private final List<OrderEvent.Filled> fills = new ArrayList<>(2);
    private @Nullable Set<Key> keys;

    /** Returns whether the fill was new. */
    boolean add(OrderEvent.Filled fill) {
        if (contains(fill)) {
            return false;
        }
        fills.add(fill);
        if (keys != null) {
            keys.add(new Key(fill.venue(), fill.executionId()));
        } else if (fills.size() > LOOKED_THROUGH) {
            Set<Key> made = new HashSet<>();
            for (OrderEvent.Filled known : fills) {
                made.add(new Key(known.venue(), known.executionId()));
            }
            keys = made;
        }
        return true;
    }

    private boolean contains(OrderEvent.Filled fill) {
        if (keys != null) {
            return keys.contains(new Key(fill.venue(), fill.executionId()));
        }
        for (int i = fills.size() - 1; i >= 0; i--) {
            OrderEvent.Filled known = fills.get(i);
            if (known.executionId().equals(fill.executionId()) && known.venue().equals(fill.venue())) {
                return true;
            }
        }
        return false;
    }

    List<OrderEvent.Filled> all() {
        return Collections.unmodifiableList(fills);
    }
}
