package io.bondtrader.strategies.order;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Positions and cash by another way than the ledger's: order by order from what their records have added up. */
final class Reconciliation {

    private final SortedMap<String, BigDecimal> faces = new TreeMap<>();
    private final SortedMap<String, BigDecimal> cash = new TreeMap<>();

    Reconciliation copy() {
        Reconciliation copy = new Reconciliation();
        copy.faces.putAll(faces);
        copy.cash.putAll(cash);
        return copy;
    }

    void add(OrderRecord record, BiFunction<Order, OrderEvent.Filled, Execution> booked) {
        if (record.filled().signum() == 0) {
            return;
        }
        Order order = record.ticket().order();
        boolean buy = order.side() == Side.BUY;
        faces.merge(key(order), buy ? record.filled() : record.filled().negate(), BigDecimal::add);
        BigDecimal dirty = record.cleanValue();
        for (OrderEvent.Filled fill : record.fills()) {
            dirty = dirty.add(booked.apply(order, fill).accruedInterest().amount());
        }
        BigDecimal received = (buy ? dirty.negate() : dirty).subtract(record.fees());
        cash.merge(order.security().currency().getCurrencyCode(), received, BigDecimal::add);
    }

    private static String key(Order order) {
        return order.security().id() + " in " + order.book() + " of " + order.trader();
    }

    List<String> differences(Ledger ledger) {
        List<String> differences = new ArrayList<>();
        SortedMap<String, BigDecimal> booked = new TreeMap<>();
        for (Position position : ledger.positions()) {
            booked.put(
                    position.security().id() + " in " + position.book() + " of " + position.trader(), position.face());
        }
        compare("face of ", booked, faces, differences);
        compare("cash in ", ledger.cash(), cash, differences);
        return differences;
    }

    private static void compare(
            String what, SortedMap<String, BigDecimal> booked, SortedMap<String, BigDecimal> anew, List<String> into) {
        SortedMap<String, BigDecimal> keys = new TreeMap<>(booked);
        keys.putAll(anew);
        for (String key : keys.keySet()) {
            BigDecimal left = booked.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal right = anew.getOrDefault(key, BigDecimal.ZERO);
            if (left.compareTo(right) != 0) {
                into.add(what + key + " booked " + left.toPlainString() + ", fills say " + right.toPlainString());
            }
        }
    }
}
