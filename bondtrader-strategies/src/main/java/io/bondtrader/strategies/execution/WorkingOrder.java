package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as a simulated venue has it. */
final class WorkingOrder {

    /** The size ahead in the queue is not known: the market has not been at the order's price. */
    static final long UNKNOWN = -1;

    private final OrderTicket ticket;
    private final Instant arrivedAt;
    private final int sign;
    private OrderType type;
    private BigDecimal face;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal heldBack = BigDecimal.ZERO;
    private @Nullable BigDecimal limit;
    private double limitPrice;
    private boolean waiting;
    private double trigger = Double.NaN;
    private BigDecimal exactTrigger = BigDecimal.ZERO;
    private double best = Double.NaN;
    private boolean ended;
    private boolean looked;
    private Instant triggeredAt = Instant.MIN;
    private long ahead = UNKNOWN;
    private long level;
    private BigDecimal shown = BigDecimal.ZERO;

    WorkingOrder(OrderTicket ticket, Instant arrivedAt) {
        this.ticket = ticket;
        this.arrivedAt = arrivedAt;
        sign = ticket.order().side().sign();
        type = ticket.type();
        face = ticket.order().face();
        become(type);
    }

    private void become(OrderType wanted) {
        waiting = wanted.isStop();
        limit = null;
        trigger = Double.NaN;
        best = Double.NaN;
        if (wanted instanceof OrderType.Limit plain) {
            limitAt(plain.cleanPrice());
        } else if (wanted instanceof OrderType.Iceberg iceberg) {
            limitAt(iceberg.limit());
        } else if (wanted instanceof OrderType.Stop stop) {
            triggerAt(stop.trigger());
        } else if (wanted instanceof OrderType.StopLimit stop) {
            triggerAt(stop.trigger());
        }
        joinQueue();
    }

    private void limitAt(BigDecimal price) {
        limit = price;
        limitPrice = price.doubleValue();
    }

    private void triggerAt(BigDecimal price) {
        exactTrigger = price;
        trigger = price.doubleValue();
    }

    /** Takes a place at the end of a queue that has still to be seen. */
    private void joinQueue() {
        ahead = UNKNOWN;
        level = 0;
        shown = type instanceof OrderType.Iceberg iceberg ? iceberg.displayed().min(remaining()) : remaining();
    }

    void replace(BigDecimal newFace, OrderType newType) {
        boolean larger = newFace.compareTo(face) > 0;
        face = newFace;
        heldBack = BigDecimal.ZERO;
        if (!newType.equals(type)) {
            type = newType;
            become(newType);
        } else if (larger) {
            joinQueue();
        } else {
            shown = shown.min(remaining());
        }
    }

    /** The stop was reached. */
    void trigger(Instant now) {
        waiting = false;
        triggeredAt = now;
        if (type instanceof OrderType.StopLimit stop) {
            limitAt(stop.limit());
        } else if (type instanceof OrderType.TrailingStopLimit trailing) {
            limitAt(exactTrigger.subtract(trailing.limitOffset().multiply(BigDecimal.valueOf(-sign))));
        }
        joinQueue();
    }

    /** Whether an event of the market may fill it: only what is published after it arrived may. */
    boolean sees(Instant published) {
        return published.isAfter(arrivedAt);
    }

    boolean triggeredAt(Instant now) {
        return triggeredAt.equals(now);
    }

    /** Whether it has met a quote or a bar before. */
    boolean looked() {
        return looked;
    }

    void look() {
        looked = true;
    }

    boolean trailing() {
        return type instanceof OrderType.TrailingStop || type instanceof OrderType.TrailingStopLimit;
    }

    /** Moves the trigger of a trailing stop behind the best price of an event that is over. */
    void ratchet(double price) {
        if (!trailing() || (best - price) * sign <= 0) {
            return;
        }
        best = price;
        BigDecimal distance = type instanceof OrderType.TrailingStop plain
                ? plain.distance()
                : ((OrderType.TrailingStopLimit) type).distance();
        BigDecimal behind = sign > 0 ? distance : distance.negate();
        triggerAt(Prices.exact(price).add(behind));
    }

    /** Whether a price reaches the stop: at or above it for a buyer, at or below for a seller. */
    boolean reaches(double price) {
        return (price - trigger) * sign >= 0;
    }

    /** Whether a price is as good as the limit or better; any price is for a market order. */
    boolean allows(double price) {
        return limit == null || (price - limitPrice) * sign <= 0;
    }

    /** Whether a price is better than the limit, so that the limit was traded through. */
    boolean betterThanLimit(double price) {
        return limit != null && (price - limitPrice) * sign < 0;
    }

    void fill(BigDecimal amount) {
        filled = filled.add(amount);
        shown = shown.subtract(amount).max(BigDecimal.ZERO);
        if (filled.compareTo(face) >= 0) {
            ended = true;
        } else if (shown.signum() == 0) {
            joinQueue();
        }
    }

    BigDecimal remaining() {
        return face.subtract(filled);
    }

    /** What may be done of it while a sibling's fill is not yet answered by its owner. */
    BigDecimal executable() {
        return remaining().subtract(heldBack);
    }

    void holdBack(BigDecimal amount) {
        heldBack = heldBack.add(amount);
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    boolean waiting() {
        return waiting;
    }

    boolean trailingUnset() {
        return Double.isNaN(trigger);
    }

    @Nullable
    BigDecimal limit() {
        return limit;
    }

    double limitPrice() {
        return limitPrice;
    }

    BigDecimal exactTrigger() {
        return exactTrigger;
    }

    OrderType type() {
        return type;
    }

    BigDecimal filled() {
        return filled;
    }

    OrderTicket ticket() {
        return ticket;
    }

    String id() {
        return ticket.id();
    }

    Security security() {
        return ticket.order().security();
    }

    boolean buys() {
        return ticket.order().side() == Side.BUY;
    }

    int sign() {
        return sign;
    }

    boolean expired(Instant now) {
        return ticket.timeInForce().expired(now);
    }

    long ahead() {
        return ahead;
    }

    void ahead(long size) {
        ahead = size;
    }

    long level() {
        return level;
    }

    void level(long size) {
        level = size;
    }

    BigDecimal shown() {
        return shown;
    }
}
