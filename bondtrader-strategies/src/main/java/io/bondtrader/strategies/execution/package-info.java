/**
 * Where orders are done: venues, simulated ones among them, schedules that cut an order into slices, what it costs and what
 * it has cost.
 */
@NullMarked
package io.bondtrader.strategies.execution;

import org.jspecify.annotations.NullMarked;
