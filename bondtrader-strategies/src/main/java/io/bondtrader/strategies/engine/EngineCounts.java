package io.bondtrader.strategies.engine;

/**
 * What an engine has done since its start.
 *
 * @param events taken
 * @param orders sent or refused by limits
 * @param transitions events of orders
 * @param fills booked, before they are divided among strategies
 * @param openOrders now
 * @param refusedReports of venues that could not be
 * @param waitingReports whose time has not come
 */
public record EngineCounts(
        long events,
        long orders,
        long transitions,
        long fills,
        int openOrders,
        long refusedReports,
        int waitingReports) {}
