/**
 * What an alert is, and the sink that carries it to somebody. BondTrader raises alerts; who hears them, how often and by
 * which channel is for the sink to decide.
 */
@NullMarked
package io.bondtrader.core.alert;

import org.jspecify.annotations.NullMarked;
