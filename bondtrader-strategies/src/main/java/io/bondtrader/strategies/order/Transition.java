package io.bondtrader.strategies.order;

/**
 * What an event did to an order.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param from the state before
 * @param to the state after, the same one if the event changed something else or nothing
 * @param cause the event
 * @param effect what it did
 * @param sequence the event's
 */
public record Transition(OrderState from, OrderState to, OrderEvent.Kind cause, Effect effect, long sequence) {

    /** What an event can do. */
    public enum Effect {
        /** It was applied. */
        APPLIED,
        /** It is a fill after the end of the order, and was booked. */
        LATE_FILL,
        /** It is a fill beyond the face, and was booked. */
        OVERFILL,
        /** It is a fill that was booked before: nothing changed. */
        DUPLICATE,
        /** It was overtaken by what happened since: nothing changed. */
        OUTDATED
    }

    /** {@return whether nothing changed} */
    public boolean ignored() {
        return effect == Effect.DUPLICATE || effect == Effect.OUTDATED;
    }

    /** {@return whether a fill was booked} */
    public boolean booked() {
        return cause == OrderEvent.Kind.FILLED && !ignored();
    }
}
