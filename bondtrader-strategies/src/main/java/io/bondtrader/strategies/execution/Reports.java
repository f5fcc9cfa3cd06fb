package io.bondtrader.strategies.execution;

import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sends what a venue reports, numbered, on its way to the listener. */
final class Reports {

    private final VenueTerms terms;
    private final MessageLine line;
    private @Nullable VenueListener listener;
    private long sequence;
    private long executions;

    Reports(VenueTerms terms, MessageLine line) {
        this.terms = terms;
        this.line = line;
    }

    void connect(VenueListener to) {
        if (listener != null) {
            throw new IllegalStateException("venue " + terms.name() + " is connected already");
        }
        listener = to;
    }

    private void send(OrderEvent event) {
        if (listener == null) {
            throw new IllegalStateException("venue " + terms.name() + " is not connected");
        }
        listener.report(event);
    }

    void accepted(String id, Instant now) {
        send(new OrderEvent.Accepted(id, line.arrival(now), sequence++));
    }

    void rejected(String id, Instant now, String reason) {
        send(new OrderEvent.Rejected(id, line.arrival(now), sequence++, reason));
    }

    void triggered(String id, Instant now) {
        send(new OrderEvent.Triggered(id, line.arrival(now), sequence++));
    }

    void cancelled(String id, Instant now, String reason) {
        send(new OrderEvent.Cancelled(id, line.arrival(now), sequence++, reason));
    }

    void cancelRejected(String id, Instant now, String reason) {
        send(new OrderEvent.CancelRejected(id, line.arrival(now), sequence++, reason));
    }

    void replaced(String id, Instant now, BigDecimal face, OrderType type) {
        send(new OrderEvent.Replaced(id, line.arrival(now), sequence++, face, type));
    }

    void replaceRejected(String id, Instant now, String reason) {
        send(new OrderEvent.ReplaceRejected(id, line.arrival(now), sequence++, reason));
    }

    void expired(String id, Instant now) {
        send(new OrderEvent.Expired(id, line.arrival(now), sequence++));
    }

    void filled(WorkingOrder order, Instant now, BigDecimal face, BigDecimal price) {
        send(new OrderEvent.Filled(
                order.id(),
                line.arrival(now),
                sequence++,
                terms.name(),
                Long.toString(++executions),
                face,
                price,
                terms.commission().of(order.security(), face, price)));
    }
}
