package io.bondtrader.strategies.order;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.time.Instant;

/** Events of one order, one second and one sequence apart. */
public final class OrderEvents {

    public static final Instant START = Instant.parse("2025-03-03T14:00:00Z");
    public static final Security NOTE = Security.of(
            "US91282CMM00",
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.04625, "2025-02-15", "2035-02-15"),
            "USD");
    public static final TradingBook BOOK = new TradingBook("firm", "rates", "treasuries");
    static final Money NO_FEES = Money.of("0", "USD");

    private final OrderTicket ticket;
    private long sequence;

    OrderEvents(OrderTicket ticket) {
        this.ticket = ticket;
    }

    static OrderEvents of(long face) {
        return new OrderEvents(OrderTicket.of(order("A", Side.BUY, face), OrderType.limit("100")));
    }

    public static Order order(String id, Side side, long face) {
        return new Order(id, NOTE, BOOK, "tess", side, BigDecimal.valueOf(face));
    }

    /** A record that was sent to a venue and taken there. */
    OrderRecord accepted() {
        OrderRecord record = submitted();
        record.apply(accept());
        return record;
    }

    OrderRecord submitted() {
        OrderRecord record = new OrderRecord(initialised());
        record.apply(submit());
        return record;
    }

    private String id() {
        return ticket.id();
    }

    private Instant at() {
        return START.plusSeconds(sequence);
    }

    OrderEvent.Initialised initialised() {
        return new OrderEvent.Initialised(ticket, at(), sequence++);
    }

    OrderEvent submit() {
        return new OrderEvent.Submitted(id(), at(), sequence++, "X");
    }

    OrderEvent accept() {
        return new OrderEvent.Accepted(id(), at(), sequence++);
    }

    OrderEvent reject() {
        return new OrderEvent.Rejected(id(), at(), sequence++, "no");
    }

    OrderEvent trigger() {
        return new OrderEvent.Triggered(id(), at(), sequence++);
    }

    OrderEvent requestCancel() {
        return new OrderEvent.CancelRequested(id(), at(), sequence++, "enough");
    }

    OrderEvent rejectCancel() {
        return new OrderEvent.CancelRejected(id(), at(), sequence++, "too late");
    }

    OrderEvent cancelled() {
        return new OrderEvent.Cancelled(id(), at(), sequence++, "enough");
    }

    OrderEvent expired() {
        return new OrderEvent.Expired(id(), at(), sequence++);
    }

    OrderEvent requestReplace(long face) {
        return new OrderEvent.ReplaceRequested(id(), at(), sequence++, BigDecimal.valueOf(face), ticket.type());
    }

    OrderEvent replaced(long face) {
        return new OrderEvent.Replaced(id(), at(), sequence++, BigDecimal.valueOf(face), ticket.type());
    }

    OrderEvent rejectReplace() {
        return new OrderEvent.ReplaceRejected(id(), at(), sequence++, "too late");
    }

    OrderEvent.Filled fill(String execution, long face) {
        return fill(execution, face, "100.5");
    }

    OrderEvent.Filled fill(String execution, long face, String price) {
        return new OrderEvent.Filled(
                id(), at(), sequence++, "X", execution, BigDecimal.valueOf(face), new BigDecimal(price), NO_FEES);
    }
}
