package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Order;
import io.bondtrader.risk.limit.Decision;
import io.bondtrader.risk.limit.Denial;
import io.bondtrader.risk.limit.LimitEngine;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an order has to pass before it leaves the house. Called by the engine's thread.
 *
 * <p>{@link #of(LimitEngine)} asks the limit engine of {@code bondtrader-risk}, which also keeps count of what is working.
 */
public interface PreTradeRisk {

    /**
     * An answer.
     *
     * @param face that may be traded, from 0 to that of the order
     * @param code of the first reason for a cut or a refusal; empty if there was none
     * @param detail the reasons, for people
     */
    record Answer(BigDecimal face, String code, String detail) {}

    /**
     * Asks without consequences.
     *
     * @param order that would be sent
     * @return how much of it would pass
     */
    Answer check(Order order);

    /**
     * Asks for an order that is sent if the answer is not zero: what it allows counts as working from then on.
     *
     * @param order that is to be sent
     * @return how much of it passes
     */
    Answer submit(Order order);

    /**
     * Counts a fill, of a working order or of one that has ended.
     *
     * @param execution the fill
     */
    void filled(Execution execution);

    /**
     * Counts what was open of an order as no longer working. Called once, and only if something was open.
     *
     * @param orderId of the order
     */
    void ended(String orderId);

    /** {@return a gate that lets everything pass} */
    static PreTradeRisk none() {
        return OpenGate.INSTANCE;
    }

    /**
     * Asks a limit engine. Its securities must be those that are traded: an unknown one is refused. It must be given the
     * {@link EngineClock} as its clock.
     *
     * @param limits the engine
     * @return the gate
     */
    static PreTradeRisk of(LimitEngine limits) {
        return new LimitGate(limits);
    }

    /** Lets everything pass. */
    enum OpenGate implements PreTradeRisk {
        /** The one instance; it has no state. */
        INSTANCE;

        @Override
        public Answer check(Order order) {
            return new Answer(order.face(), "", "");
        }

        @Override
        public Answer submit(Order order) {
            return check(order);
        }

        @Override
        public void filled(Execution execution) {}

        @Override
        public void ended(String orderId) {}
    }

    /** Asks the limit engine. */
    final class LimitGate implements PreTradeRisk {

        private final LimitEngine limits;

        private LimitGate(LimitEngine limits) {
            this.limits = limits;
        }

        @Override
        public Answer check(Order order) {
            return answer(limits.check(order));
        }

        @Override
        public Answer submit(Order order) {
            return answer(limits.submit(order));
        }

        private static Answer answer(Decision decision) {
            List<Denial> reasons = decision.reasons();
            BigDecimal face = decision instanceof Decision.Reduced reduced
                    ? reduced.reduced().face()
                    : decision.isAccepted() ? decision.order().face() : BigDecimal.ZERO;
            return reasons.isEmpty()
                    ? new Answer(face, "", "")
                    : new Answer(
                            face, reasons.get(0).code().id(), reasons.get(0).message());
        }

        @Override
        public void filled(Execution execution) {
            limits.record(execution);
        }

        @Override
        public void ended(String orderId) {
            limits.cancel(orderId);
        }
    }
}
