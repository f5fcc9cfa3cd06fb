package io.bondtrader.strategies.execution;

import io.bondtrader.strategies.order.OrderEvent;

/** Hears what a venue does with orders. */
@FunctionalInterface
public interface VenueListener {

    /**
     * Takes a report. A simulated venue may report at once what will be known later, as a report takes time on its way: the
     * engine delivers it when its clock has come to {@link OrderEvent#at()}. A venue's reports of one order are in order of
     * their times and sequences; any may come twice.
     *
     * @param event what happened
     */
    void report(OrderEvent event);
}
