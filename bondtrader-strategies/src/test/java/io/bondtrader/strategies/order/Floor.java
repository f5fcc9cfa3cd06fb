package io.bondtrader.strategies.order;

import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A trading floor for tests: carries out a desk's commands at once, keeps the records, answers cancels and changes on demand. */
final class Floor {

    final ContingentOrders desk = new ContingentOrders();
    final Blotter blotter = Blotter.open(FlatTerms.NEXT_DAY);
    final List<OrderCommand> commands = new ArrayList<>();
    private final Deque<OrderCommand> unanswered = new ArrayDeque<>();
    private boolean slow;
    private long sequence;

    static OrderTicket buy(String id, long face, OrderType type) {
        return OrderTicket.of(OrderEvents.order(id, Side.BUY, face), type);
    }

    static OrderTicket sell(String id, long face, OrderType type) {
        return OrderTicket.of(OrderEvents.order(id, Side.SELL, face), type);
    }

    /** Entry to buy 100 at 100, stop 98, target 103. */
    static OrderGroup bracket() {
        return OrderGroup.bracket(
                "G",
                buy("entry", 100, OrderType.limit("100")),
                sell("stop", 100, OrderType.stop("98")),
                sell("target", 100, OrderType.limit("103")));
    }

    void place(OrderGroup group) {
        carryOut(desk.place(group));
    }

    /** From now on cancels and changes wait for {@link #answer}. */
    void slow() {
        slow = true;
    }

    void fill(String id, long face) {
        fill(id, "e" + sequence, face);
    }

    void fill(String id, String execution, long face) {
        tell(new OrderEvent.Filled(
                id,
                now(),
                sequence++,
                "X",
                execution,
                BigDecimal.valueOf(face),
                new BigDecimal("100"),
                OrderEvents.NO_FEES));
    }

    /** Somebody else cancels the order. */
    void cancel(String id) {
        tell(new OrderEvent.Cancelled(id, now(), sequence++, "by hand"));
    }

    void reject(String id) {
        tell(new OrderEvent.Rejected(id, now(), sequence++, "no"));
    }

    void refuseChange() {
        OrderCommand command = unanswered.remove();
        tell(
                command instanceof OrderCommand.Cancel
                        ? new OrderEvent.CancelRejected(command.orderId(), now(), sequence++, "too late")
                        : new OrderEvent.ReplaceRejected(command.orderId(), now(), sequence++, "too late"));
    }

    void answer() {
        while (!unanswered.isEmpty()) {
            answer(unanswered.remove());
        }
    }

    void answer(OrderCommand command) {
        if (command instanceof OrderCommand.Cancel) {
            tell(new OrderEvent.Cancelled(command.orderId(), now(), sequence++, "asked for"));
        } else if (command instanceof OrderCommand.Replace replace) {
            tell(new OrderEvent.Replaced(replace.orderId(), now(), sequence++, replace.face(), replace.type()));
        }
    }

    void tell(OrderEvent event) {
        blotter.apply(event);
        carryOut(desk.onEvent(event));
    }

    void carryOut(List<OrderCommand> wanted) {
        commands.addAll(wanted);
        for (OrderCommand command : wanted) {
            if (command instanceof OrderCommand.Submit submit) {
                tell(new OrderEvent.Initialised(submit.ticket(), now(), sequence++));
                tell(new OrderEvent.Submitted(submit.orderId(), now(), sequence++, "X"));
                tell(new OrderEvent.Accepted(submit.orderId(), now(), sequence++));
            } else if (command instanceof OrderCommand.Cancel cancel) {
                tell(new OrderEvent.CancelRequested(cancel.orderId(), now(), sequence++, cancel.reason()));
                unanswered.add(command);
            } else if (command instanceof OrderCommand.Replace replace) {
                tell(new OrderEvent.ReplaceRequested(
                        replace.orderId(), now(), sequence++, replace.face(), replace.type()));
                unanswered.add(command);
            }
        }
        if (!slow) {
            answer();
        }
    }

    private Instant now() {
        return OrderEvents.START.plusSeconds(sequence);
    }

    OrderRecord order(String id) {
        return blotter.order(id).orElseThrow();
    }

    boolean sent(String id) {
        return blotter.order(id).isPresent();
    }

    /** What is still to be done of an order. */
    String open(String id) {
        return order(id).remaining().toPlainString();
    }

    OrderState state(String id) {
        return order(id).state();
    }
}
