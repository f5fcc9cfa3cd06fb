package io.bondtrader.risk.limit;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Side;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reservations of orders that work, and the identifiers of all that were ever accepted. Guarded by the engine. */
final class WorkingOrders {

    private final Map<String, Reservation> working = new LinkedHashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private int purchases;

    void add(Reservation reservation) {
        working.put(reservation.order.id(), reservation);
        accepted.add(reservation.order.id());
        purchases += reservation.order.side() == Side.BUY ? 1 : 0;
    }

    void remove(Reservation reservation) {
        working.remove(reservation.order.id());
        purchases -= reservation.order.side() == Side.BUY ? 1 : 0;
    }

    boolean wasAccepted(String order) {
        return accepted.contains(order);
    }

    boolean has(Side side) {
        return side == Side.BUY ? purchases > 0 : working.size() > purchases;
    }

    @Nullable
    Reservation find(String order) {
        return working.get(order);
    }

    Reservation get(String order) {
        Reservation reservation = working.get(order);
        if (reservation == null) {
            throw new MissingData("working order " + order);
        }
        return reservation;
    }

    Collection<Reservation> all() {
        return working.values();
    }

    List<WorkingOrder> list() {
        return working.values().stream()
                .map(reservation -> new WorkingOrder(reservation.order, reservation.open))
                .toList();
    }
}
