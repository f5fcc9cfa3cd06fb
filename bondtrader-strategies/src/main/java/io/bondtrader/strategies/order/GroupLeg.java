package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One leg of a group: the order that works for it now, and those that have worked for it before. */
final class GroupLeg {

    /** Stands between the identifier of a leg and the number of the order that works for it now. */
    static final char AGAIN = '~';

    private final OrderTicket ticket;
    private final List<OrderRecord> records = new ArrayList<>(1);
    private int sent;
    private @Nullable BigDecimal asked;
    private boolean cancelAsked;
    private boolean shrinkRefused;
    private boolean closed;

    GroupLeg(OrderTicket ticket) {
        this.ticket = ticket;
    }

    BigDecimal face() {
        return ticket.order().face();
    }

    OrderTicket ticket() {
        return ticket;
    }

    boolean everSent() {
        return sent > 0;
    }

    boolean working() {
        return asked != null;
    }

    /** Whether somebody else ended it: it is not sent again. */
    boolean closed() {
        return closed;
    }

    BigDecimal filled() {
        BigDecimal sum = BigDecimal.ZERO;
        for (OrderRecord record : records) {
            sum = sum.add(record.filled());
        }
        return sum;
    }

    /** The fills of the order that works now. */
    private BigDecimal filledNow() {
        return records.size() == sent ? records.get(sent - 1).filled() : BigDecimal.ZERO;
    }

    boolean settledBefore(Instant time) {
        if (working()) {
            return false;
        }
        for (OrderRecord record : records) {
            if (!record.state().ended() || !record.changedAt().isBefore(time)) {
                return false;
            }
        }
        return true;
    }

    boolean apply(OrderEvent event) {
        if (event instanceof OrderEvent.Initialised first) {
            records.add(new OrderRecord(first));
            return true;
        }
        for (int i = records.size() - 1; i >= 0; i--) {
            OrderRecord record = records.get(i);
            if (record.id().equals(event.orderId())) {
                Transition transition = record.apply(event);
                if (i == sent - 1) {
                    follow(event, record);
                }
                return !transition.ignored();
            }
        }
        throw new InvalidInput("orderId", event.orderId(), "that of an order that was made");
    }

    private void follow(OrderEvent event, OrderRecord record) {
        switch (event.kind()) {
            case CANCEL_REJECTED -> cancelAsked = false;
            case REPLACE_REJECTED -> shrinkRefused = asked != null && asked.compareTo(record.face()) < 0;
            case REPLACED -> shrinkRefused = false;
            default -> {}
        }
        if (record.state().ended() && working()) {
            closed = record.state() != OrderState.FILLED && !cancelAsked;
            asked = null;
            cancelAsked = false;
            shrinkRefused = false;
        }
    }

    /** Sends the leg with a face of its own, as a new order if there was one before. */
    OrderTicket send(BigDecimal face) {
        sent++;
        asked = face;
        if (sent == 1) {
            return ticket.withFace(face);
        }
        Order order = ticket.order();
        Order again =
                new Order(currentId(), order.security(), order.book(), order.trader(), order.side(), order.face());
        return new OrderTicket(
                        again,
                        ticket.type(),
                        ticket.timeInForce(),
                        ticket.reduceOnly(),
                        ticket.postOnly(),
                        ticket.group(),
                        ticket.strategy())
                .withFace(face);
    }

    /** Makes the order that works fit a total of the leg; returns what has to be asked for, if anything. */
    @Nullable
    OrderCommand fit(BigDecimal total, String reason) {
        BigDecimal wanted = total.subtract(filled()).add(filledNow());
        if (cancelAsked) {
            return null;
        }
        if (wanted.compareTo(filledNow()) <= 0) {
            return cancel(reason);
        }
        if (asked == null || wanted.compareTo(asked) == 0) {
            return shrinkRefused ? cancel(reason + "; C12") : null;
        }
        asked = wanted;
        return new OrderCommand.Replace(currentId(), wanted, currentType(), reason);
    }

    @Nullable
    OrderCommand cancel(String reason) {
        if (cancelAsked || !working()) {
            return null;
        }
        cancelAsked = true;
        return new OrderCommand.Cancel(currentId(), reason);
    }

    private String currentId() {
        return sent <= 1 ? ticket.id() : ticket.id() + AGAIN + sent;
    }

    private OrderType currentType() {
        return records.size() == sent ? records.get(sent - 1).type() : ticket.type();
    }

    boolean ended() {
        return everSent() && !working();
    }
}
