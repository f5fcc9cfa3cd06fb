/**
 * What BondTrader says about its own running: counters, gauges, timers and histograms behind one small SPI. Out of the
 * box nothing is measured and nothing is paid for; {@link io.bondtrader.core.observe.InMemoryMetrics} keeps everything
 * for tests.
 */
@NullMarked
package io.bondtrader.core.observe;

import org.jspecify.annotations.NullMarked;
