package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.strategies.error.IllegalTransition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;

/**
 * An order as the fold of its events, by the rules F1 to F9 of the handbook's page on orders.
 *
 * <p>Events of one venue are expected in the order in which they happened, save that any may come twice and that answers may
 * cross with requests. What a record holds grows with its fills and with nothing else. For use by one thread.
 */
public final class OrderRecord {

    private final OrderTicket ticket;
    private final FillSet fills = new FillSet();
    private OrderState resting = OrderState.INITIALISED;
    private boolean cancelPending;
    private int replacesPending;
    private BigDecimal face;
    private OrderType type;
    private BigDecimal filled = BigDecimal.ZERO;
    private BigDecimal cleanValueTimes100 = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private boolean late;
    private boolean overfilled;
    private String venue = "";
    private String reason = "";
    private Instant changedAt;
    private long sequence;

    /**
     * Begins a record.
     *
     * @param first the event that made the order
     */
    public OrderRecord(OrderEvent.Initialised first) {
        ticket = first.ticket();
        face = ticket.order().face();
        type = ticket.type();
        changedAt = first.at();
        sequence = first.sequence();
    }

    /**
     * Rebuilds a record.
     *
     * @param events all events of one order, the first of them {@link OrderEvent.Initialised}
     * @return the record
     * @throws InvalidInput if there is no event or the first is another one
     * @throws IllegalTransition if one does not follow from those before it
     */
    public static OrderRecord replay(List<? extends OrderEvent> events) {
        InvalidInput.unless(!events.isEmpty(), "events", "none", "at least the event that made the order");
        if (!(events.get(0) instanceof OrderEvent.Initialised first)) {
            throw new InvalidInput("events[0]", events.get(0).kind(), "the event that made the order");
        }
        OrderRecord record = new OrderRecord(first);
        for (OrderEvent event : events.subList(1, events.size())) {
            record.apply(event);
        }
        return record;
    }

    /**
     * Applies an event.
     *
     * @param event an event of this order
     * @return what it did
     * @throws InvalidInput if the event is of another order
     * @throws IllegalTransition if it does not follow from the state; nothing is changed then
     */
    public Transition apply(OrderEvent event) {
        if (!event.orderId().equals(ticket.order().id())) {
            throw new InvalidInput("orderId", event.orderId(), "that of the order, " + ticket.id());
        }
        OrderState from = state();
        Transition.Effect effect = effectOf(event, from);
        if (effect == Transition.Effect.APPLIED
                || effect == Transition.Effect.LATE_FILL
                || effect == Transition.Effect.OVERFILL) {
            changedAt = event.at();
            sequence = event.sequence();
        }
        return new Transition(from, state(), event.kind(), effect, event.sequence());
    }

    private Transition.Effect effectOf(OrderEvent event, OrderState from) {
        OrderEvent.Kind kind = event.kind();
        if (!TransitionTable.legal(kind, from)) {
            if (TransitionTable.overtaken(kind, from) && !contradicts(event)) {
                return Transition.Effect.OUTDATED;
            }
            throw illegal(event, from);
        }
        if (event instanceof OrderEvent.Filled fill) {
            return book(fill, from);
        }
        return change(event, from) ? Transition.Effect.APPLIED : Transition.Effect.OUTDATED;
    }

    /** A change that would leave something to do of an order that is filled: the venue sees another order than this. */
    private boolean contradicts(OrderEvent event) {
        return resting == OrderState.FILLED
                && event instanceof OrderEvent.Replaced replaced
                && replaced.face().compareTo(filled) > 0;
    }

    private boolean change(OrderEvent event, OrderState from) {
        return switch (event.kind()) {
            case ACCEPTED -> rest(OrderState.ACCEPTED, resting == OrderState.SUBMITTED);
            case TRIGGERED ->
                rest(OrderState.TRIGGERED, resting == OrderState.SUBMITTED || resting == OrderState.ACCEPTED);
            case SUBMITTED -> submit((OrderEvent.Submitted) event);
            case EMULATED -> rest(OrderState.EMULATED, true);
            case RELEASED -> rest(OrderState.RELEASED, true);
            case DENIED -> end(OrderState.DENIED, ((OrderEvent.Denied) event).reason());
            case REJECTED -> reject((OrderEvent.Rejected) event, from);
            case CANCELLED -> end(OrderState.CANCELLED, ((OrderEvent.Cancelled) event).reason());
            case EXPIRED -> end(OrderState.EXPIRED, "expired");
            case CANCEL_REQUESTED -> {
                cancelPending = true;
                yield true;
            }
            case CANCEL_REJECTED -> {
                cancelPending = false;
                reason = ((OrderEvent.CancelRejected) event).reason();
                yield true;
            }
            case REPLACE_REQUESTED -> {
                replacesPending++;
                yield true;
            }
            case REPLACE_REJECTED -> {
                reason = ((OrderEvent.ReplaceRejected) event).reason();
                yield answered();
            }
            case REPLACED -> replace((OrderEvent.Replaced) event);
            case INITIALISED, FILLED -> throw illegal(event, from);
        };
    }

    private boolean submit(OrderEvent.Submitted submitted) {
        venue = submitted.venue();
        return rest(OrderState.SUBMITTED, true);
    }

    private boolean reject(OrderEvent.Rejected rejected, OrderState from) {
        if (filled.signum() > 0) {
            throw illegal(rejected, from);
        }
        return end(OrderState.REJECTED, rejected.reason());
    }

    private boolean rest(OrderState state, boolean news) {
        if (news) {
            resting = state;
        }
        return news;
    }

    private boolean end(OrderState state, String why) {
        resting = state;
        reason = why;
        cancelPending = false;
        replacesPending = 0;
        return true;
    }

    private boolean answered() {
        boolean asked = replacesPending > 0;
        if (asked) {
            replacesPending--;
        }
        return asked;
    }

    private boolean replace(OrderEvent.Replaced replaced) {
        answered();
        face = replaced.face().max(filled);
        type = replaced.type();
        if (filled.signum() > 0 && face.compareTo(filled) == 0) {
            end(OrderState.FILLED, "");
        }
        return true;
    }

    private Transition.Effect book(OrderEvent.Filled fill, OrderState from) {
        if (!fills.add(fill)) {
            return Transition.Effect.DUPLICATE;
        }
        filled = filled.add(fill.face());
        cleanValueTimes100 = cleanValueTimes100.add(fill.face().multiply(fill.cleanPrice()));
        if (fill.fees().amount().signum() != 0) {
            fees = fees.add(fill.fees().amount());
        }
        int left = face.compareTo(filled);
        if (left <= 0) {
            end(OrderState.FILLED, "");
        } else if (!from.ended()) {
            resting = OrderState.PARTIALLY_FILLED;
        }
        if (from.ended()) {
            late = true;
        }
        if (left < 0) {
            overfilled = true;
            return Transition.Effect.OVERFILL;
        }
        return from.ended() ? Transition.Effect.LATE_FILL : Transition.Effect.APPLIED;
    }

    private IllegalTransition illegal(OrderEvent event, OrderState from) {
        return new IllegalTransition(ticket.id(), from.name(), event.kind().name());
    }

    /** {@return the order as it was made} */
    public OrderTicket ticket() {
        return ticket;
    }

    /** {@return the identifier of the order} */
    public String id() {
        return ticket.id();
    }

    /** {@return where it is} */
    public OrderState state() {
        if (cancelPending) {
            return OrderState.PENDING_CANCEL;
        }
        return replacesPending > 0 ? OrderState.PENDING_REPLACE : resting;
    }

    /** {@return the face that is wanted now, in total} */
    public BigDecimal face() {
        return face;
    }

    /** {@return the price that is wanted now} */
    public OrderType type() {
        return type;
    }

    /** {@return the face that is done} */
    public BigDecimal filled() {
        return filled;
    }

    /** {@return the face that may still be done: nothing once the order has ended} */
    public BigDecimal remaining() {
        return resting.ended() ? BigDecimal.ZERO : face.subtract(filled);
    }

    /** {@return what the fills cost without accrued interest: the sum of face · price / 100, exact} */
    public BigDecimal cleanValue() {
        return cleanValueTimes100.movePointLeft(2);
    }

    /**
     * {@return the average clean price per 100 of what is done, to 16 digits}
     *
     * @throws MissingData if nothing is done
     */
    public BigDecimal averagePrice() {
        if (filled.signum() == 0) {
            throw new MissingData("order " + id() + " has no fill, so no average price");
        }
        return cleanValueTimes100.divide(filled, MathContext.DECIMAL64);
    }

    /** {@return the sum of fees, in the security's currency} */
    public BigDecimal fees() {
        return fees;
    }

    /** {@return the fills in the order of their booking: a view that grows} */
    public List<OrderEvent.Filled> fills() {
        return fills.all();
    }

    /** {@return whether a fill came after the end} */
    public boolean late() {
        return late;
    }

    /** {@return whether more was done than was wanted} */
    public boolean overfilled() {
        return overfilled;
    }

    /** {@return where it was sent; empty if nowhere} */
    public String venue() {
        return venue;
    }

    /** {@return why it was last refused or cancelled; empty if it was not} */
    public String reason() {
        return reason;
    }

    /** {@return when the last event came that changed something} */
    public Instant changedAt() {
        return changedAt;
    }

    /** {@return the sequence of the last event that changed something} */
    public long sequence() {
        return sequence;
    }

    /** {@return what has become of the order until now} */
    public OrderSummary summary() {
        return new OrderSummary(
                ticket,
                state(),
                face,
                type,
                filled,
                cleanValue(),
                fees,
                fills.all().size(),
                late,
                overfilled,
                venue,
                reason);
    }

    @Override
    public String toString() {
        return ticket.order().side() + " " + face.toPlainString() + " "
                + ticket.order().security().id() + " " + state() + ", filled " + filled.toPlainString();
    }
}
