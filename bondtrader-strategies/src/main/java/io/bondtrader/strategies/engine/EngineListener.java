package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.performance.ClosedTrade;
import java.time.LocalDate;
import java.util.List;

/** Hears what happens in an engine. Called by the engine's thread; must not call the engine. */
public interface EngineListener {

    /**
     * An order of the house changed.
     *
     * @param event what happened
     */
    default void onOrder(OrderEvent event) {}

    /**
     * A trade was booked for a strategy: its part of a fill, or a trade with another strategy.
     *
     * @param strategy whose
     * @param execution the trade; its order is that of the house, or begins with {@code X} for a trade inside the house
     */
    default void onTrade(String strategy, Execution execution) {}

    /**
     * A position of a strategy was closed.
     *
     * @param strategy whose
     * @param trade from its opening to its closing
     */
    default void onClosed(String strategy, ClosedTrade trade) {}

    /**
     * A business day is over.
     *
     * @param day that is over
     * @param accounts at its end, in the order of the slots
     */
    default void onDayEnd(LocalDate day, List<AccountState> accounts) {}

    /**
     * A venue reported what cannot be, or of an order that is not known. It is not applied; look into it.
     *
     * @param event the report
     * @param reason what is wrong with it
     */
    default void onRefusedReport(OrderEvent event, String reason) {}

    /**
     * A strategy was stopped or started.
     *
     * @param strategy which
     * @param state its new state
     * @param reason why
     */
    default void onState(String strategy, SlotState state, String reason) {}
}
