package io.bondtrader.strategies.order;

import static io.bondtrader.strategies.order.OrderState.ACCEPTED;
import static io.bondtrader.strategies.order.OrderState.CANCELLED;
import static io.bondtrader.strategies.order.OrderState.EMULATED;
import static io.bondtrader.strategies.order.OrderState.EXPIRED;
import static io.bondtrader.strategies.order.OrderState.FILLED;
import static io.bondtrader.strategies.order.OrderState.INITIALISED;
import static io.bondtrader.strategies.order.OrderState.PARTIALLY_FILLED;
import static io.bondtrader.strategies.order.OrderState.PENDING_CANCEL;
import static io.bondtrader.strategies.order.OrderState.PENDING_REPLACE;
import static io.bondtrader.strategies.order.OrderState.REJECTED;
import static io.bondtrader.strategies.order.OrderState.RELEASED;
import static io.bondtrader.strategies.order.OrderState.SUBMITTED;
import static io.bondtrader.strategies.order.OrderState.TRIGGERED;

/** Which event may follow in which state, and which was merely overtaken there: a bit a state, a row an event. */
@SuppressWarnings("EnumOrdinal") // places in words and rows that live as long as the program
final class TransitionTable {

    private static final int LOCAL = bits(INITIALISED, EMULATED, RELEASED);
    private static final int OPEN = bits(ACCEPTED, TRIGGERED, PARTIALLY_FILLED);
    private static final int PENDING = bits(PENDING_CANCEL, PENDING_REPLACE);
    private static final int WORKING = SUBMITTED.bit() | OPEN | PENDING;
    private static final int SENT_AND_ENDED = bits(REJECTED, CANCELLED, EXPIRED, FILLED);

    private static final int KINDS = OrderEvent.Kind.values().length;
    private static final int[] LEGAL = new int[KINDS];
    private static final int[] OVERTAKEN = new int[KINDS];

    static {
        row(OrderEvent.Kind.DENIED, LOCAL, 0);
        row(OrderEvent.Kind.EMULATED, INITIALISED.bit(), 0);
        row(OrderEvent.Kind.RELEASED, bits(INITIALISED, EMULATED), 0);
        row(OrderEvent.Kind.SUBMITTED, bits(INITIALISED, RELEASED), 0);
        row(OrderEvent.Kind.ACCEPTED, SUBMITTED.bit() | PENDING, OPEN | SENT_AND_ENDED);
        row(OrderEvent.Kind.REJECTED, bits(SUBMITTED, ACCEPTED, TRIGGERED) | PENDING, REJECTED.bit());
        row(
                OrderEvent.Kind.TRIGGERED,
                bits(SUBMITTED, ACCEPTED) | PENDING,
                bits(TRIGGERED, PARTIALLY_FILLED) | SENT_AND_ENDED);
        row(OrderEvent.Kind.CANCEL_REQUESTED, SUBMITTED.bit() | OPEN | PENDING_REPLACE.bit(), PENDING_CANCEL.bit());
        row(
                OrderEvent.Kind.CANCEL_REJECTED,
                PENDING_CANCEL.bit(),
                SUBMITTED.bit() | OPEN | PENDING_REPLACE.bit() | SENT_AND_ENDED);
        row(OrderEvent.Kind.CANCELLED, LOCAL | WORKING, bits(CANCELLED, EXPIRED, FILLED));
        row(OrderEvent.Kind.REPLACE_REQUESTED, SUBMITTED.bit() | OPEN | PENDING_REPLACE.bit(), 0);
        row(OrderEvent.Kind.REPLACE_REJECTED, PENDING, SUBMITTED.bit() | OPEN | SENT_AND_ENDED);
        row(OrderEvent.Kind.REPLACED, LOCAL | OPEN | PENDING, bits(CANCELLED, EXPIRED, REJECTED, FILLED));
        row(OrderEvent.Kind.EXPIRED, LOCAL | WORKING, bits(EXPIRED, CANCELLED, FILLED));
        row(OrderEvent.Kind.FILLED, WORKING | SENT_AND_ENDED, 0);
    }

    private TransitionTable() {}

    static boolean legal(OrderEvent.Kind kind, OrderState state) {
        return (LEGAL[kind.ordinal()] & state.bit()) != 0;
    }

    static boolean overtaken(OrderEvent.Kind kind, OrderState state) {
        return (OVERTAKEN[kind.ordinal()] & state.bit()) != 0;
    }

    private static void row(OrderEvent.Kind kind, int legal, int overtaken) {
        LEGAL[kind.ordinal()] = legal;
        OVERTAKEN[kind.ordinal()] = overtaken;
    }

    private static int bits(OrderState... states) {
        int bits = 0;
        for (OrderState state : states) {
            bits |= state.bit();
        }
        return bits;
    }
}
